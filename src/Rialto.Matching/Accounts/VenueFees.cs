using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Applies a venue's schedule of fees: remembers how much each participant has traded there, and so which tier holds.
/// </summary>
sealed class VenueFees(FeeSchedule schedule, int participants)
{
    readonly long[] _traded = new long[participants];
    readonly int[] _tier = new int[participants];

    /// <summary>What one lot costs at most, whoever trades it and how.</summary>
    public long HighestPerLot(long value) => schedule.Highest.Of(1, value);

    /// <summary>How much cash one lot moves at most, as a fee or a rebate.</summary>
    public long LargestPerLot(long value) => schedule.Largest.Of(1, value);

    /// <summary>The fee of an execution, by the tier that held before it; then counts its lots.</summary>
    public long Next(ParticipantId participant, Liquidity liquidity, Quantity lots, long turnover)
    {
        ref int tier = ref _tier[participant.Value];
        ref long traded = ref _traded[participant.Value];
        long fee = schedule.Tiers[tier].For(liquidity).Of(lots.Lots, turnover);

        traded += lots.Lots;
        while (tier + 1 < schedule.Tiers.Count && schedule.Tiers[tier + 1].FromLots <= traded)
            tier++;

        return fee;
    }
}
