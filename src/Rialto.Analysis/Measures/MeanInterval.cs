using MathNet.Numerics.Distributions;

namespace Rialto.Analysis;

/// <summary>The mean of independent replications, and how sure it is.</summary>
/// <param name="Count">How many replications, n.</param>
/// <param name="Mean">Σ xᵢ / n. Unit: that of x, as of all that follow.</param>
/// <param name="Deviation">√(Σ (xᵢ − x̄)² / (n − 1)); null for one replication.</param>
/// <param name="StandardError">The deviation / √n; null for one replication.</param>
/// <param name="HalfWidth">
/// Of the 95 % confidence interval: the standard error times Student's t with n − 1 degrees of freedom.
/// </param>
/// <remarks>Source: A. M. Law, Simulation Modeling and Analysis, 5th ed. 2015, eq. 4.12.</remarks>
public readonly record struct MeanInterval(
    int Count, double Mean, double? Deviation, double? StandardError, double? HalfWidth)
{
    /// <summary>How often the interval holds the true mean of normal replications.</summary>
    public const double Confidence = 0.95;

    public double? Low => Mean - HalfWidth;

    public double? High => Mean + HalfWidth;

    /// <summary>Null if there are no replications.</summary>
    public static MeanInterval? Of(IReadOnlyCollection<double> sample)
    {
        if (sample.Count == 0)
            return null;

        double mean = sample.Average();
        if (sample.Count == 1)
            return new(1, mean, null, null, null);

        double deviation = Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / (sample.Count - 1));
        double error = deviation / Math.Sqrt(sample.Count);
        double quantile = StudentT.InvCDF(0, 1, sample.Count - 1, (1 + Confidence) / 2);
        return new(sample.Count, mean, deviation, error, error * quantile);
    }
}
