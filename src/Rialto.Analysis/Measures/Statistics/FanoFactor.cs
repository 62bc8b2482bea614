namespace Rialto.Analysis;

/// <summary>How unevenly events are spread over time: the variance of their number per window, over its mean.</summary>
/// <remarks>Source: U. Fano, "Ionization yield of radiations. II", Physical Review 72, 1947, pp. 26–29.</remarks>
public static class FanoFactor
{
    /// <param name="counts">Events in each of several windows of equal length.</param>
    /// <returns>(Σ (nᵢ − n̄)² / m) / n̄: 1 for a Poisson process, more if events come in clusters. No unit. Null with
    /// fewer than two windows or without events.</returns>
    public static double? Of(ReadOnlySpan<double> counts) =>
        counts.Length >= 2
            && Moments.Mean(counts) is > 0 and { } mean
            && Moments.StandardDeviation(counts) is { } deviation
            ? deviation * deviation / mean
            : null;

    /// <param name="times">When events happened; any order.</param>
    /// <param name="start">Where the first window begins.</param>
    /// <param name="width">Of a window, in the unit of time.</param>
    /// <param name="windows">How many; what lies outside of them does not count.</param>
    /// <returns>The number of events in each window.</returns>
    public static double[] Counts(ReadOnlySpan<long> times, long start, long width, int windows)
    {
        double[] counts = new double[windows];
        foreach (long time in times)
        {
            long window = (time - start) / width;
            if (time >= start && window < windows)
                counts[window]++;
        }

        return counts;
    }

    /// <summary>
    /// The share of events that other events caused, if they excite each other as in a Hawkes process.
    /// </summary>
    /// <returns>n = 1 − √(1 / F), from 0 (Poisson) to 1. No unit. Zero if F is below 1.</returns>
    /// <remarks>Source: S. J. Hardiman, J.-P. Bouchaud, "Branching-ratio approximation for the self-exciting Hawkes
    /// process", Physical Review E 90, 2014, 062807. F must be taken over windows much longer than the excitement
    /// lasts.</remarks>
    public static double BranchingRatio(double fano) => fano > 1 ? 1 - Math.Sqrt(1 / fano) : 0;
}
