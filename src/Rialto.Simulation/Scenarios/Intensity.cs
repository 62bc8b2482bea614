using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads how strongly a continuous process moves: an amount per time, or per square root of time.</summary>
static class Intensity
{
    /// <summary>A standard deviation in currency: <c>0.05 / sqrt(s)</c>.</summary>
    /// <returns>Ticks per square root of a nanosecond.</returns>
    public static double Volatility(Node node, Instrument instrument) =>
        PerRoot(node, "an amount of currency per square root of time, for example "
            + "0.05 / sqrt(s)", "") / (double)instrument.TickSize;

    /// <summary>A standard deviation as a part of the value: <c>2 % / sqrt(d)</c>.</summary>
    /// <returns>Per square root of a nanosecond.</returns>
    public static double RelativeVolatility(Node node) =>
        PerRoot(node, "a part per square root of time, for example 2 % / sqrt(d) or 20 % / sqrt(365 d)", "%") / 100;

    /// <summary>A growth as a part of the value: <c>8 % / 365 d</c>.</summary>
    /// <returns>Per nanosecond.</returns>
    public static double Growth(Node node)
    {
        const string Expected = "a part per time, for example 8 % / 365 d";
        (double amount, string per) = Split(node, Expected, "%");
        return amount / 100 / Span(node, per, Expected);
    }

    static double PerRoot(Node node, string expected, string unit)
    {
        (double amount, string per) = Split(node, expected, unit);
        return amount >= 0 && per.StartsWith("sqrt(", StringComparison.Ordinal) && per.EndsWith(')')
            ? amount / Math.Sqrt(Span(node, per[5..^1].Trim(), expected))
            : throw Values.Wrong(node, expected);
    }

    static (double Amount, string Per) Split(Node node, string expected, string unit)
    {
        string[] parts = Values.Text(node, expected).Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !parts[0].EndsWith(unit, StringComparison.Ordinal))
            throw Values.Wrong(node, expected);

        ScalarNode number = new(node.Place, parts[0][..^unit.Length].TrimEnd());
        return Values.TryNumber(number.Text, out decimal amount)
            ? ((double)amount, parts[1])
            : throw Values.Wrong(node, expected);
    }

    /// <summary>In nanoseconds: <c>s</c> is one second, <c>365 d</c> a year.</summary>
    static double Span(Node node, string text, string expected)
    {
        string counted = text.Length > 0 && char.IsAsciiLetter(text[0]) ? $"1 {text}" : text;
        return Values.TrySpan(counted, out Duration span) && span > Duration.Zero
            ? span.Nanoseconds
            : throw Values.Wrong(node, expected);
    }
}
