using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Smith's coefficient of convergence: how far trades stray from the competitive equilibrium.</summary>
public static class SmithAlpha
{
    /// <param name="prices">One price per trade, in any order; at least one. Unit: ticks.</param>
    /// <param name="equilibrium">
    /// The competitive equilibrium price P₀ &gt; 0. Unit: ticks; it may fall between two.
    /// </param>
    /// <returns>100·√(Σ (pᵢ − P₀)² / n) / P₀, a percentage; 0 when every trade is at equilibrium.</returns>
    /// <exception cref="ArgumentException"><paramref name="prices"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="equilibrium"/> is not strictly positive.
    /// </exception>
    /// <remarks>O(n), no allocation. Source: V. L. Smith, J. Political Economy 70(2), 1962, pp. 111–137.</remarks>
    public static double Of(ReadOnlySpan<Price> prices, double equilibrium)
    {
        if (prices.IsEmpty)
            throw new ArgumentException("No trade strays from anything.", nameof(prices));
        if (!(equilibrium > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(equilibrium), equilibrium, "An equilibrium price above zero is needed.");
        }

        double sum = 0;
        foreach (Price price in prices)
        {
            double distance = price.Ticks - equilibrium;
            sum += distance * distance;
        }

        return 100 * Math.Sqrt(sum / prices.Length) / equilibrium;
    }
}
