using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// Where induced demand meets induced supply: what a market of price takers would trade, and at which prices.
/// </summary>
/// <param name="Units">How many units, those included whose value equals their cost. At least one.</param>
/// <param name="Lowest">The lowest price at which demand equals supply. Unit: ticks.</param>
/// <param name="Highest">The highest such price. Unit: ticks.</param>
/// <remarks>Source: V. L. Smith, J. Political Economy 70(2), 1962, pp. 111–137.</remarks>
public readonly record struct CompetitiveEquilibrium(long Units, Price Lowest, Price Highest)
{
    /// <summary>The middle of the prices that clear the market: P₀ where one number is wanted. Unit: ticks.</summary>
    public double Price => 0.5 * (Lowest.Ticks + Highest.Ticks);

    /// <param name="values">Redemption values, one per unit; any order. Unit: ticks.</param>
    /// <param name="costs">Costs, one per unit; any order. Unit: ticks.</param>
    /// <returns>Null if no value reaches any cost.</returns>
    public static CompetitiveEquilibrium? Of(ReadOnlySpan<Price> values, ReadOnlySpan<Price> costs)
    {
        long[] demand = Schedule.OfDemand(values);
        long[] supply = Schedule.OfSupply(costs);
        int most = Math.Min(demand.Length, supply.Length);
        int units = 0;
        while (units < most && demand[units] >= supply[units])
            units++;

        if (units == 0)
            return null;

        // The first unit left out keeps the price from falling if it is demanded, from rising if it is supplied.
        long lowest = Math.Max(supply[units - 1], units < demand.Length ? demand[units] : long.MinValue);
        long highest = Math.Min(demand[units - 1], units < supply.Length ? supply[units] : long.MaxValue);
        return new(units, new(lowest), new(highest));
    }
}
