using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>A call market: when it clears, who trades, and what the public sees before.</summary>
public sealed class CallAuctionTests
{
    [Fact]
    public void Orders_wait_for_the_call_and_all_trade_at_one_price() =>
        Expect(
            Every(10).Sell(3, at: 9).Buy(2, at: 12).Buy(2, at: 11).Until(10),
            "0 accepted 1 Sell 3@9",
            "0 accepted 2 Buy 2@12",
            "0 accepted 3 Buy 2@11",
            "10 executed 2 2@11 remaining 0 Auction m1",
            "10 executed 1 2@11 remaining 1 Auction m1",
            "10 trade 2@11 m1",
            "10 executed 3 1@11 remaining 1 Auction m2",
            "10 executed 1 1@11 remaining 0 Auction m2",
            "10 trade 1@11 m2",
            "10 auction ended 3@11",
            "10 bid 1@11 of 1");

    [Fact]
    public void What_did_not_trade_stays_for_the_next_call_with_its_priority() =>
        Expect(
            Every(10).Buy(1, at: 10).Until(10).Buy(1, at: 10, by: MarketTape.Cyd).Sell(1, at: 10).Forget().Until(20),
            "20 executed 1 1@10 remaining 0 Auction m1",
            "20 executed 3 1@10 remaining 0 Auction m1",
            "20 trade 1@10 m1",
            "20 auction ended 1@10");

    /// <summary>The level is published where it changed only.</summary>
    [Fact]
    public void Market_orders_and_orders_that_do_not_rest_live_for_one_call() =>
        Expect(
            Every(10).BuyAtMarket(2).Buy(2, at: 10, TimeInForce.ImmediateOrCancel).BuyAtMarket(
                1, TimeInForce.Day).Sell(1, at: 10).Forget().Until(20),
            "10 executed 1 1@10 remaining 1 Auction m1",
            "10 executed 4 1@10 remaining 0 Auction m1",
            "10 trade 1@10 m1",
            "10 canceled 1 1 remaining 0 Immediate",
            "10 canceled 2 2 remaining 0 Immediate",
            "10 canceled 3 1 remaining 0 Immediate",
            "10 auction ended 1@10",
            "20 auction ended");

    [Theory]
    [InlineData(0, "10 20 30")]
    [InlineData(4, "4 14 24 34")]
    [InlineData(10, "10 20 30")]
    [InlineData(13, "13 23 33")]
    public void Calls_are_at_the_phase_and_every_interval_later(long phase, string times)
    {
        MarketTape market = new([new CallRules { Interval = new(10), Phase = new(phase) }]);

        Assert.Equal(times, string.Join(' ', market.Until(35).Events.Select(line => line.Split(' ')[0])));
    }

    [Fact]
    public void A_call_on_demand_clears_at_once_and_nothing_is_due_by_itself()
    {
        MarketTape market = new([new CallRules()]);

        market.Buy(1, at: 10).Sell(1, at: 10).Until(1000).Forget();
        Assert.Null(market.NextDeadline());

        Expect(
            market.Call(),
            "1000 executed 1 1@10 remaining 0 Auction m1",
            "1000 executed 2 1@10 remaining 0 Auction m1",
            "1000 trade 1@10 m1",
            "1000 auction ended 1@10");
    }

    [Fact]
    public void An_expiry_precedes_the_call_at_the_same_instant() =>
        Expect(
            Every(10).Buy(1, at: 10, until: 10).Sell(1, at: 10).Forget().Until(10),
            "10 canceled 1 1 remaining 0 Expired",
            "10 auction ended",
            "10 ask 1@10 of 1");

    /// <summary>
    /// Seven lots for 6, 3 and 5 at the margin: 3, 1.5 and 2.5, and the lot that is left goes to the older of the two.
    /// </summary>
    [Theory]
    [InlineData(Rationing.Time, "6 1 0")]
    [InlineData(Rationing.ProRata, "3 2 2")]
    public void Lots_at_the_margin_go_by_time_or_in_proportion(Rationing rationing, string executed)
    {
        CallSession session = new(new CallRules { Rationing = rationing });
        CallOrder[] orders =
            [new(true, 10, 6), new(true, 10, 3), new(true, 10, 5), new(true, 11, 2), new(false, 10, 9)];

        Assert.Equal($"{executed} 2 9", string.Join(' ', session.Clear(orders).Executed));
    }

    [Fact]
    public void Of_a_closed_book_nothing_is_published_before_the_call_nor_what_came_and_went()
    {
        MarketTape market = Every(10, BookDisplay.Closed).Buy(1, at: 12).Buy(2, at: 9).Sell(1, at: 11).BuyAtMarket(1);
        market.Cancel(2).Buy(1, at: 8).Buy(5, at: 7).Replace(6, 5, at: 6).Cancel(7);

        Assert.DoesNotContain(market.Events, IsPublic);
        Assert.Equal(
            ["10 trade 1@12 m1", "10 auction ended 1@12", "10 bid 1@8 of 1", "10 bid 1@12 of 1"],
            market.Forget().Until(10).Events.Where(IsPublic));
    }

    [Fact]
    public void An_open_book_is_shown_as_it_changes_and_may_be_crossed() =>
        Expect(
            Every(10, BookDisplay.Open).Buy(1, at: 12).Sell(3, at: 11).BuyAtMarket(1).Until(10),
            "0 accepted 1 Buy 1@12",
            "0 bid 1@12 of 1",
            "0 accepted 2 Sell 3@11",
            "0 ask 3@11 of 1",
            "0 accepted 3 Buy 1@0",
            "10 executed 3 1@11 remaining 0 Auction m1",
            "10 executed 2 1@11 remaining 2 Auction m1",
            "10 trade 1@11 m1",
            "10 executed 1 1@11 remaining 0 Auction m2",
            "10 executed 2 1@11 remaining 1 Auction m2",
            "10 trade 1@11 m2",
            "10 auction ended 2@11",
            "10 ask 1@11 of 1",
            "10 bid 0@12 of 0");

    [Fact]
    public void Of_an_indicative_book_only_price_pairs_and_imbalance_are_told_where_they_change() =>
        Expect(
            Every(10, BookDisplay.Indicative).Buy(2, at: 12).Sell(1, at: 11).Sell(1, at: 20).BuyAtMarket(
                1).Cancel(1).Cancel(2).Until(10),
            "0 accepted 1 Buy 2@12",
            "0 accepted 2 Sell 1@11",
            "0 indicated 1@12 imbalance 1",
            "0 accepted 3 Sell 1@20",
            "0 accepted 4 Buy 1@0",
            "0 indicated 1@16 imbalance 0",
            "0 canceled 1 2 remaining 0 Requested",
            "0 indicated 1@15 imbalance 0",
            "0 canceled 2 1 remaining 0 Requested",
            "0 indicated 1@20 imbalance 0",
            "10 executed 4 1@20 remaining 0 Auction m1",
            "10 executed 3 1@20 remaining 0 Auction m1",
            "10 trade 1@20 m1",
            "10 auction ended 1@20",
            "10 indicated 0 imbalance 0");

    [Fact]
    public void At_the_close_what_waits_for_a_call_ends_and_the_public_sees_an_empty_book() =>
        Expect(
            Every(10, BookDisplay.Open).Buy(1, at: 12, TimeInForce.GoodTillCanceled).Sell(1, at: 11).BuyAtMarket(
                1).Buy(1, at: 3).Forget().Close(),
            "0 canceled 3 1 remaining 0 Closed",
            "0 canceled 4 1 remaining 0 Closed",
            "0 canceled 2 1 remaining 0 Closed",
            "0 bid 0@12 of 0",
            "0 bid 0@3 of 0",
            "0 ask 0@11 of 0",
            "0 closed");

    [Theory]
    [InlineData(BookDisplay.Closed, "")]
    [InlineData(BookDisplay.Indicative, "0 indicated 0 imbalance 0")]
    [InlineData(BookDisplay.Open, "0 bid 0@12 of 0; 0 bid 1@11 of 1")]
    public void The_kill_switch_takes_a_participant_out_of_the_next_call(BookDisplay display, string told)
    {
        MarketTape market = Every(10, display).Buy(1, at: 11, by: MarketTape.Cyd).Buy(2, at: 12).Buy(
            1, at: 11).Sell(1, at: 12).BuyAtMarket(1).Forget();

        Expect(
            market.Kill(MarketTape.Bob),
            [
                "0 canceled 5 1 remaining 0 RiskLimit",
                "0 canceled 2 2 remaining 0 RiskLimit",
                "0 canceled 3 1 remaining 0 RiskLimit",
                .. told.Split("; ", StringSplitOptions.RemoveEmptyEntries),
            ]);
        Assert.Contains("10 auction ended", market.Until(10).Events);
    }

    [Fact]
    public void Orders_with_instructions_are_refused() =>
        Expect(
            Every(10).Buy(1, at: 10, flags: OrderFlags.PostOnly).Buy(1, at: 10, TimeInForce.FillOrKill),
            "0 rejected 1 PostOnlyNotSupported",
            "0 rejected 2 OrderTypeNotSupported");

    [Fact]
    public void Accounts_are_cut_to_what_they_can_pay_for_at_the_price_of_the_call() =>
        Expect(
            new MarketTape(
                [new CallRules { Interval = new(10) }], SettlementPolicy.ShrinkAtMatch, cash: [0, 25, 100, 0],
                lots: [4, 0, 0, 0])
                .Buy(4, at: 10).Buy(4, at: 9, by: MarketTape.Cyd).Sell(6, at: 9).Forget().Until(10),
            "10 canceled 1 2 remaining 2 InsufficientFunds",
            "10 canceled 3 2 remaining 4 InsufficientFunds",
            "10 executed 1 2@9 remaining 0 Auction m1",
            "10 executed 3 2@9 remaining 2 Auction m1",
            "10 trade 2@9 m1",
            "10 executed 2 2@9 remaining 2 Auction m2",
            "10 executed 3 2@9 remaining 0 Auction m2",
            "10 trade 2@9 m2",
            "10 auction ended 4@9",
            "10 bid 2@9 of 1");

    static MarketTape Every(long interval, BookDisplay display = BookDisplay.Closed) =>
        new([new CallRules { Interval = new(interval), Display = display }]);

    static bool IsPublic(string line) =>
        line.Contains(" of ", StringComparison.Ordinal) || line.Contains("trade", StringComparison.Ordinal)
        || line.Contains("indicated", StringComparison.Ordinal) || line.Contains("ended", StringComparison.Ordinal);

    static void Expect(MarketTape market, params string[] events) => Assert.Equal(events, market.Events);
}
