namespace Rialto.Analysis;

/// <summary>Whether coarse volatility foretells fine volatility better than the other way round.</summary>
public static class TimeScaleAsymmetry
{
    /// <param name="returns">At the fine scale, equally spaced in time.</param>
    /// <param name="steps">Fine steps in a coarse one, at least two.</param>
    /// <returns>
    /// corr(cᵢ, fᵢ₊₁) − corr(cᵢ₊₁, fᵢ), where cᵢ = |Σ r| and fᵢ = Σ |r| over the i-th coarse step: positive in markets.
    /// No unit. Null if there are fewer than three coarse steps or they do not vary.
    /// </returns>
    /// <remarks>Source: U. A. Müller et al., "Volatilities of different time resolutions – analyzing the dynamics of
    /// market components", J. Empirical Finance 4, 1997, pp. 213–239.</remarks>
    public static double? Of(ReadOnlySpan<double> returns, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        int count = returns.Length / steps;
        if (count < 4)
            return null;

        double[] coarse = new double[count];
        double[] fine = new double[count];
        for (int i = 0; i < count * steps; i++)
        {
            coarse[i / steps] += returns[i];
            fine[i / steps] += Math.Abs(returns[i]);
        }

        for (int i = 0; i < count; i++)
            coarse[i] = Math.Abs(coarse[i]);

        return Correlation.Of(coarse.AsSpan(..^1), fine.AsSpan(1..)) - Correlation.Of(
            coarse.AsSpan(1..), fine.AsSpan(..^1));
    }
}
