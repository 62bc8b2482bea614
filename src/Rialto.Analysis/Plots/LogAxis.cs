namespace Rialto.Analysis;

/// <summary>
/// Axes of positive numbers on which equal distances are equal ratios. What is drawn over them is a decimal logarithm.
/// </summary>
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
        return ticks.Count >= 2 ? ticks : [.. Digits(lowest, highest)];
    });

    /// <summary>
    /// The same between two decimal logarithms, with as many ticks as fit: digits of every decade, or whole decades.
    /// </summary>
    public static Axis Between(double low, double high) => new(low, high, count => Ticks(low, high, count, ""));

    /// <param name="low">The decimal logarithm of the lower end.</param>
    /// <param name="high">The decimal logarithm of the upper end.</param>
    /// <param name="count">About so many.</param>
    /// <param name="suffix">What stands behind every number.</param>
    public static IReadOnlyList<Tick> Ticks(double low, double high, int count, string suffix)
    {
        double decades = high - low;
        double[] digits = decades * 9 <= count ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : decades * 3 <= count ? [1, 2, 5] : [1];
        int stride = Math.Max(1, (int)Math.Ceiling(decades / Math.Max(1, count)));
        return [.. from decade in Enumerable.Range(
            (int)Math.Floor(low), (int)(Math.Ceiling(high) - Math.Floor(low)) + 1)
                   where decade % stride == 0
                   from digit in digits
                   let number = digit * Math.Pow(10, decade)
                   let at = Math.Log10(number)
                   where at >= low - 1e-9 && at <= high + 1e-9
                   select new Tick(at, NumberText.Of(number, Math.Max(0, -decade)) + suffix)];
    }

    static IEnumerable<Tick> Digits(double lowest, double highest)
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
        : "10"
            + string.Concat(NumberText.Of(power).Select(digit => digit == '\u2212' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
