namespace Rialto.Analysis;

/// <summary>Volatility from the range between the highest and the lowest price of each period.</summary>
public static class Parkinson
{
    /// <param name="highs">The highest price of each period; any unit, above zero.</param>
    /// <param name="lows">The lowest price of each period.</param>
    /// <returns>√(Σ ln(Hᵢ / Lᵢ)² / (4·n·ln 2)): the deviation of the return over one period. No unit. Null without
    /// periods, or if a price is not positive.</returns>
    /// <remarks>Source: M. Parkinson, "The extreme value method for estimating the variance of the rate of return",
    /// J. Business 53(1), 1980, pp. 61–65.</remarks>
    public static double? Of(ReadOnlySpan<double> highs, ReadOnlySpan<double> lows)
    {
        if (highs.Length != lows.Length)
            throw new ArgumentException($"{highs.Length} highest prices, but {lows.Length} lowest ones.", nameof(lows));
        if (highs.IsEmpty)
            return null;

        double sum = 0;
        for (int i = 0; i < highs.Length; i++)
        {
            if (lows[i] <= 0)
                return null;

            double range = Math.Log(highs[i] / lows[i]);
            sum += range * range;
        }

        return Math.Sqrt(sum / (4 * highs.Length * Math.Log(2)));
    }
}
