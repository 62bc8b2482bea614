using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>A day with its phases, what is refused in each of them, and halts.</summary>
public sealed class TradingSessionTests
{
    static readonly TradingSchedule Day = new(
    [
        new(new(10), TradingState.PreOpen),
        new(new(20), TradingState.OpeningAuction),
        new(new(30), TradingState.Continuous),
        new(new(60), TradingState.ClosingAuction),
        new(new(70), TradingState.Closed),
    ], new Duration(100));

    [Fact]
    public void A_day_has_its_phases_and_auctions_between_them() =>
        Expect(
            Open(BookDisplay.Indicative)
                .Until(15).Buy(3, at: 12).Sell(2, at: 9, TimeInForce.GoodTillCanceled)
                .Until(25).BuyAtMarket(1)
                .Until(40).Buy(1, at: 8).SellAtMarket(1)
                .Until(65).Sell(1, at: 7, TimeInForce.GoodTillCanceled).Sell(1, at: 13, TimeInForce.GoodTillCanceled)
                    .Sell(1, at: 14)
                .Until(75),
            "10 state PreOpen",
            "15 accepted 1 Buy 3@12",
            "15 accepted 2 Sell 2@9",
            "20 state OpeningAuction",
            "20 indicated 2@12 imbalance 1",
            "25 accepted 3 Buy 1@0",
            "25 indicated 2@12 imbalance 2",
            "30 executed 3 1@12 remaining 0 Auction m1",
            "30 executed 2 1@12 remaining 1 Auction m1",
            "30 trade 1@12 m1",
            "30 executed 1 1@12 remaining 2 Auction m2",
            "30 executed 2 1@12 remaining 0 Auction m2",
            "30 trade 1@12 m2",
            "30 auction ended 2@12",
            "30 state Continuous",
            "30 bid 2@12 of 1",
            "40 accepted 4 Buy 1@8",
            "40 bid 1@8 of 1",
            "40 accepted 5 Sell 1@0",
            "40 executed 1 1@12 remaining 1 Added m3",
            "40 executed 5 1@12 remaining 0 Removed m3",
            "40 trade Sell 1@12 m3",
            "40 bid 1@12 of 1",
            "60 state ClosingAuction",
            "60 bid 0@12 of 0",
            "60 bid 0@8 of 0",
            "65 accepted 6 Sell 1@7",
            "65 indicated 1@12 imbalance 0",
            "65 accepted 7 Sell 1@13",
            "65 accepted 8 Sell 1@14",
            "70 executed 1 1@12 remaining 0 Auction m4",
            "70 executed 6 1@12 remaining 0 Auction m4",
            "70 trade 1@12 m4",
            "70 auction ended 1@12",
            "70 canceled 4 1 remaining 0 Closed",
            "70 canceled 8 1 remaining 0 Closed",
            "70 ask 1@13 of 1",
            "70 closed");

    [Fact]
    public void The_next_day_begins_with_the_orders_that_did_not_end_with_the_last() =>
        Expect(
            Open(BookDisplay.Open).Until(40).Sell(2, at: 12, TimeInForce.GoodTillCanceled).Buy(1, at: 10).Until(
                105).Forget()
                .Until(125).Buy(1, at: 12).Until(175),
            "110 state PreOpen",
            "120 state OpeningAuction",
            "125 accepted 3 Buy 1@12",
            "125 bid 1@12 of 1",
            "130 executed 3 1@12 remaining 0 Auction m1",
            "130 executed 1 1@12 remaining 1 Auction m1",
            "130 trade 1@12 m1",
            "130 auction ended 1@12",
            "130 state Continuous",
            "130 bid 0@12 of 0",
            "130 ask 1@12 of 1",
            "160 state ClosingAuction",
            "170 auction ended",
            "170 closed");

    public static TheoryData<string, long, string, string, string, string, string> Refusals => new()
    {
        // State, time, and what becomes of: a limit order, one at market, immediate-or-cancel, post-only, fill-or-kill
        // at market.
        { "closed", 5, "Closed", "Closed", "Closed", "Closed", "Closed" },
        { "pre-open", 15, "", "", "NotInThisState", "NotInThisState", "NotInThisState" },
        { "opening auction", 25, "", "", "NotInThisState", "NotInThisState", "NotInThisState" },
        { "continuous", 35, "", "", "", "", "" },
        { "halted", 45, "NotInThisState", "NotInThisState", "NotInThisState", "NotInThisState", "NotInThisState" },
        { "reopening auction", 55, "", "", "NotInThisState", "NotInThisState", "NotInThisState" },
        { "closing auction", 65, "", "", "NotInThisState", "NotInThisState", "NotInThisState" },
        { "closed again", 75, "Closed", "Closed", "Closed", "Closed", "Closed" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void Each_state_has_its_legal_requests(
        string state, long at, string limit, string market, string immediate, string postOnly, string kill)
    {
        MarketTape venue = Open(BookDisplay.Closed, reopening: 8).Until(31);
        venue.Sell(9, at: 90, TimeInForce.GoodTillCanceled).Sell(1, at: 91, TimeInForce.GoodTillCanceled);
        venue = at < 31 ? Open(BookDisplay.Closed).Until(at) : venue.Until(Math.Min(at, 40));
        if (at > 40)
            venue.Halt().Until(Math.Min(at, 50));
        if (at > 50)
            venue.Resume().Until(at);

        Assert.Equal($"{limit}", Answer(venue, () => venue.Buy(1, at: 5, named: 101)));
        Assert.Equal($"{market}", Answer(venue, () => venue.Send(
            Named(venue, 102) with { Type = OrderType.Market, TimeInForce = TimeInForce.ImmediateOrCancel })));
        Assert.Equal(
            $"{immediate}", Answer(venue, () => venue.Buy(1, at: 5, TimeInForce.ImmediateOrCancel, named: 103)));
        Assert.Equal($"{postOnly}", Answer(venue, () => venue.Buy(1, at: 5, flags: OrderFlags.PostOnly, named: 104)));
        Assert.Equal($"{kill}", Answer(venue, () =>
            venue.Send(Named(venue, 105) with { Type = OrderType.Market, TimeInForce = TimeInForce.FillOrKill })));
        if (at < 31)
            return;

        Assert.Equal((state, ""), (state, Answer(venue, () => venue.Cancel(1, remaining: 1))));
        Assert.Equal((state, limit), (state, Answer(venue, () =>
            venue.Replace(2, 1, at: 92, TimeInForce.GoodTillCanceled, named: 106))));
        Assert.Equal((state, ""), (state, Answer(venue, () => venue.CancelAll(MarketTape.Ann))));
    }

    [Fact]
    public void A_halt_lets_only_cancels_through_and_ends_in_an_auction() =>
        Expect(
            Open(BookDisplay.Open, reopening: 5).Until(40).Buy(1, at: 10).Sell(1, at: 12).Forget()
                .Halt().Halt().Buy(1, at: 12).Cancel(1).Until(45).Resume().Resume().Buy(2, at: 12).Until(60),
            "40 state Halted",
            "40 rejected 3 NotInThisState",
            "40 canceled 1 1 remaining 0 Requested",
            "40 bid 0@10 of 0",
            "45 state ReopeningAuction",
            "45 accepted 4 Buy 2@12",
            "45 bid 2@12 of 1",
            "50 executed 4 1@12 remaining 1 Auction m1",
            "50 executed 2 1@12 remaining 0 Auction m1",
            "50 trade 1@12 m1",
            "50 auction ended 1@12",
            "50 state Continuous",
            "50 bid 1@12 of 1",
            "50 ask 0@12 of 0",
            "60 state ClosingAuction");

    [Fact]
    public void A_halt_outlasts_the_phases_of_the_day_and_ends_with_it() =>
        Expect(
            Open(BookDisplay.Open).Until(25).Buy(1, at: 12, TimeInForce.GoodTillCanceled).Sell(1, at: 12).BuyAtMarket(
                1).Forget()
                .Halt().Until(75).Cancel(1),
            "25 state Halted",
            "70 canceled 3 1 remaining 0 Closed",
            "70 canceled 2 1 remaining 0 Closed",
            "70 ask 0@12 of 0",
            "70 closed",
            "75 canceled 1 1 remaining 0 Requested",
            "75 bid 0@12 of 0");

    /// <summary>Orders without a limit wait for an auction of this day only.</summary>
    [Fact]
    public void Market_orders_end_with_a_day_that_ends_in_a_halt_whatever_their_time_in_force() =>
        Expect(
            Open(BookDisplay.Open).Until(25).Buy(1, at: 12, TimeInForce.GoodTillCanceled)
                .BuyAtMarket(1, TimeInForce.GoodTillCanceled).SellAtMarket(2, TimeInForce.GoodTillCanceled)
                .Halt().Forget().Until(75),
            "70 canceled 2 1 remaining 0 Closed",
            "70 canceled 3 2 remaining 0 Closed",
            "70 closed");

    [Fact]
    public void Market_orders_end_with_the_session_whatever_their_time_in_force() =>
        Expect(
            Open(BookDisplay.Open).Until(25).Buy(1, at: 12, TimeInForce.GoodTillCanceled)
                .BuyAtMarket(1, TimeInForce.GoodTillCanceled).SellAtMarket(2, TimeInForce.GoodTillCanceled)
                .Forget().Close(),
            "25 canceled 2 1 remaining 0 Closed",
            "25 canceled 3 2 remaining 0 Closed",
            "25 closed");

    [Fact]
    public void What_a_halt_in_an_auction_found_waiting_trades_when_it_ends() =>
        Expect(
            Open(BookDisplay.Closed).Until(25).Buy(1, at: 12).Sell(1, at: 12).Halt().Until(40).Forget().Resume(),
            "40 executed 1 1@12 remaining 0 Auction m1",
            "40 executed 2 1@12 remaining 0 Auction m1",
            "40 trade 1@12 m1",
            "40 auction ended 1@12",
            "40 state Continuous");

    [Fact]
    public void A_listing_without_a_schedule_can_be_halted_too() =>
        Expect(
            new MarketTape().Buy(1, at: 10, TimeInForce.GoodTillCanceled).Forget().Halt().Sell(1, at: 10).Until(
                5).Resume().Sell(2, at: 10).Halt().Close(),
            "0 state Halted",
            "0 rejected 2 NotInThisState",
            "5 state Continuous",
            "5 accepted 3 Sell 2@10",
            "5 executed 1 1@10 remaining 0 Added m1",
            "5 executed 3 1@10 remaining 1 Removed m1",
            "5 trade Sell 1@10 m1",
            "5 bid 0@10 of 0",
            "5 ask 1@10 of 1",
            "5 state Halted",
            "5 canceled 3 1 remaining 0 Closed",
            "5 ask 0@10 of 0",
            "5 closed");

    [Fact]
    public void A_batch_auction_that_is_halted_leaves_out_the_batches_of_that_time() =>
        Expect(
            MarketTape.OfBatches(10).Sell(3, at: 10).Until(12).Halt().Buy(1, at: 10).Forget().Until(
                37).Resume().Buy(1, at: 10).Until(40),
            "37 state Continuous",
            "37 accepted 3 Buy 1@10",
            "40 executed 3 1@10 remaining 0 Auction m1",
            "40 executed 1 1@10 remaining 2 Auction m1",
            "40 trade 1@10 m1",
            "40 auction ended 1@10",
            "40 ask 2@10 of 1");

    [Fact]
    public void A_call_market_that_is_halted_leaves_out_the_calls_of_that_time() =>
        Expect(
            new MarketTape([new CallRules { Interval = new(10), Display = BookDisplay.Open }])
                .Sell(3, at: 10).Until(12).Halt().Buy(1, at: 10).Until(37).Forget().Resume().Call().Until(40),
            "37 state Continuous",
            "37 ask 3@10 of 1",
            "37 auction ended",
            "40 auction ended");

    [Fact]
    public void A_batch_auction_may_have_a_schedule_too() =>
        Expect(
            new MarketTape([new ScheduledRules
            {
                Inner = new BatchRules { Interval = new(10) }, Schedule = Day, Display = BookDisplay.Closed,
            }])
                .Until(25).Buy(2, at: 10).Sell(1, at: 10).Forget().Until(35).Sell(1, at: 9).Until(40).Until(75),
            "30 executed 1 1@10 remaining 1 Auction m1",
            "30 executed 2 1@10 remaining 0 Auction m1",
            "30 trade 1@10 m1",
            "30 auction ended 1@10",
            "30 state Continuous",
            "30 bid 1@10 of 1",
            "35 accepted 3 Sell 1@9",
            "40 executed 1 1@10 remaining 0 Auction m2",
            "40 executed 3 1@10 remaining 0 Auction m2",
            "40 trade 1@10 m2",
            "40 auction ended 1@10",
            "40 bid 0@10 of 0",
            "50 auction ended",
            "60 state ClosingAuction",
            "70 auction ended",
            "70 closed");

    [Fact]
    public void An_order_that_expires_in_an_auction_does_not_take_part() =>
        Expect(
            Open(BookDisplay.Indicative).Until(25).Buy(1, at: 10, until: 30).Sell(1, at: 10).Forget().Until(31),
            "30 canceled 1 1 remaining 0 Expired",
            "30 auction ended",
            "30 state Continuous",
            "30 ask 1@10 of 1");

    [Fact]
    public void The_kill_switch_works_in_an_auction_and_the_indication_follows() =>
        Expect(
            Open(BookDisplay.Indicative).Until(25).Buy(3, at: 12).Buy(1, at: 11, by: MarketTape.Cyd).Sell(
                2, at: 9).Forget().Kill(MarketTape.Bob),
            "25 canceled 1 3 remaining 0 RiskLimit",
            "25 indicated 1@9 imbalance -1");

    [Fact]
    public void The_kill_switch_works_between_two_auctions_and_in_a_halt()
    {
        MarketTape market = Open(BookDisplay.Open).Until(40).Buy(3, at: 12).Sell(2, at: 13).Forget();

        Expect(market.Kill(MarketTape.Bob), "40 canceled 1 3 remaining 0 RiskLimit", "40 bid 0@12 of 0");
        Expect(
            market.Halt().Forget().Kill(MarketTape.Ann), "40 canceled 2 2 remaining 0 RiskLimit", "40 ask 0@13 of 0");
    }

    /// <summary>Quotes that come while nothing trades are followed when it goes on.</summary>
    [Fact]
    public void Pegs_follow_the_quotes_elsewhere_only_while_orders_trade_at_once()
    {
        ContinuousRules following = new() { FollowsExternalReference = true };
        MarketTape market = new(
            [new ScheduledRules { Inner = following, Schedule = Day, Display = BookDisplay.Closed }]);
        market.Until(35).Refer(100, 110).MidpointPeg(Side.Buy, 1, limit: 120).Sell(1, at: 107).Forget();

        Expect(
            market.Refer(106, 110),
            "35 executed 2 1@107 remaining 0 Added m1",
            "35 executed 1 1@107 remaining 0 Removed m1",
            "35 trade Buy 1@107 m1",
            "35 ask 0@107 of 0");
        market.MidpointPeg(Side.Buy, 1, limit: 120).Sell(1, at: 109).Halt().Forget();
        Assert.Empty(market.Refer(109, 111).Events);
        Assert.Contains("35 trade Buy 1@109 m2", market.Resume().Events);
    }

    [Fact]
    public void A_schedule_is_in_order_and_fits_into_its_day()
    {
        TradingPhase open = new(new(10), TradingState.Continuous);

        Assert.Throws<ArgumentException>(() => new TradingSchedule([]));
        Assert.Throws<ArgumentException>(() => new TradingSchedule([open, open]));
        Assert.Throws<ArgumentException>(() => new TradingSchedule([new(new(-1), TradingState.Continuous)]));
        Assert.Throws<ArgumentException>(() => new TradingSchedule([open with { State = TradingState.Halted }]));
        Assert.Throws<ArgumentException>(() =>
            new TradingSchedule([open, new(new(20), TradingState.Closed)], new Duration(10)));
    }

    static MarketTape Open(BookDisplay display, long reopening = 0) =>
        new([new ScheduledRules
        {
            Inner = new ContinuousRules(), Schedule = Day, Display = display, Reopening = new(reopening),
        }]);

    static Request Named(MarketTape venue, long name) =>
        venue.Blank(RequestKind.Enter, MarketTape.Bob) with { Order = new(name), Quantity = Quantity.One };

    /// <summary>Why a request is refused; nothing if it is not.</summary>
    static string Answer(MarketTape venue, Func<MarketTape> ask)
    {
        venue.Forget();
        string[] answer = ask().Events[0].Split(' ');
        return answer[1] == "rejected" ? answer[^1] : "";
    }

    static void Expect(MarketTape market, params string[] events) => Assert.Equal(events, market.Events);
}
