using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How much of the gains from trade that were there to be had a market with induced values realised.</summary>
/// <remarks>Source: V. L. Smith, J. Political Economy 70(2), 1962; as D. K. Gode, S. Sunder, J. Political Economy
/// 101(1), 1993, pp. 119–137, count it.</remarks>
public static class AllocativeEfficiency
{
    /// <param name="values">Redemption values, one per unit that somebody could buy; any order. Unit: ticks.</param>
    /// <param name="costs">Costs, one per unit that somebody could sell; any order. Unit: ticks.</param>
    /// <param name="trades">The units that were traded, each with its buyer's value and its seller's cost.</param>
    /// <returns>
    /// 100·Σ (valueᵢ − costᵢ) / maximum surplus, a percentage: at most 100; negative if trade did more harm than good.
    /// Null if there was nothing to gain.
    /// </returns>
    /// <remarks>The prices paid do not matter: they divide the surplus, they do not make it. O(n log n).</remarks>
    public static double? Of(ReadOnlySpan<Price> values, ReadOnlySpan<Price> costs, ReadOnlySpan<UnitTrade> trades)
    {
        long maximum = MaximumSurplus(values, costs);
        return maximum > 0 ? 100.0 * Surplus(trades) / maximum : null;
    }

    /// <returns>Σ (valueᵢ − costᵢ) over the units that were traded. Unit: ticks × lots.</returns>
    public static long Surplus(ReadOnlySpan<UnitTrade> trades)
    {
        long surplus = 0;
        foreach (UnitTrade trade in trades)
            surplus += trade.Value.Ticks - trade.Cost.Ticks;

        return surplus;
    }

    /// <returns>What remains of Σ (valueᵢ − costᵢ) when the dearest value meets the cheapest cost, and so on: the most
    /// that any trades could realise. Unit: ticks × lots.</returns>
    public static long MaximumSurplus(ReadOnlySpan<Price> values, ReadOnlySpan<Price> costs)
    {
        long[] demand = Schedule.OfDemand(values);
        long[] supply = Schedule.OfSupply(costs);
        long surplus = 0;
        for (int unit = 0; unit < Math.Min(demand.Length, supply.Length) && demand[unit] > supply[unit]; unit++)
            surplus += demand[unit] - supply[unit];

        return surplus;
    }
}
