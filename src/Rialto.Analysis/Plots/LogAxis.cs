namespace Rialto.Analysis;

/// <summary>An axis whose places are decimal logarithms, labelled with the numbers themselves.</summary>
static class LogAxis
{
    /// <param name="low">The decimal logarithm of the lower end.</param>
    /// <param name="high">The decimal logarithm of the upper end.</param>
    public static Axis Of(double low, double high) => new(low, high, count => Ticks(low, high, count, ""));

    /// <summary>As many of the digits 1 to 9 in every decade as fit, at least whole decades.</summary>
    public static IReadOnlyList<Tick> Ticks(double low, double high, int count, string suffix)
    {
        double decades = high - low;
        double[] digits = decades * 9 <= count ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : decades * 3 <= count ? [1, 2, 5] : [1];
        int stride = Math.Max(1, (int)Math.Ceiling((high - low) / Math.Max(1, count)));
        return [.. from decade in Enumerable.Range((int)Math.Floor(low), (int)(Math.Ceiling(high) - Math.Floor(low)) + 1)
                   where decade % stride == 0
                   from digit in digits
                   let number = digit * Math.Pow(10, decade)
                   let at = Math.Log10(number)
                   where at >= low - 1e-9 && at <= high + 1e-9
                   select new Tick(at, NumberText.Of(number, Math.Max(0, -decade)) + suffix)];
    }
}
