using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching;

/// <summary>Requests wait five nanoseconds before a continuous auction, or before what the test says.</summary>
public sealed class SpeedBumpTests
{
    readonly MarketTape _market = Bump();

    [Fact]
    public void A_request_is_answered_when_it_has_waited()
    {
        _market.Sell(5, at: 100).Until(2).Buy(3, at: 101).Until(4);
        Assert.Empty(_market.Events);
        Assert.Equal(new Timestamp(5), _market.NextDeadline());

        _market.Until(20);
        Assert.Equal(
        [
            "5 accepted 1 Sell 5@100",
            "5 ask 5@100 of 1",
            "7 accepted 2 Buy 3@101",
            "7 executed 1 3@100 remaining 2 Added m1",
            "7 executed 2 3@100 remaining 0 Removed m1",
            "7 trade Buy 3@100 m1",
            "7 ask 2@100 of 1",
        ], _market.Events);
        Assert.Null(_market.NextDeadline());
    }

    [Fact]
    public void Requests_go_on_in_the_order_in_which_they_arrived()
    {
        _market.Buy(1, at: 100).Buy(1, at: 101).Cancel(1).Replace(2, 2, at: 99).CancelAll(MarketTape.Bob).Until(5);

        Assert.Equal(
        [
            "5 accepted 1 Buy 1@100",
            "5 accepted 2 Buy 1@101",
            "5 canceled 1 1 remaining 0 Requested",
            "5 replaced 2 by 3 Buy 2@99",
            "5 canceled 3 2 remaining 0 Requested",
        ], _market.WithoutLevels);
    }

    /// <summary>The order traded while its cancel was under way.</summary>
    [Fact]
    public void The_order_that_a_request_names_is_looked_up_when_the_request_comes_out()
    {
        _market.Sell(1, at: 100).Until(5).Buy(1, at: 100).Until(6).Cancel(1).Replace(1, 5, at: 99).Forget().Until(20);

        Assert.Equal(
            ["10 accepted 2 Buy 1@100", "10 executed 1 1@100 remaining 0 Added m1", "10 executed 2 1@100 remaining "
                + "0 Removed m1", "10 trade Buy 1@100 m1", "11 rejected 1 UnknownOrder", "11 rejected 3 UnknownOrder"],
            _market.WithoutLevels);
    }

    [Fact]
    public void Who_sends_a_request_and_its_name_are_checked_at_once_and_everything_else_when_it_comes_out()
    {
        _market.Buy(1, at: 100, named: 7).Buy(1, at: 100, named: 7).Buy(1, at: 100, by: 9).Buy(1, at: 100, on: 3).Buy(
            0, at: 100, named: 8)
            .Buy(1, at: 100, until: 4, named: 9).Cancel(99, by: MarketTape.Bob).Until(5);

        Assert.Equal(
        [
            "0 rejected 7 DuplicateClientOrderId",
            "0 rejected 1 UnknownParticipant",
            "0 rejected 2 UnknownInstrument",
            "5 accepted 7 Buy 1@100",
            "5 rejected 8 InvalidQuantity",
            "5 rejected 9 InvalidExpiry",
            "5 rejected 99 UnknownOrder",
        ], _market.WithoutLevels);
    }

    [Fact]
    public void An_expiry_is_not_delayed_and_comes_before_the_requests_of_its_instant()
    {
        _market.Sell(1, at: 100, until: 10).Until(5).Buy(1, at: 100).Forget().Until(10);

        Assert.Equal(["10 canceled 1 1 remaining 0 Expired", "10 accepted 2 Buy 1@100"], _market.WithoutLevels);
    }

    [Fact]
    public void A_request_that_comes_out_at_the_instant_of_a_batch_is_in_the_next_one()
    {
        MarketTape market = Bump(new BatchRules { Interval = new(10) });
        market.Until(4).Sell(1, at: 100).Until(5).Buy(1, at: 100).Until(15);

        Assert.Equal(
            ["9 accepted 1 Sell 1@100", "10 auction ended", "10 ask 1@100 of 1", "10 accepted 2 Buy 1@100"],
            market.Events);

        market.Forget().Until(20);
        Assert.Equal(["20 trade 1@100 m1"], market.OnlyMatches);
    }

    [Fact]
    public void At_the_close_what_waits_is_refused()
    {
        _market.Sell(1, at: 100).Until(5).Buy(1, at: 100).Cancel(1).CancelAll(MarketTape.Ann).Forget().Close().Buy(
            1, at: 100).Until(20);

        Assert.Equal(
        [
            "5 rejected 2 Closed",
            "5 rejected 1 Closed",
            "5 rejected 0 Closed",
            "5 canceled 1 1 remaining 0 Closed",
            "5 ask 0@100 of 0",
            "5 closed",
            "5 rejected 3 Closed",
        ], _market.Events);
        Assert.Null(_market.NextDeadline());
    }

    [Fact]
    public void Only_the_requests_of_the_classes_named_wait()
    {
        MarketTape market = Bump(delays: RequestClasses.Enter | RequestClasses.CancelAll);
        market.Buy(1, at: 100).Until(5).Replace(1, 1, at: 101).Cancel(2).Buy(1, at: 102).CancelAll(MarketTape.Bob)
            .Until(10);

        Assert.Equal(
        [
            "5 accepted 1 Buy 1@100",
            "5 replaced 1 by 2 Buy 1@101",
            "5 canceled 2 1 remaining 0 Requested",
            "10 accepted 3 Buy 1@102",
            "10 canceled 3 1 remaining 0 Requested",
        ], market.WithoutLevels);
    }

    [Fact]
    public void A_later_name_does_not_use_up_that_of_an_order_that_waits()
    {
        MarketTape market = Takers();
        market.Sell(1, at: 100).Buy(1, at: 100).Buy(1, at: 99).Until(5);

        Assert.Equal(
            ["0 accepted 1 Sell 1@100", "0 accepted 3 Buy 1@99", "5 accepted 2 Buy 1@100",
                "5 executed 1 1@100 remaining 0 Added m1"],
            market.WithoutLevels.Take(4));
    }

    [Fact]
    public void Of_takers_only_those_wait_that_accept_the_best_displayed_price()
    {
        MarketTape market = Takers();
        market.Buy(1, at: 98).BuyAtMarket(1).Sell(1, at: 101).Buy(1, at: 100).Sell(
            1, at: 100, flags: OrderFlags.PostOnly)
            .Sell(1, at: 99).BuyAtMarket(1).Buy(1, at: 101, FillOrKill).Replace(3, 1, at: 100).Replace(1, 1, at: 99)
                .Cancel(4);

        // Orders 2, 4 and 5 came to an empty side, below it, and as post-only; 6 to 9 wait, and the replacement by 10
        // does not.
        Assert.Equal(
        [
            "0 accepted 1 Buy 1@98",
            "0 accepted 2 Buy 1@0",
            "0 canceled 2 1 remaining 0 Immediate",
            "0 accepted 3 Sell 1@101",
            "0 accepted 4 Buy 1@100",
            "0 rejected 5 WouldTrade",
            "0 replaced 1 by 10 Buy 1@99",
            "0 canceled 4 1 remaining 0 Requested",
        ], market.WithoutLevels);
        Assert.Equal(new Timestamp(5), market.NextDeadline());

        market.Forget().Until(5);
        Assert.Equal(
            ["5 accepted 6 Sell 1@99", "5 accepted 7 Buy 1@0", "5 accepted 8 Buy 1@101", "5 rejected 9 UnknownOrder"],
            market.Events.Where(line => line.Contains("accepted", StringComparison.Ordinal)
                || line.Contains("rejected", StringComparison.Ordinal)));
    }

    /// <summary>The maker withdraws in time; without the bump the taker would have had the stale quote.</summary>
    [Fact]
    public void Before_a_taker_comes_out_the_maker_may_withdraw()
    {
        MarketTape market = Takers();
        market.Sell(1, at: 100).Buy(1, at: 100, ImmediateOrCancel).Until(4).Cancel(1).Until(5);

        Assert.Empty(market.OnlyMatches);
        Assert.Equal("5 canceled 2 1 remaining 0 Immediate", market.Events[^1]);
    }

    [Fact]
    public void A_request_about_an_order_that_waits_does_not_overtake_it()
    {
        MarketTape market = Takers();
        market.Sell(1, at: 100).Buy(3, at: 100).Until(1).Cancel(2).Buy(1, at: 90).Replace(2, 9, at: 80).Buy(
            1, at: 70, by: MarketTape.Cyd)
            .CancelAll(MarketTape.Bob).CancelAll(MarketTape.Cyd).Until(6);

        Assert.Equal(
        [
            "0 accepted 1 Sell 1@100",
            "1 accepted 3 Buy 1@90",
            "1 accepted 5 Buy 1@70",
            "1 canceled 5 1 remaining 0 Requested",
            "5 accepted 2 Buy 3@100",
            "5 executed 1 1@100 remaining 0 Added m1",
            "5 executed 2 1@100 remaining 2 Removed m1",
            "5 trade Buy 1@100 m1",
            "6 canceled 2 2 remaining 0 Requested",
            "6 rejected 4 UnknownOrder",
            "6 canceled 3 1 remaining 0 Requested",
        ], market.WithoutLevels);
    }

    [Fact]
    public void A_cancel_that_waits_holds_nothing_else_up()
    {
        MarketTape market = Bump(delays: RequestClasses.Cancel);
        market.Sell(1, at: 100).Cancel(1).Until(1).Replace(1, 2, at: 101).CancelAll(MarketTape.Ann).Until(9);

        Assert.Equal(
        [
            "0 accepted 1 Sell 1@100",
            "1 replaced 1 by 2 Sell 2@101",
            "1 canceled 2 2 remaining 0 Requested",
            "5 rejected 1 UnknownOrder",
        ], market.WithoutLevels);
    }

    [Fact]
    public void What_is_no_request_is_refused_at_once()
    {
        _market.Send(_market.Blank((RequestKind)6, MarketTape.Ann));

        Assert.Equal(["0 rejected 0 InvalidRequest"], _market.Events);
        Assert.Null(_market.NextDeadline());
    }

    [Fact]
    public void A_bump_that_makes_no_sense_is_refused()
    {
        SpeedBumpRules bump = new() { Inner = new ContinuousRules(), Delay = new(1) };

        Assert.Throws<ArgumentOutOfRangeException>(() => bump with { Delay = default });
        Assert.Throws<ArgumentException>(() => bump with { Inner = bump });
        Assert.Throws<ArgumentException>(() =>
            new MarketTape([bump with { Inner = new BatchRules { Interval = new(1) }, OnlyTakers = true }]));
    }

    [Fact]
    public void A_bump_is_said_behind_what_it_stands_before()
    {
        SpeedBumpRules bump = new() { Inner = new ContinuousRules(), Delay = new(350_000) };

        Assert.Equal("continuous double auction behind a speed bump of 350 us", bump.Description);
        Assert.Equal(
            "continuous double auction behind a speed bump of 350 us for takers (enter, replace)",
            (bump with { OnlyTakers = true, Delays = RequestClasses.Enter | RequestClasses.Replace }).Description);
    }

    static MarketTape Bump(
        InstitutionRules? inner = null, RequestClasses delays = RequestClasses.All, bool onlyTakers = false) =>
        new([new SpeedBumpRules
        {
            Inner = inner ?? new ContinuousRules(), Delay = new(5), Delays = delays, OnlyTakers = onlyTakers,
        }]);

    static MarketTape Takers() => Bump(onlyTakers: true);
}
