using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How a market with induced values went, period by period.</summary>
/// <param name="Periods">Those that came to their end, in order; the only one, if there was only one.</param>
public sealed record InducedOutcome(IReadOnlyList<InducedPeriod> Periods)
{
    /// <summary>The mean over the periods. Unit: percent.</summary>
    public double? Efficiency => Mean(period => period.Efficiency);

    /// <summary>The mean over the periods. Unit: percent.</summary>
    public double? Alpha => Mean(period => period.Alpha);

    /// <summary>The mean over the periods.</summary>
    public double? TradesPerPeriod => Mean(period => period.Trades);

    /// <param name="ledgers">Those of all traders of one listing.</param>
    /// <returns>Null if there are none.</returns>
    public static InducedOutcome? Of(IEnumerable<InducedLedger> ledgers)
    {
        InducedLedger[] all = [.. ledgers];
        if (all.Length == 0)
            return null;

        long complete = all.Min(ledger => ledger.CompletePeriods);
        return new(complete == 0
            ? [InducedPeriod.Of([.. all.SelectMany(ledger => ledger.Units)])]
            : [.. all.SelectMany(ledger => ledger.Units)
                .Where(unit => unit.Period < complete)
                .GroupBy(unit => unit.Period)
                .OrderBy(period => period.Key)
                .Select(period => InducedPeriod.Of([.. period]))]);
    }

    double? Mean(Func<InducedPeriod, double?> measure) => Moments.Mean([.. Periods.Select(measure).OfType<double>()]);
}
