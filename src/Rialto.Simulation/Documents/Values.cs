using System.Globalization;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads single values. Units are written, never implied.</summary>
static class Values
{
    static readonly (string Unit, long Nanoseconds)[] TimeUnits =
    [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("min", 60_000_000_000), ("h", 3_600_000_000_000), ("d", 86_400_000_000_000),
    ];

    public static string Text(Node node, string expected = "a text") =>
        node is ScalarNode scalar && scalar.Text.Length > 0 ? scalar.Text : throw Wrong(node, expected);

    public static decimal Number(Node node, string expected = "a number") =>
        TryNumber(Text(node, expected), out decimal number) ? number : throw Wrong(node, expected);

    public static double Real(Node node) => (double)Number(node);

    public static long Integer(Node node, long lowest = long.MinValue, long highest = long.MaxValue)
    {
        string expected = lowest == long.MinValue ? "a whole number" : $"a whole number from {lowest} on";
        if (highest != long.MaxValue)
            expected = $"a whole number from {lowest} to {highest}";
        decimal number = Number(node, expected);
        return number == decimal.Truncate(number) && number >= lowest && number <= highest
            ? (long)number
            : throw Wrong(node, expected);
    }

    public static ulong Seed(Node node)
    {
        const string Expected = "a whole number from 0 on";
        return ulong.TryParse(Text(node, Expected), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw Wrong(node, Expected);
    }

    public static bool Truth(Node node) => Text(node, "true or false").ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => throw Wrong(node, "true or false"),
    };

    /// <summary>A span with its unit: <c>500 ms</c>.</summary>
    public static Duration Span(Node node)
    {
        const string Expected = "a time with its unit, for example 500 ms or 10 s";
        string text = Text(node, Expected);
        if (TrySpan(text, out Duration span))
            return span;

        (string number, string unit) = Split(text);
        throw Array.Exists(TimeUnits, known => known.Unit == unit) && TryNumber(number, out _)
            ? new ScenarioException(node, $"'{text}' is out of range: expected {Expected}.")
            : Wrong(node, Expected);
    }

    public static Duration PositiveSpan(Node node)
    {
        Duration span = Span(node);
        return span > Duration.Zero ? span : throw new ScenarioException(node, "expected a time above zero.");
    }

    /// <summary>A frequency with its unit: <c>10 / s</c>.</summary>
    public static Rate Frequency(Node node)
    {
        const string Expected = "a rate with its unit, for example 10 / s or 3 / min";
        string text = Text(node, Expected);
        string[] parts = text.Split('/', StringSplitOptions.TrimEntries);
        foreach ((string name, long nanoseconds) in TimeUnits)
        {
            if (parts.Length != 2 || name != parts[1] || !TryNumber(parts[0], out decimal count))
                continue;

            // From once in 30 years to once in a nanosecond.
            decimal perSecond = count is > 0 and < 1e18m ? count * 1_000_000_000 / nanoseconds : 0;
            return perSecond is >= 1e-9m and <= 1e9m
                ? new Rate((double)perSecond)
                : throw new ScenarioException(node, $"'{text}' is out of range: expected {Expected}.");
        }

        throw Wrong(node, Expected);
    }

    /// <summary>
    /// A part of something with its unit, <c>5 %</c> or <c>3 bp</c>, in millionths, which must be whole.
    /// </summary>
    public static long Part(Node node, string expected, long lowest, long highest)
    {
        string text = Text(node, expected);
        (string unit, int millionths) = text.EndsWith("bp", StringComparison.Ordinal) ? ("bp", 100) : ("%", 10_000);
        if (!text.EndsWith(unit, StringComparison.Ordinal)
            || !TryNumber(text[..^unit.Length].Trim(), out decimal number))
            throw Wrong(node, expected);

        decimal part = Math.Abs(number) <= highest ? number * millionths : decimal.MaxValue;
        return part >= lowest && part <= highest && part == decimal.Truncate(part)
            ? (long)part
            : throw new ScenarioException(
                node, $"'{text}' is out of range, or finer than 0.01 bp: expected {expected}.");
    }

    /// <summary>An amount of currency that must be a whole number of ticks.</summary>
    public static long WholeTicks(Node node, Instrument instrument)
    {
        decimal amount = Number(node, "an amount of currency, for example 100.25");
        if (Math.Abs(amount) > instrument.TickSize * 1_000_000_000_000m)
        {
            throw new ScenarioException(
                node, $"'{Text(node)}' is out of range: at most 10¹² ticks of {Plain(instrument.TickSize)}.");
        }

        decimal ticks = amount / instrument.TickSize;
        return ticks == decimal.Truncate(ticks)
            ? (long)ticks
            : throw new ScenarioException(
                node, $"'{Text(node)}' is not a whole number of ticks: the tick of {instrument.Symbol} is "
                    + $"{Plain(instrument.TickSize)}.");
    }

    /// <summary>A number as a scenario has it, whatever the culture.</summary>
    public static string Plain(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>One of a few words.</summary>
    public static T Choice<T>(Node node, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        List<string> words = [];
        string? written = (node as ScalarNode)?.Text;
        foreach ((string word, T value) in choices)
        {
            if (word == written)
                return value;

            words.Add(word);
        }

        throw NoneOf(node, words);
    }

    public static IReadOnlyList<Node> Items(Node node, string expected) =>
        node is ListNode list ? list.Items : throw Wrong(node, expected);

    /// <summary>The error that a value is none of a few words; it names the nearest, if one is near.</summary>
    public static ScenarioException NoneOf(Node node, IReadOnlyCollection<string> words) =>
        new(node, $"found {node.Kind}{NearestName.Hint((node as ScalarNode)?.Text ?? "", words)}");

    public static ScenarioException Wrong(Node node, string expected) =>
        new(node, $"found {node.Kind}, expected {expected}.");

    /// <summary>A span with its unit.</summary>
    public static bool TrySpan(string text, out Duration span)
    {
        (string number, string unit) = Split(text);
        span = default;
        foreach ((string name, long nanoseconds) in TimeUnits)
        {
            if (name == unit
                && TryNumber(number, out decimal count)
                && count is >= 0 and < 1e12m
                && count * nanoseconds < 9e18m)
            {
                span = new Duration((long)Math.Round(count * nanoseconds));
                return true;
            }
        }

        return false;
    }

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    static (string Number, string Unit) Split(string text)
    {
        int end = text.Length;
        while (end > 0 && (char.IsAsciiLetter(text[end - 1]) || text[end - 1] == 'µ'))
            end--;

        return (text[..end].Trim(), text[end..]);
    }
}
