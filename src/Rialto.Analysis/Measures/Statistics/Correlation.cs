namespace Rialto.Analysis;

/// <summary>How far two series move together along a straight line: Pearson's correlation.</summary>
public static class Correlation
{
    /// <param name="x">As many values as <paramref name="y"/>.</param>
    /// <param name="y">The other series.</param>
    /// <returns>Σ (xᵢ − x̄)(yᵢ − ȳ) / √(Σ (xᵢ − x̄)²·Σ (yᵢ − ȳ)²), from −1 to 1. No unit. Null as for a fitted line:
    /// with fewer than three points, or if x or y does not vary.</returns>
    public static double? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        LeastSquares.Of(x, y) is { } line ? Math.Sign(line.Slope) * Math.Sqrt(line.Determination) : null;
}
