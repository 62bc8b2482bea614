using Rialto.Matching;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching;

/// <summary>Fill-or-kill orders live for one batch, and are never filled in part.</summary>
public sealed class BatchFillOrKillTests
{
    readonly MarketTape _market = MarketTape.OfBatches(interval: 10);

    [Fact]
    public void A_fill_or_kill_order_that_the_batch_fills_trades()
    {
        _market.Buy(3, at: 101, FillOrKill).Sell(2, at: 99).Sell(2, at: 100).Forget().Until(10);

        Assert.Equal(["10 trade 2@100 m1", "10 trade 1@100 m2"], _market.OnlyMatches);
    }

    [Fact]
    public void A_fill_or_kill_order_that_the_batch_does_not_fill_is_killed_before_anything_trades()
    {
        _market.Buy(3, at: 101, FillOrKill).Sell(2, at: 99).Buy(1, at: 99).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 1 3 remaining 0 Immediate",
            "10 executed 3 1@99 remaining 0 Auction m1",
            "10 executed 2 1@99 remaining 1 Auction m1",
            "10 trade 1@99 m1",
            "10 auction ended 1@99",
            "10 ask 1@99 of 1",
        ], _market.Events);
    }

    /// <summary>Order 1 would fill, but only against order 2, which would not.</summary>
    [Fact]
    public void After_each_kill_the_batch_is_looked_at_again()
    {
        _market.Buy(2, at: 103, FillOrKill).Sell(5, at: 100, FillOrKill).Buy(1, at: 90).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 2 5 remaining 0 Immediate",
            "10 canceled 1 2 remaining 0 Immediate",
            "10 auction ended",
            "10 bid 1@90 of 1",
        ], _market.Events);
    }

    /// <summary>Both are too large; without the first, the second fits.</summary>
    [Fact]
    public void Of_two_that_do_not_fit_the_first_in_priority_is_killed()
    {
        _market.Buy(5, at: 103, FillOrKill).Buy(3, at: 102, FillOrKill).Sell(4, at: 100).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 1 5 remaining 0 Immediate",
            "10 executed 2 3@100 remaining 0 Auction m1",
            "10 executed 3 3@100 remaining 1 Auction m1",
            "10 trade 3@100 m1",
            "10 auction ended 3@100",
            "10 ask 1@100 of 1",
        ], _market.Events);
    }

    [Fact]
    public void A_fill_or_kill_order_that_was_canceled_is_not_looked_for()
    {
        _market.Buy(5, at: 103, FillOrKill).Cancel(1).Buy(1, at: 100).Forget().Until(10);

        Assert.Equal(["10 auction ended", "10 bid 1@100 of 1"], _market.Events);
    }

    [Fact]
    public void Orders_that_were_killed_do_not_count_for_the_price()
    {
        _market.Buy(9, at: 120, FillOrKill).Buy(1, at: 104).Sell(1, at: 100).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 1 9 remaining 0 Immediate",
            "10 executed 2 1@102 remaining 0 Auction m1",
            "10 executed 3 1@102 remaining 0 Auction m1",
            "10 trade 1@102 m1",
            "10 auction ended 1@102",
        ], _market.Events);
    }

    /// <summary>The market sell is cut first: its account can deliver two lots, and three are wanted.</summary>
    [Fact]
    public void What_a_counterpart_cannot_settle_is_not_there_to_fill()
    {
        MarketTape market = MarketTape.OfBatches(
            10, SettlementPolicy.Reserve, cash: [0, 1000, 0, 0], lots: [2, 0, 0, 0]);
        market.Buy(3, at: 100, FillOrKill).SellAtMarket(3).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 2 1 remaining 2 InsufficientFunds",
            "10 canceled 1 3 remaining 0 Immediate",
            "10 canceled 2 2 remaining 0 Immediate",
            "10 auction ended",
        ], market.Events);
        Assert.Equal(1000, market.CashOf(MarketTape.Bob));
    }
}
