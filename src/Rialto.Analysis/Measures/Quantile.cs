namespace Rialto.Analysis;

/// <summary>The value below which a given share of a sample lies.</summary>
public static class Quantile
{
    /// <param name="sorted">In ascending order, not empty.</param>
    /// <param name="share">From 0 (the least) to 1 (the greatest).</param>
    /// <returns>x at position (n − 1)·share, interpolated between its neighbours. Unit: that of x.</returns>
    /// <remarks>
    /// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", American Statistician 50(4), 1996,
    /// definition 7.
    /// </remarks>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        double position = (sorted.Length - 1) * share;
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
