using FsCheck.Fluent;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// Monitors are silent in every market, and each of them speaks when its rule is broken: by a step that is forged.
/// </summary>
public sealed class MonitorTests
{
    static readonly ParticipantId Ann = new(0);
    static readonly ParticipantId Bob = new(1);

    readonly Scene _scene = new();
    readonly EventBuffer _events = new();
    readonly MarketMonitors _monitors;
    long _steps;

    public MonitorTests()
    {
        _scene.Add("ann", 1000, 10);
        _scene.Add("bob", 1000, 10);
        _monitors = new MarketMonitors(_scene.Market, _scene.Setup());
    }

    [Fact]
    public void They_are_silent_amid_noise_and_change_nothing() => Property.Holds(Gen.Choose(0, 1_000_000), seed =>
    {
        SettlementPolicy settlement = (SettlementPolicy)(seed % 3);
        Assert.Equal(Run(isMonitored: false), Run(isMonitored: true));

        ulong Run(bool isMonitored)
        {
            MarketSetup setup = NoisyMarket.Setup((ulong)seed, settlement, TieBreak.Random, hasBatch: seed % 2 == 0);
            Market market = new(setup);
            MarketMonitors monitors = new(market, setup);
            if (isMonitored)
                market.Add(monitors);

            market.RunUntil(Clock.At(20));
            market.Close();
            if (isMonitored)
                monitors.Complete();

            return market.Hash;
        }
    });

    [Fact]
    public void They_are_silent_behind_a_speed_bump_and_through_a_halt()
    {
        Scene scene = new(new VenueSetup(
            [new SpeedBumpRules { Inner = new ContinuousRules(), Delay = Clock.Ms(1) }], TieBreak.Arrival));
        ParticipantId ann = scene.Add("ann");
        MarketMonitors monitors = new(scene.Market, scene.Setup());
        scene.Market.Add(monitors);
        scene.Enter(1, ann, Side.Sell, 10);
        scene.Enter(1.5, ann, Side.Buy, 10);
        scene.Run(until: 4);
        scene.Market.Halt(Scene.First);
        scene.Market.Resume(Scene.First);
        scene.Enter(5, ann, Side.Buy, 9);
        scene.Market.Close();
        monitors.Complete();

        Assert.Contains("5 ann rejected 3 Closed", scene.Log);
    }

    [Fact]
    public void A_step_from_the_past_is_reported_with_its_number_time_and_input()
    {
        Forge(at: 5, Enter(Ann, 1, Side.Buy, 90), () => _events.Accepted(Enter(Ann, 1, Side.Buy, 90), new(1), new(90)));

        Assert.Equal(
            "the rule that no event comes from the past, and none is left out is broken: it was 0.005000000 s already. "
                + "step 2, 0.004000000 s, focal/XYZ: bob enters 1, buy 1 at 91 → bob: order 1 accepted as #2, "
                    + "buy 1 at 91",
            Broken(at: 4, Enter(Bob, 1, Side.Buy, 91), () =>
                _events.Accepted(Enter(Bob, 1, Side.Buy, 91), new(2), new(91))));
    }

    [Fact]
    public void A_step_that_is_left_out_is_reported()
    {
        _steps = 3;
        Assert.Contains(
            "the step before had the number 0", Broken(at: 1, Enter(Ann, 1, Side.Buy, 90), () => { }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_without_an_answer_or_with_two_is_reported()
    {
        Assert.Contains(
            "there is no answer", Broken(at: 1, Enter(Ann, 1, Side.Buy, 90), () => { }), StringComparison.Ordinal);
        Assert.Contains("2 answer(s)", Broken(at: 1, Enter(Ann, 2, Side.Buy, 90), () =>
        {
            _events.Accepted(Enter(Ann, 2, Side.Buy, 90), new(1), new(90));
            _events.Rejected(Enter(Ann, 2, Side.Buy, 90), RejectReason.InvalidPrice);
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_crossed_book_is_reported()
    {
        Rest(Ann, 1, Side.Sell, 100);

        Assert.Contains("the best bid is 100, the best ask 100", Broken(at: 1, Enter(Bob, 1, Side.Buy, 100), () =>
        {
            _events.Accepted(Enter(Bob, 1, Side.Buy, 100), new(2), new(100));
            _events.LevelChanged(Side.Buy, new(100), Quantity.One, 1);
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_displayed_book_that_is_not_the_venues_is_found_when_all_is_compared()
    {
        Rest(Ann, 1, Side.Sell, 100);

        MonitorException broken = Assert.Throws<MonitorException>(_monitors.Complete);
        Assert.Contains(
            "focal/XYZ asks: the venue has 0 levels, the public was told of 1", broken.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 100, "the step makes -1 lots")]
    [InlineData(1, 101, "makes 0 lots and 1 units of cash")]
    [InlineData(1, 100, "ann has 1000 units of cash and 10 lots, by its executions 1100 and 9")]
    public void Lots_and_cash_that_come_from_nowhere_are_reported(long soldLots, long soldAt, string expected)
    {
        Rest(Ann, 1, Side.Sell, 100, lots: 2);

        Assert.Contains(expected, Broken(at: 1, Enter(Bob, 1, Side.Buy, 100), () =>
        {
            _events.Accepted(Enter(Bob, 1, Side.Buy, 100), new(2), new(100));
            _events.Executed(
                Side.Sell, Ann, new(1), new(1), new(soldAt), new(soldLots), Quantity.One, Liquidity.Added, new(1));
            _events.Executed(
                Side.Buy, Bob, new(2), new(1), new(100), Quantity.One, Quantity.Zero, Liquidity.Removed, new(1));
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_trades_before_an_earlier_or_better_one_is_reported()
    {
        PriorityMonitor monitor = new(_scene.Market.Directory);
        MonitoredListing listing = new(Scene.First, new ContinuousRules());

        Assert.Null(See(Ann, 1, number: 1, price: 100));
        Assert.Null(See(Bob, 1, number: 2, price: 100));
        Assert.Equal("#2 of bob trades at 100, and #1 stood before it at 100", Trade(Bob, number: 2));
        Assert.Null(Trade(Ann, number: 1));
        Assert.Null(Trade(Bob, number: 2));
        Assert.Equal("#9 of bob trades and is not in the book", Trade(Bob, number: 9, name: 9));

        string? See(ParticipantId who, long name, long number, long price)
        {
            Request request = Enter(who, name, Side.Sell, price);
            _events.Clear();
            _events.Accepted(request, new(number), new(price));
            return Check(request);
        }

        string? Trade(ParticipantId resting, long number, long name = 1)
        {
            _events.Clear();
            _events.Executed(
                Side.Sell, resting, new(number), new(name), new(100), Quantity.One, Quantity.Zero, Liquidity.Added,
                new(1));
            return Check(Enter(Bob, 2, Side.Buy, 100));
        }

        string? Check(in Request request)
        {
            Input input = Input.OfRequest(Clock.At(1), Origin.Agent, request);
            Step step = new(1, input, _events.Written);
            listing.Follow(step);
            return monitor.Check(step, listing);
        }
    }

    void Rest(ParticipantId who, long name, Side side, long price, long lots = 1)
    {
        Request request = Enter(who, name, side, price, lots);
        Forge(at: 0, request, () =>
        {
            _events.Accepted(request, new(_steps), new(price));
            _events.LevelChanged(side, new(price), new(lots), 1);
        });
    }

    static Request Enter(ParticipantId who, long name, Side side, long price, long lots = 1) => default(Request) with
    {
        Kind = RequestKind.Enter, Participant = who, Order = new(name), Side = side, Limit = new(price), Quantity = new(
            lots),
    };

    string Broken(double at, Request request, Action happens)
    {
        long before = _steps;
        MonitorException broken = Assert.Throws<MonitorException>(() => Forge(at, request, happens));
        _steps = Math.Max(before, _steps);
        return broken.Message;
    }

    void Forge(double at, in Request request, Action happens)
    {
        _events.Clear();
        happens();
        Input input = Input.OfRequest(Clock.At(at), Origin.Agent, request);
        _monitors.OnStep(new Step(++_steps, input, _events.Written));
    }
}
