using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

/// <summary>
/// What came of induced values, against a market worked out by hand: values 120 and 90, costs 60 and 100. One unit
/// trades in equilibrium, at 90 to 100; it is worth 60.
/// </summary>
public sealed class InducedOutcomeTests
{
    static readonly InducedLedger[] Ledgers =
    [
        new(
            new(0), default, CompletePeriods: 2,
            [Traded(Side.Buy, 120, 0, 95), Traded(Side.Buy, 120, 1, 110), Untraded(Side.Buy, 120, 2)]),
        new(
            new(0), default, CompletePeriods: 2,
            [Untraded(Side.Buy, 90, 0), Untraded(Side.Buy, 90, 1), Untraded(Side.Buy, 90, 2)]),
        new(
            new(1), default, CompletePeriods: 2,
            [Traded(Side.Sell, 60, 0, 95), Untraded(Side.Sell, 60, 1), Untraded(Side.Sell, 60, 2)]),
        new(
            new(1), default, CompletePeriods: 2,
            [Untraded(Side.Sell, 100, 0), Traded(Side.Sell, 100, 1, 110), Untraded(Side.Sell, 100, 2)]),
    ];

    [Fact]
    public void Each_complete_period_is_measured()
    {
        InducedOutcome outcome = InducedOutcome.Of(Ledgers)!;

        // 60 of 60, then 20 of 60.
        Assert.Equal([100, 100.0 / 3], outcome.Periods.Select(period => period.Efficiency!.Value));
        Assert.Equal([0, 100 * 15 / 95.0], outcome.Periods.Select(period => period.Alpha!.Value));
        Assert.Equal([1L, 1L], outcome.Periods.Select(period => period.Trades));
        Assert.All(outcome.Periods, period =>
            Assert.Equal(new CompetitiveEquilibrium(1, new(90), new(100)), period.Equilibrium));
        Assert.Equal(200.0 / 3, outcome.Efficiency!.Value, 1e-12);
    }

    [Fact]
    public void A_market_without_periods_is_one_period()
    {
        InducedOutcome outcome = InducedOutcome.Of(
            Ledgers.Select(ledger => ledger with { CompletePeriods = 0, Units = [ledger.Units[0]] }))!;
        Assert.Equal(100, Assert.Single(outcome.Periods).Efficiency);
    }

    [Fact]
    public void A_market_without_induced_values_has_no_outcome() => Assert.Null(InducedOutcome.Of([]));

    [Fact]
    public void Measures_and_profits_stand_in_the_metrics()
    {
        RunRecord record = new(SyntheticRun.Directory(1, 2), new(default, new(1_000_000_000))) { Ledgers = Ledgers };
        new MarketScript(record).Bid(5, 9_990).Ask(5, 10_000).At(0);
        JsonObject metrics = Metrics.Of(record);

        JsonNode listing = metrics["listings"]!["focal"]!["XYZ"]!;
        Assert.Equal(66.6666666667, (double)listing["allocativeEfficiencyPercent"]!);
        Assert.Equal(15.7894736842, (double)listing["smithAlphaLastPeriodPercent"]!);
        Assert.Contains("profitMean", metrics["participants"]!.ToJsonString(), StringComparison.Ordinal);
    }

    static InducedUnit Traded(Side side, long value, long period, long price) =>
        new(side, new(value), period, new Timestamp(1), new(price));

    static InducedUnit Untraded(Side side, long value, long period) => new(side, new(value), period);
}
