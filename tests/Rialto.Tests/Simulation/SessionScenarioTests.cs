using Rialto.Journal;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Call markets, schedules and price bands in scenarios.</summary>
public sealed class SessionScenarioTests
{
    const string Venue = "focal: { institution: continuous, ties: arrival }";

    [Theory]
    [InlineData("{ call: 30 s }", 30, 0, BookDisplay.Closed, Rationing.Time)]
    [InlineData(
        "{ call: 30 s, phase: 10 s, book: open, rationing: pro-rata }", 30, 10, BookDisplay.Open, Rationing.ProRata)]
    [InlineData(
        "{ call: on-demand, book: indicative, rationing: time }", null, 0, BookDisplay.Indicative, Rationing.Time)]
    public void A_call_market_is_written_with_its_interval(
        string institution, int? interval, int phase, BookDisplay display, Rationing rationing) =>
        Assert.Equal(
            new CallRules
            {
                Interval = interval is { } s ? Duration.FromSeconds(s) : null, Phase = Duration.FromSeconds(phase),
                Display = display, Rationing = rationing,
            },
            RulesOf($"focal: {{ institution: {institution} }}"));

    [Theory]
    [InlineData("continuous", PriceRule.Resting)]
    [InlineData("{ continuous: resting }", PriceRule.Resting)]
    [InlineData("{ continuous: midpoint }", PriceRule.Midpoint)]
    [InlineData("{ continuous: overlap }", PriceRule.Overlap)]
    public void A_continuous_auction_is_written_with_its_price_rule(string institution, PriceRule price) =>
        Assert.Equal(new ContinuousRules { Price = price }, RulesOf($"focal: {{ institution: {institution} }}"));

    [Fact]
    public void A_trading_day_is_written_with_its_phases_bands_and_auctions()
    {
        ScheduledRules rules = Assert.IsType<ScheduledRules>(RulesOf(
            """
            focal:
                institution: continuous
                schedule: { phases: [[0 s, pre-open], [1 s, opening-auction], [2 s, continuous], [3 s, closing-auction], [4 s, closed]], every: 5 s }
                bands: { static: 2.5 %, dynamic: 25 ticks, reference: 100, interruption: 300 ms, random-end: 20 ms }
                auctions: { book: open, rationing: pro-rata, reopening: 1 s }
            """));

        Assert.Equal(new ContinuousRules(), rules.Inner);
        Assert.Equal(Duration.FromSeconds(5), rules.Schedule!.Every);
        Assert.Equal(
        [
            (0, TradingState.PreOpen), (1, TradingState.OpeningAuction), (2, TradingState.Continuous),
            (3, TradingState.ClosingAuction), (4, TradingState.Closed),
        ], rules.Schedule.Phases.Select(phase => (phase.Start.Nanoseconds / 1_000_000_000, phase.State)));
        Assert.Equal(
            new PriceBands
            {
                Static = PriceBand.OfShare(25_000), Dynamic = PriceBand.OfTicks(new(25)), Reference = new(10_000),
                Interruption = Duration.FromMilliseconds(300), RandomEnd = Duration.FromMilliseconds(20),
            }, rules.Bands);
        Assert.Equal(
            (BookDisplay.Open, Rationing.ProRata, Duration.FromSeconds(1)),
            (rules.Display, rules.Rationing, rules.Reopening));
    }

    [Fact]
    public void A_schedule_alone_is_a_list()
    {
        ScheduledRules rules = Assert.IsType<ScheduledRules>(
            RulesOf("focal: { institution: { batch: 1 s }, schedule: [[0 s, continuous], [5 s, closed]] }"));

        Assert.Equal(
            (2, null, BookDisplay.Indicative), (rules.Schedule!.Phases.Count, rules.Schedule.Every, rules.Display));
        Assert.Null(rules.Bands);
    }

    [Theory]
    [InlineData("institution: { call: 30 s, boook: open }", "7:39: unknown key 'boook'; did you mean 'book'?")]
    [InlineData(
        "institution: { call: 30 }", "7:33: found '30', expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData(
        "institution: { call: 30 s, book: dark }", "7:45: found 'dark'; expected one of: closed, indicative, open.")]
    [InlineData(
        "institution: { call: 30 s, rationing: random }", "7:50: found 'random'; expected one of: time, pro-rata.")]
    [InlineData("institution: continuous, shedule: []", "7:37: unknown key 'shedule'; did you mean 'schedule'?")]
    [InlineData("institution: continuous, schedule: []", "7:47: A schedule has at least one phase.")]
    [InlineData("institution: continuous, schedule: [[0 s, open]]",
        "7:54: found 'open'; expected one of: pre-open, opening-auction, continuous, closing-auction, closed.")]
    [InlineData(
        "institution: continuous, schedule: [0 s]", "7:48: expected [time, phase], for example [1 min, continuous].")]
    [InlineData("institution: continuous, schedule: [[1 s, continuous], [1 s, closed]]",
        "7:47: The phase at 1.000000000 s does not come after the one before.")]
    [InlineData("institution: continuous, schedule: { phases: [[1 s, continuous], [3 s, closed]], every: 2 s }",
        "7:47: The phase at 3.000000000 s begins after the next day has.")]
    [InlineData("institution: continuous, bands: { static: 10 % }",
        "7:44: 'interruption' is missing: expected how long orders are collected when a band is reached.")]
    [InlineData("institution: continuous, bands: { interruption: 1 s }", "7:44: expected 'static', 'dynamic' or both.")]
    [InlineData("institution: continuous, bands: { static: 10, interruption: 1 s }",
        "7:54: found '10', expected a part of the price or a number of ticks, for example 2.5 % or 25 ticks.")]
    [InlineData("institution: continuous, bands: { static: 101 %, interruption: 1 s }",
        "7:54: '101 %' is out of range: from 0 to 100 %, in steps of 0.0001 %.")]
    [InlineData("institution: continuous, bands: { static: 1 %, interruption: 1 s, reference: 0.001 }",
        "7:89: '0.001' is not a whole number of ticks: the tick of XYZ is 0.01.")]
    [InlineData("institution: { batch: 1 s }, bands: { static: 1 %, interruption: 1 s }",
        "7:48: only a continuous institution has bands.")]
    [InlineData(
        "institution: { call: 1 s }, schedule: [[1 s, continuous]]", "7:50: a call market has no trading sessions.")]
    [InlineData("institution: continuous, market-data: L3", "7:50: found 'L3'; expected one of: levels, orders.")]
    [InlineData("institution: { batch: 1 s }, market-data: orders",
        "7:54: orders are not shown where the book is not always open: expected levels, or 'book: open'.")]
    [InlineData("institution: continuous, schedule: [[0 s, continuous]], market-data: orders",
        "7:81: orders are not shown where the book is not always open: expected levels, or 'book: open'.")]
    public void What_cannot_be_is_refused_where_it_stands(string venue, string message) =>
        Assert.Equal(
            $"scenario.yaml:{message}",
            Assert.Throws<ScenarioException>(() => RulesOf($"focal: {{ {venue} }}")).Message);

    [Theory]
    [InlineData("institution: continuous", false)]
    [InlineData("institution: continuous, market-data: levels", false)]
    [InlineData("institution: { batch: 1 s }, market-data: levels", false)]
    [InlineData("institution: continuous, market-data: orders", true)]
    [InlineData("institution: continuous, speed-bump: 1 ms, market-data: orders", true)]
    [InlineData("institution: { call: 1 s, book: open }, market-data: orders", true)]
    [InlineData(
        "institution: continuous, schedule: [[0 s, continuous]], auctions: { book: open }, market-data: orders", true)]
    public void A_venue_may_tell_of_orders_one_by_one(string venue, bool shows) =>
        Assert.Equal(
            shows, ScenarioText.Read(ScenarioText.With(Venue, $"focal: {{ {venue} }}")).Build(1).Venues[0].ShowsOrders);

    [Fact]
    public void A_scenario_with_a_trading_day_trades_in_it()
    {
        Scenario scenario = ScenarioText.Read(ScenarioText.With(
            Venue, "focal: { institution: continuous, schedule: [[1 s, opening-auction], [3 s, continuous], [7 s, "
                + "closing-auction], [8 s, closed]] }"));
        SimulationRun run = new(scenario, 7);
        List<Timestamp> trades = [];
        run.Market.Add(new Traded(trades));
        while (run.Advance())
        {
        }

        long[] seconds = [.. trades.Select(at => at.Nanoseconds / 1_000_000_000).Distinct().Order()];
        Assert.Equal([3, 4, 5, 6, 8], seconds);
    }

    static InstitutionRules RulesOf(string venue) =>
        ScenarioText.Read(ScenarioText.With(Venue, venue)).Build(1).Venues[0].Rules[0];

    sealed class Traded(List<Timestamp> trades) : IMarketListener
    {
        public void OnStep(in Step step)
        {
            if (step.Input.Listing.Venue.Value != 0)
                return;

            foreach (MarketEvent happened in step.Events)
            {
                if (happened.Kind == EventKind.Trade)
                    trades.Add(step.Input.At);
            }
        }
    }
}
