using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Applies a venue's schedule of fees: remembers how much each participant has traded there, and so which tier holds.
/// </summary>
sealed class VenueFees(FeeSchedule schedule, int participants)
{
    readonly FeeTier[] _tiers = [.. schedule.Tiers];
    readonly Standing[] _standings = new Standing[participants];

    /// <summary>What one lot costs at most, whoever trades it and how.</summary>
    public long HighestPerLot(long value) => schedule.Highest.Of(1, value);

    /// <summary>How much cash one lot moves at most, as a fee or a rebate.</summary>
    public long LargestPerLot(long value) => schedule.Largest.Of(1, value);

    /// <summary>The fee of an execution, by the tier that held before it; then counts its lots.</summary>
    public long Next(ParticipantId participant, Liquidity liquidity, Quantity lots, long turnover)
    {
        ref Standing standing = ref _standings[participant.Value];
        long fee = _tiers[standing.Tier].For(liquidity).Of(lots.Lots, turnover);
        standing.Traded += lots.Lots;
        while (standing.Tier + 1 < _tiers.Length && _tiers[standing.Tier + 1].FromLots <= standing.Traded)
            standing.Tier++;

        return fee;
    }

    /// <summary>How much a participant has traded, and which tier that reaches.</summary>
    struct Standing
    {
        public long Traded;
        public int Tier;
    }
}
