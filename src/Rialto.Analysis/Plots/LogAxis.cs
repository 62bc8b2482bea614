namespace Rialto.Analysis;

/// <summary>Axes of positive numbers on which equal distances are equal ratios. What is drawn over them is a decimal logarithm.</summary>
static class LogAxis
{
    /// <param name="lowest">Above zero.</param>
    /// <param name="highest">Above <paramref name="lowest"/>.</param>
    public static Axis Of(double lowest, double highest) => new(Math.Log10(lowest), Math.Log10(highest), count =>
    {
        int first = (int)Math.Ceiling(Math.Log10(lowest) - 1e-9);
        int last = (int)Math.Floor(Math.Log10(highest) + 1e-9);
        int step = Math.Max(1, (last - first + count) / Math.Max(1, count));
        List<Tick> ticks = [];
        for (int power = first; power <= last; power += step)
            ticks.Add(new(power, TextOf(power)));

        // Less than a decade on the axis: its 2 and 5 are labelled too.
        return ticks.Count >= 2 ? ticks : [.. Between(lowest, highest)];
    });

    static IEnumerable<Tick> Between(double lowest, double highest)
    {
        for (int power = (int)Math.Floor(Math.Log10(lowest)); power <= Math.Log10(highest); power++)
        {
            foreach (int digit in (int[])[1, 2, 5])
            {
                double value = digit * Math.Pow(10, power);
                if (value >= lowest && value <= highest)
                    yield return new(Math.Log10(value), NumberText.Of(value, Math.Max(0, -power)));
            }
        }
    }

    static string TextOf(int power) => power is >= -3 and <= 5
        ? NumberText.Of(Math.Pow(10, power), Math.Max(0, -power))
        : "10" + string.Concat(NumberText.Of(power).Select(digit => digit == '\u2212' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
