using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Tests.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>What every trader with induced values does: units, periods, rounds, its ledger.</summary>
public sealed class InducedTraderTests
{
    const string Buyers = "zero-intelligence-constrained: { name: buyers, count: 3, side: buy, range: [1, 200], pace: "
        + "2 / s, values: [120, 110, 90], period: 10 s }";
    const string Sellers = "zero-intelligence-constrained: { name: sellers, count: 3, side: sell, range: [1, 200], "
        + "pace: 2 / s, values: [60, 80, 100], period: 10 s }";

    [Fact]
    public void The_ledger_is_what_the_venue_says()
    {
        Executions venue = new();
        SimulationRun run = InducedMarket.Run(InducedMarket.Of("50 s", Buyers, Sellers), 1, venue);

        List<string> ledgers = [];
        foreach (InducedLedger ledger in run.Ledgers)
        {
            ledgers.AddRange(ledger.Units.Where(unit => unit.TradedAt is not null).Select(unit =>
                $"{ledger.Participant.Value} {unit.Side} {unit.Price} {unit.TradedAt}"));
        }

        Assert.True(venue.All.Count > 40);
        Assert.Equal(venue.All.Order(StringComparer.Ordinal), ledgers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Units_are_traded_in_order_and_restored_by_period()
    {
        SimulationRun run = InducedMarket.Run(InducedMarket.Of("50 s", Buyers, Sellers));
        foreach (InducedLedger ledger in run.Ledgers)
        {
            Assert.Equal(5, ledger.CompletePeriods);
            IGrouping<long, InducedUnit>[] periods = [.. ledger.Units.GroupBy(unit => unit.Period)];
            // The last is given when the market closes.
            Assert.Equal([0, 1, 2, 3, 4, 5], periods.Select(period => period.Key));
            foreach (IGrouping<long, InducedUnit> period in periods)
            {
                long[] values = [.. period.Select(unit => unit.Value.Ticks)];
                Assert.Equal(ledger.Participant.Value < 3 ? [120, 110, 90] : new long[] { 60, 80, 100 }, values);
                Timestamp?[] times = [.. period.Select(unit => unit.TradedAt)];
                Assert.Equal(times.TakeWhile(time => time is not null).Order(), times.Where(time => time is not null));
                Assert.All(times, time =>
                    Assert.True(time is not { } at || at.Nanoseconds / 10_000_000_000 == period.Key));
            }
        }
    }

    [Fact]
    public void Nobody_who_is_constrained_loses()
    {
        SimulationRun run = InducedMarket.Run(InducedMarket.Of("50 s", Buyers, Sellers));
        Assert.All(run.Ledgers.SelectMany(ledger => ledger.Units), unit => Assert.True(unit.Profit >= 0));
    }

    [Fact]
    public void In_rounds_a_shout_improves_and_a_trade_ends_the_round()
    {
        Rounds rounds = new();
        InducedMarket.Run(
            InducedMarket.Of(
                "50 s", Buyers.Replace("period", "rounds: true, period"),
                Sellers.Replace("period", "rounds: true, period")),
            1, rounds);

        Assert.True(rounds.Trades > 20);
        Assert.True(rounds.Improvements > 20);
    }

    [Fact]
    public void A_row_of_the_schedule_is_an_agent_s()
    {
        SimulationRun run = InducedMarket.Run(InducedMarket.Of(
            "5 s", "giveaways: { count: 2, side: buy, range: [1, 200], pace: 1 / s, schedule: [[50], [40, 30]] }"));

        Assert.Equal([50L], run.Ledgers[0].Units.Select(unit => unit.Value.Ticks));
        Assert.Equal([40L, 30L], run.Ledgers[1].Units.Select(unit => unit.Value.Ticks));
        Assert.All(run.Ledgers, ledger => Assert.Equal(0, ledger.CompletePeriods));
    }

    [Fact]
    public void Customers_that_drip_in_come_once_a_period_and_never_together()
    {
        Arrivals arrivals = new();
        InducedMarket.Run(
            InducedMarket.Of("100 s", "giveaways: { count: 20, side: buy, range: [1, 200], pace: 1000 / s, between: "
                + "[75, 110], period: 10 s, replenishment: drip }"),
            1, arrivals);

        // Nobody sells: at a thousand thoughts a second an order with another price tells of another customer.
        Assert.InRange(arrivals.Prices.Count, 180, 200);
        Assert.All(arrivals.Prices, price => Assert.InRange(price.Ticks, 75, 110));
        Assert.InRange(arrivals.Times.Distinct().Count(), arrivals.Times.Count - 1, arrivals.Times.Count);
    }

    [Fact]
    public void Another_group_leaves_a_trader_s_shouts_as_they_were()
    {
        const string Alone =
            "zero-intelligence-plus: { name: alone, side: buy, range: [1, 200], pace: 2 / s, values: [100, 90] }";
        const string Elsewhere = "zero-intelligence-plus: { name: others, count: 5, side: sell, range: [150, 200], "
            + "pace: 2 / s, values: [160] }";
        InducedMarket.Shouts before = new("alone");
        InducedMarket.Shouts after = new("alone");
        Run(InducedMarket.Of("20 s", Alone), before);
        Run(InducedMarket.Of("20 s", Elsewhere, Alone), after);

        Assert.True(before.All.Count > 20);
        Assert.Equal(before.All.Select(TimeOf), after.All.Select(TimeOf));

        static string TimeOf(string shout) => shout.Split(' ')[0];
        static void Run(string text, InducedMarket.Shouts shouts)
        {
            SimulationRun run = new(ScenarioText.Read(text), 1);
            shouts.Market = run.Market;
            run.Market.Add(shouts);
            while (run.Advance())
            {
            }
        }
    }

    [Theory]
    [InlineData("values: [1], between: [1, 2]", "exactly one of")]
    [InlineData("period: 1 s", "exactly one of")]
    [InlineData("schedule: [[1]]", "1 rows for 2 agents")]
    [InlineData("values: [1], period: 0 s", "A 'period' lasts")]
    [InlineData("values: [1], replenishment: drip", "Customers who drip in need a 'period'")]
    [InlineData("values: [1.5]", "not a whole number of ticks")]
    public void Instructions_that_contradict_themselves_are_refused(string keys, string why)
    {
        string text = InducedMarket.Of(
            "5 s", $"giveaways: {{ count: 2, side: buy, range: [1, 200], pace: 1 / s, {keys} }}");
        string said = Assert.Throws<ScenarioException>(() => ScenarioText.Read(text)).Message;
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Contains("scenario.yaml:8:", said, StringComparison.Ordinal);
    }

    sealed class Executions : IMarketListener
    {
        public List<string> All { get; } = [];

        public void OnStep(in Step step)
        {
            foreach (MarketEvent happened in step.Events)
            {
                if (happened.Kind == EventKind.Executed)
                    All.Add($"{happened.Participant.Value} {happened.Side} {happened.Price} {step.Input.At}");
            }
        }
    }

    sealed class Arrivals : IMarketListener
    {
        readonly SortedDictionary<int, Price> _last = [];

        public List<Price> Prices { get; } = [];

        public List<Timestamp> Times { get; } = [];

        public void OnStep(in Step step)
        {
            Request request = step.Input.Request;
            if (step.Input.Kind != InputKind.Request || request.Kind is not (RequestKind.Enter or RequestKind.Replace)
                || (_last.TryGetValue(request.Participant.Value, out Price last) && last == request.Limit))
                return;

            _last[request.Participant.Value] = request.Limit;
            Prices.Add(request.Limit);
            Times.Add(step.Input.At);
        }
    }

    sealed class Rounds : IMarketListener
    {
        readonly DisplayedBook _book = new();
        Timestamp _endedAt = Timestamp.Never;

        public int Trades { get; private set; }

        public int Improvements { get; private set; }

        public void OnStep(in Step step)
        {
            Request request = step.Input.Request;
            if (step.Input.Kind == InputKind.Request && request.Kind is RequestKind.Enter or RequestKind.Replace)
            {
                // Nothing may be left of the round that a trade ended.
                if (step.Input.At > _endedAt)
                    Assert.True(_book.Best(Side.Buy) is null && _book.Best(Side.Sell) is null);
                if (_book.Best(request.Side) is { } best)
                {
                    Assert.True(request.Side.IsBetter(request.Limit, best.Price));
                    Improvements++;
                }

                _endedAt = Timestamp.Never;
            }

            foreach (MarketEvent happened in step.Events)
            {
                _book.Apply(happened);
                if (happened.Kind != EventKind.Trade)
                    continue;

                Trades++;
                _endedAt = step.Input.At;
            }
        }
    }
}
