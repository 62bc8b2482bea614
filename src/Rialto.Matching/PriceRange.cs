using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The prices that a venue takes: what is booked at them fits into the accounts.</summary>
sealed class PriceRange(Clearing clearing, int instruments)
{
    /// <summary>The largest distance of a price from zero.</summary>
    public const long FarthestTicks = 1_000_000_000_000;

    /// <summary>
    /// The most cash that an order with a price may move: thousands of such trades still fit into an account.
    /// </summary>
    const long LargestCost = 1_000_000_000_000_000;

    readonly ulong _ofAnyQuantity = (ulong)Enumerable.Range(0, instruments).Select(i =>
        LargestCost / clearing.CashPerTick(new InstrumentId((short)i)) / Admission.MostLots)
        .Append(FarthestTicks).Min();

    readonly bool _takesNegative = clearing.Policy == SettlementPolicy.Unlimited;

    /// <summary>By instrument: the largest product of ticks and lots.</summary>
    readonly ulong[] _largestTurnover = [.. Enumerable.Range(0, instruments).Select(i =>
        (ulong)(LargestCost / clearing.CashPerTick(new InstrumentId((short)i))))];

    /// <summary>
    /// Whether a price that is not negative is small enough for any quantity that admission lets pass. Quick.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakesAnyOf(Price price) => unchecked((ulong)price.Ticks) <= _ofAnyQuantity;

    public bool Takes(InstrumentId instrument, Price price, long lots)
    {
        if (price.Ticks is < -FarthestTicks or > FarthestTicks || (price.Ticks < 0 && !_takesNegative))
            return false;

        // Both factors are in range, but their product may not fit into 64 bits.
        ulong beyond = Math.BigMul((ulong)Math.Abs(price.Ticks), (ulong)lots, out ulong turnover);
        return beyond == 0 && turnover <= _largestTurnover[instrument.Value];
    }
}
