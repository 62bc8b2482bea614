namespace Rialto.Analysis;

/// <summary>Mean, deviation and tails of a sample.</summary>
public static class Moments
{
    /// <returns>Σ xᵢ / n; null if the sample is empty.</returns>
    public static double? Mean(ReadOnlySpan<double> sample) =>
        sample.IsEmpty ? null : Sum(sample, 0, 1) / sample.Length;

    /// <returns>
    /// √(Σ (xᵢ − x̄)² / n), the deviation of the sample itself; null if the sample is empty. Unit: that of x.
    /// </returns>
    public static double? StandardDeviation(ReadOnlySpan<double> sample) =>
        Mean(sample) is { } mean ? Math.Sqrt(Sum(sample, mean, 2) / sample.Length) : null;

    /// <returns>
    /// n·Σ (xᵢ − x̄)⁴ / (Σ (xᵢ − x̄)²)² − 3: zero for a normal distribution, positive for fat tails. No unit.
    /// Null if the sample has fewer than four values or no variance.
    /// </returns>
    /// <remarks>
    /// Source: R. Cont, "Empirical properties of asset returns", Quantitative Finance 1, 2001, p. 224.
    /// </remarks>
    public static double? ExcessKurtosis(ReadOnlySpan<double> sample)
    {
        if (sample.Length < 4 || Mean(sample) is not { } mean)
            return null;

        double second = Sum(sample, mean, 2);
        return second > 0 ? (sample.Length * Sum(sample, mean, 4) / (second * second)) - 3 : null;
    }

    /// <returns>
    /// √n·Σ (xᵢ − x̄)³ / (Σ (xᵢ − x̄)²)^1.5: negative if the longer tail is that of the low values. No unit. Null if
    /// the sample has fewer than three values or no variance.
    /// </returns>
    public static double? Skewness(ReadOnlySpan<double> sample)
    {
        if (sample.Length < 3 || Mean(sample) is not { } mean)
            return null;

        double second = Sum(sample, mean, 2);
        return second > 0 ? Math.Sqrt(sample.Length) * Sum(sample, mean, 3) / (second * Math.Sqrt(second)) : null;
    }

    static double Sum(ReadOnlySpan<double> sample, double centre, int power)
    {
        double sum = 0;
        foreach (double value in sample)
        {
            double distance = value - centre;
            double square = distance * distance;
            sum += power switch { 1 => distance, 2 => square, 3 => square * distance, _ => square * square };
        }

        return sum;
    }
}
