namespace Rialto.Trading;

/// <summary>One lot that a participant was given to trade: what it is worth to it, and what came of it.</summary>
/// <remarks>
/// Induced values make a laboratory's supply and demand known: who buys a lot is paid its value by the experimenter,
/// who sells one pays its cost. Source: V. L. Smith, "Experimental economics: induced value theory", American Economic
/// Review 66(2), 1976.
/// </remarks>
/// <param name="Side">Whether it is to be bought or sold.</param>
/// <param name="Value">What the lot is worth to its buyer, or costs its seller. Unit: ticks.</param>
/// <param name="Period">In which period it was given, from 0.</param>
/// <param name="TradedAt">When the participant was told that it had traded it; null if it never was.</param>
/// <param name="Price">The price paid; meaningless without a trade.</param>
public readonly record struct InducedUnit(
    Side Side, Price Value, long Period, Timestamp? TradedAt = null, Price Price = default)
{
    /// <summary>What the participant has earned with it. Unit: ticks × lots; zero if it was not traded.</summary>
    public long Profit => TradedAt is null ? 0 : Side.Sign * (Value.Ticks - Price.Ticks);
}
