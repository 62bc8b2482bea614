namespace Rialto.Analysis;

/// <summary>How much a series resembles itself some steps earlier.</summary>
public static class Autocorrelation
{
    /// <param name="series">Equally spaced in time.</param>
    /// <param name="lag">In steps, at least 1.</param>
    /// <returns>
    /// Σ (xᵢ − x̄)(xᵢ₋ₖ − x̄) / Σ (xᵢ − x̄)², from −1 to 1. No unit. Null if the series has no more than
    /// <paramref name="lag"/> + 1 values or no variance.
    /// </returns>
    /// <remarks>
    /// Source: G. E. P. Box, G. M. Jenkins, G. C. Reinsel, "Time Series Analysis", section 2.1.5 "Estimation of
    /// autocovariance and autocorrelation functions".
    /// </remarks>
    public static double? Of(ReadOnlySpan<double> series, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag);
        if (series.Length <= lag + 1 || Moments.Mean(series) is not { } mean)
            return null;

        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < series.Length; i++)
        {
            variance += (series[i] - mean) * (series[i] - mean);
            if (i >= lag)
                covariance += (series[i] - mean) * (series[i - lag] - mean);
        }

        return variance > 0 ? covariance / variance : null;
    }
}
