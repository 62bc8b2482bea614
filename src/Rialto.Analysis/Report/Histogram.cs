namespace Rialto.Analysis;

/// <summary>How many values of a sample lie in bins of equal width, one of which is centred at zero.</summary>
/// <param name="First">The number of the first bin; bin k holds values from (k − ½)·width to (k + ½)·width.</param>
/// <param name="Width">Of a bin, in the unit of the sample.</param>
/// <param name="Counts">From the first bin on.</param>
sealed record Histogram(int First, double Width, IReadOnlyList<long> Counts)
{
    const int MostBins = 81;

    /// <param name="sample">Not empty, and not all zero.</param>
    /// <param name="grain">The least difference between two values; bins are whole multiples of it wide.</param>
    /// <remarks>
    /// Width: 2·IQR·n^(−1/3), wider if this makes more than 81 bins. Source: D. Freedman, P. Diaconis, "On the
    /// histogram as a density estimator", Z. Wahrscheinlichkeitstheorie verw. Gebiete 57, 1981, pp. 453–476.
    /// </remarks>
    public static Histogram Of(double[] sample, double grain)
    {
        double[] sorted = [.. sample.Order()];
        double range = 2 * Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]));
        double middle = Quantile.Of(sorted, 0.75) - Quantile.Of(sorted, 0.25);
        double wanted = Math.Max(2 * middle / Math.Cbrt(sample.Length), range / (MostBins - 1));
        double width = grain * Math.Max(1, Math.Ceiling(wanted / grain));

        int first = BinOf(sorted[0], width);
        long[] counts = new long[BinOf(sorted[^1], width) - first + 1];
        foreach (double value in sample)
            counts[BinOf(value, width) - first]++;

        return new(first, width, counts);
    }

    /// <summary>
    /// The left edge of a bin, counted from the first; for the number of bins, the right edge of the last.
    /// </summary>
    public double EdgeOf(int bin) => (First + bin - 0.5) * Width;

    static int BinOf(double value, double width) => (int)Math.Floor((value / width) + 0.5);
}
