namespace Rialto.Analysis;

/// <summary>Guesses who took, on a tape that tells neither sides nor quotes.</summary>
public static class TickTest
{
    /// <param name="prices">One per trade, in order of trading.</param>
    /// <returns>
    /// 1 for a price above the last different one, a buy; −1 below it, a sell; 0 before the price first changed.
    /// </returns>
    /// <remarks>Source: C. M. C. Lee, M. J. Ready, "Inferring trade direction from intraday data", J. Finance 46(2),
    /// 1991, pp. 733–746.</remarks>
    public static double[] Signs(ReadOnlySpan<long> prices)
    {
        double[] signs = new double[prices.Length];
        for (int i = 1; i < signs.Length; i++)
            signs[i] = prices[i] == prices[i - 1] ? signs[i - 1] : Math.Sign(prices[i] - prices[i - 1]);

        return signs;
    }
}
