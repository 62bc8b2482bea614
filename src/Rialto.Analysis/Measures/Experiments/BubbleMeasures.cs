namespace Rialto.Analysis;

/// <summary>
/// Mispricing against a known fundamental value: relative absolute deviation (RAD) and relative deviation (RD).
/// </summary>
/// <remarks>
/// Deviations are divided by the mean fundamental value of the session, so that both measures are independent of the
/// number of periods and of the price level.
/// Source: T. Stöckl, J. Huber, M. Kirchler, "Bubble measures in experimental asset markets", Experimental Economics
/// 13, 2010, pp. 284–298.
/// </remarks>
public static class BubbleMeasures
{
    /// <param name="prices">The (volume-weighted) mean price of each period; any unit.</param>
    /// <param name="fundamentals">The fundamental value in each period, in the same unit; as many as prices.</param>
    /// <returns>Σ |pₜ − fₜ| / (n·|f̄|): 0.1 means that prices were 10 % off value on average. No unit. Null without
    /// periods, or if the mean fundamental value is zero.</returns>
    public static double? RelativeAbsoluteDeviation(ReadOnlySpan<double> prices, ReadOnlySpan<double> fundamentals) =>
        Relative(prices, fundamentals, Math.Abs);

    /// <inheritdoc cref="RelativeAbsoluteDeviation"/>
    /// <returns>
    /// Σ (pₜ − fₜ) / (n·|f̄|): positive if the asset was overvalued on average. No unit. Null as above.
    /// </returns>
    public static double? RelativeDeviation(ReadOnlySpan<double> prices, ReadOnlySpan<double> fundamentals) =>
        Relative(prices, fundamentals, distance => distance);

    static double? Relative(ReadOnlySpan<double> prices, ReadOnlySpan<double> fundamentals, Func<double, double> weigh)
    {
        if (prices.Length != fundamentals.Length)
        {
            throw new ArgumentException(
                $"{prices.Length} prices, but {fundamentals.Length} values.", nameof(fundamentals));
        }

        if (Moments.Mean(fundamentals) is not { } mean || mean == 0)
            return null;

        double sum = 0;
        for (int i = 0; i < prices.Length; i++)
            sum += weigh(prices[i] - fundamentals[i]);

        return sum / (prices.Length * Math.Abs(mean));
    }
}
