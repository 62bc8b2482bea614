namespace Rialto.Analysis;

/// <summary>Relative changes of a price, and how much they move it.</summary>
public static class Returns
{
    /// <param name="prices">Equally spaced in time; any unit.</param>
    /// <returns>
    /// rᵢ = ln(pᵢ / pᵢ₋₁), one fewer than prices. No unit: a return of 0.0001 is one basis point. Empty if a price is
    /// not positive, because then there are no relative changes.
    /// </returns>
    public static double[] Logarithmic(ReadOnlySpan<double> prices)
    {
        if (prices.Length < 2)
            return [];

        double[] returns = new double[prices.Length - 1];
        for (int i = 0; i < prices.Length; i++)
        {
            if (prices[i] <= 0)
                return [];
            if (i > 0)
                returns[i - 1] = Math.Log(prices[i] / prices[i - 1]);
        }

        return returns;
    }

    /// <param name="returns">Equally spaced in time.</param>
    /// <param name="steps">How many make one of the longer horizon, at least one.</param>
    /// <returns>
    /// Their sums, without overlap; what does not fill a step at the end is left out. Unit: that of r.
    /// </returns>
    public static double[] Aggregate(ReadOnlySpan<double> returns, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        double[] sums = new double[returns.Length / steps];
        for (int i = 0; i < sums.Length * steps; i++)
            sums[i / steps] += returns[i];

        return sums;
    }

    /// <returns>√(Σ rᵢ²), the realised volatility of the whole span; null without returns. Unit: that of r.</returns>
    /// <remarks>
    /// Source: T. G. Andersen, T. Bollerslev, F. X. Diebold, P. Labys, "Modeling and forecasting realized volatility",
    /// Econometrica 71(2), 2003, pp. 579–625.
    /// </remarks>
    public static double? RealizedVolatility(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty)
            return null;

        double sum = 0;
        foreach (double value in returns)
            sum += value * value;

        return Math.Sqrt(sum);
    }
}
