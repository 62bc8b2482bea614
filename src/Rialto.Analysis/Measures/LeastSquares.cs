namespace Rialto.Analysis;

/// <summary>The straight line through a cloud of points with the least squared vertical distances.</summary>
/// <param name="Slope">Σ (xᵢ − x̄)(yᵢ − ȳ) / Σ (xᵢ − x̄)². Unit: that of y per that of x.</param>
/// <param name="Determination">R² = slope²·Σ (xᵢ − x̄)² / Σ (yᵢ − ȳ)², from 0 to 1.</param>
/// <param name="Intercept">ȳ − slope·x̄. Unit: that of y.</param>
public readonly record struct LeastSquares(double Slope, double Determination, double Intercept)
{
    /// <returns>Null with fewer than three points, or if x or y does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static LeastSquares? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"{x.Length} values of x, but {y.Length} of y.", nameof(y));
        if (x.Length < 3)
            return null;

        double meanX = Moments.Mean(x)!.Value;
        double meanY = Moments.Mean(y)!.Value;
        (double xx, double yy, double xy) = (0, 0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }

        return xx > 0 && yy > 0 ? new(xy / xx, xy * xy / (xx * yy), meanY - (xy / xx * meanX)) : null;
    }
}
