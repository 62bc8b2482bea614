using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Rialto.Trading;

/// <summary>States what must be true of ourselves. A contradiction stops the run in every build.</summary>
public static class Invariant
{
    /// <param name="condition">The rule, whose source text begins the message.</param>
    /// <param name="facts">The values that contradict it; formatted only when they do.</param>
    /// <param name="rule">Filled in by the compiler.</param>
    /// <exception cref="InvariantException"><paramref name="condition"/> is false.</exception>
    public static void Holds(
        [DoesNotReturnIf(false)] bool condition,
        [InterpolatedStringHandlerArgument(nameof(condition))] Facts facts,
        [CallerArgumentExpression(nameof(condition))] string rule = "")
    {
        if (!condition)
            throw new InvariantException($"{rule}: {facts.ToString()}");
    }

    /// <summary>The values of a broken rule. Costs nothing while the rule holds.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Facts
    {
        readonly StringBuilder? _text;

        public Facts(int literalLength, int formattedCount, bool condition, out bool isNeeded)
        {
            isNeeded = !condition;
            _text = isNeeded ? new StringBuilder(literalLength + (formattedCount * 8)) : null;
        }

        public void AppendLiteral(string literal) => _text!.Append(literal);

        public void AppendFormatted<T>(T value) => _text!.Append(CultureInfo.InvariantCulture, $"{value}");

        public override string ToString() => _text?.ToString() ?? "";
    }
}

/// <summary>A contradiction in the program itself: never the fault of an input.</summary>
public sealed class InvariantException(string message) : Exception(message);
