using Rialto.Matching;

namespace Rialto.Tests.Matching;

/// <summary>Price, then the earlier order, whatever batch it came in.</summary>
public sealed class TimeRationingTests
{
    readonly MarketTape _market = new([new BatchRules { Interval = new(10), Rationing = Rationing.Time }]);

    [Fact]
    public void The_earlier_order_trades()
    {
        _market.Buy(2, at: 100).Buy(2, at: 100).Buy(2, at: 100).Sell(3, at: 100).Forget().Until(10);

        Assert.Equal(
        [
            "10 executed 1 2@100 remaining 0 Auction m1",
            "10 executed 4 2@100 remaining 1 Auction m1",
            "10 trade 2@100 m1",
            "10 executed 2 1@100 remaining 1 Auction m2",
            "10 executed 4 1@100 remaining 0 Auction m2",
            "10 trade 1@100 m2",
            "10 auction ended 3@100",
            "10 bid 3@100 of 2",
        ], _market.Events);
    }

    [Fact]
    public void A_better_price_wins_whenever_it_came()
    {
        _market.Buy(1, at: 100).Until(10).Buy(1, at: 101).Sell(1, at: 99).Forget().Until(20);

        Assert.Contains("20 executed 2 1@101 remaining 0 Auction m1", _market.Events);
    }

    [Fact]
    public void A_replaced_order_goes_behind_and_one_that_was_cut_does_not()
    {
        _market.Buy(5, at: 100).Buy(5, at: 100).Buy(5, at: 100).Replace(1, 5, at: 100).Cancel(
            2, remaining: 1).Sell(3, at: 100).Forget().Until(10);

        Assert.Equal(["10 trade 1@100 m1", "10 trade 2@100 m2"], _market.OnlyMatches);
        Assert.Contains("10 executed 2 1@100 remaining 0 Auction m1", _market.Events);
        Assert.Contains("10 executed 3 2@100 remaining 3 Auction m2", _market.Events);
    }

    [Fact]
    public void Market_orders_trade_in_the_order_in_which_they_came()
    {
        _market.BuyAtMarket(1).BuyAtMarket(1).Sell(1, at: 100).Forget().Until(10);

        Assert.Contains("10 executed 1 1@100 remaining 0 Auction m1", _market.Events);
        Assert.Contains("10 canceled 2 1 remaining 0 Immediate", _market.Events);
    }
}
