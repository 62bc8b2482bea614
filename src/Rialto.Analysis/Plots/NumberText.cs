using System.Globalization;

namespace Rialto.Analysis;

/// <summary>
/// Numbers as people read them: thin spaces between thousands, a true minus, the same under every culture.
/// </summary>
static class NumberText
{
    static readonly NumberFormatInfo Format = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = "\u2009",
        NumberDecimalSeparator = ".",
        NegativeSign = "\u2212",
        NumberNegativePattern = 1,
    });

    static readonly string[] Patterns =
        [.. Enumerable.Range(0, 13).Select(d => "N" + d.ToString(CultureInfo.InvariantCulture))];

    public static string Of(double value, int decimals)
    {
        double rounded = Math.Round(value, Math.Min(decimals, 12), MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString(Patterns[Math.Min(decimals, 12)], Format);
    }

    public static string Of(long value) => value.ToString(Patterns[0], Format);

    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>With as many decimals as leave at least three digits that matter, and at most six.</summary>
    public static string Significant(double value)
    {
        if (value == 0)
            return "0";

        double magnitude = Math.Abs(value);
        int decimals = magnitude >= 1_000 ? 0 : magnitude >= 100 ? 1 : magnitude >= 1 ? 2 : magnitude >= 0.1 ? 3 : 4;
        if (magnitude < 0.001)
            decimals = Math.Min(12, 2 - (int)Math.Floor(Math.Log10(magnitude)));

        return Of(value, decimals);
    }

    /// <summary>How many decimals the step between two ticks of an axis has.</summary>
    public static int DecimalsOf(double step)
    {
        for (int decimals = 0; decimals < 12; decimals++)
        {
            double shifted = step * Math.Pow(10, decimals);
            if (Math.Abs(shifted - Math.Round(shifted)) < 1e-6 * shifted)
                return decimals;
        }

        return 12;
    }
}
