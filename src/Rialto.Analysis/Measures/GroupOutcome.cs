using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How a group of participants fared.</summary>
/// <param name="Name">The group's; the participant's own where each is shown.</param>
/// <param name="Count">How many belong to it.</param>
/// <param name="TradedLots">What they traded, each match counted once for each side.</param>
/// <param name="Fees">What they paid in fees, less rebates, in currency. The gain is after fees.</param>
/// <param name="MeanGain">
/// The mean change of their net worth, in currency: cash and lots at the last prices, minus what they began with at the
/// first prices. Null if nobody's is known.
/// </param>
/// <param name="LeastGain">The worst of them.</param>
/// <param name="MostGain">The best of them.</param>
/// <param name="MeanProfit">
/// What they earned with the units that they were given, at induced values instead of prices: the mean, in currency.
/// Null if they were given none.
/// </param>
sealed record GroupOutcome(
    string Name, int Count, long TradedLots, double Fees, double? MeanGain, double? LeastGain, double? MostGain,
    double? MeanProfit)
{
    /// <summary>One outcome per group, in the order in which the groups first appear among the participants.</summary>
    public static IReadOnlyList<GroupOutcome> ByGroup(RunRecord record) =>
        [.. Enumerable.Range(0, record.Directory.Participants.Count)
            .GroupBy(p => record.Directory.Participants[p].Group, StringComparer.Ordinal)
            .Select(group => Of(record, group.Key, [.. group]))];

    /// <summary>One outcome per participant.</summary>
    public static IReadOnlyList<GroupOutcome> ByParticipant(RunRecord record) =>
        [.. record.Directory.Participants.Select((participant, p) => Of(record, participant.Name, [p]))];

    /// <summary>A participant's change of net worth, in currency.</summary>
    public static double? GainOf(RunRecord record, int participant)
    {
        ParticipantRecord participants = record.Participants;
        return (participants.FinalWorth[participant] - participants.OpeningWorth[participant]) * CashUnit(record);
    }

    static double ProfitOf(RunRecord record, InducedLedger ledger)
    {
        Instrument instrument = record.Directory[ledger.Home.Instrument];
        return ledger.Units.Sum(unit => unit.Profit) * (double)(instrument.TickSize * instrument.LotSize);
    }

    static double CashUnit(RunRecord record) =>
        record.Directory.Instruments.Count > 0 ? (double)record.Directory.Instruments[0].CashUnit : 1;

    static GroupOutcome Of(RunRecord record, string name, int[] members)
    {
        double[] gains = [.. members.Select(p => GainOf(record, p)).OfType<double>()];
        return new(
            name, members.Length, members.Sum(record.Participants.Accounts.TradedBy),
            members.Sum(p => (double)record.Participants.Accounts.FeesOf(p).Units) * CashUnit(record),
            Moments.Mean(gains), gains.Length > 0 ? gains.Min() : null, gains.Length > 0 ? gains.Max() : null,
            Moments.Mean([.. record.Ledgers.Where(ledger => members.Contains(ledger.Participant.Value)).Select(ledger =>
                ProfitOf(record, ledger))]));
    }
}
