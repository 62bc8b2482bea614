using Rialto.Trading;

namespace Rialto.Tests.Matching;

public sealed class MarketOrderTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void A_market_order_takes_every_price_and_what_is_left_is_canceled()
    {
        _market.Sell(1, at: 100).Sell(1, at: 1_000_000).Forget().BuyAtMarket(3);

        Assert.Equal(
        [
            "0 accepted 3 Buy 3@0",
            "0 executed 1 1@100 remaining 0 Added m1",
            "0 executed 3 1@100 remaining 2 Removed m1",
            "0 trade Buy 1@100 m1",
            "0 executed 2 1@1000000 remaining 0 Added m2",
            "0 executed 3 1@1000000 remaining 1 Removed m2",
            "0 trade Buy 1@1000000 m2",
            "0 canceled 3 1 remaining 0 Immediate",
            "0 ask 0@100 of 0",
            "0 ask 0@1000000 of 0",
        ], _market.Events);
    }

    [Fact]
    public void A_market_order_that_meets_an_empty_side_is_canceled()
    {
        _market.Buy(1, at: 100).Forget().BuyAtMarket(2);

        Assert.Equal(["0 accepted 2 Buy 2@0", "0 canceled 2 2 remaining 0 Immediate"], _market.Events);
    }

    [Theory]
    [InlineData(TimeInForce.Day)]
    [InlineData(TimeInForce.GoodTillCanceled)]
    [InlineData(TimeInForce.GoodTillTime)]
    public void A_market_order_never_rests(TimeInForce timeInForce)
    {
        _market.SellAtMarket(2, timeInForce, until: timeInForce == TimeInForce.GoodTillTime ? 50 : null);

        Assert.Equal(["0 accepted 1 Sell 2@0", "0 canceled 1 2 remaining 0 Immediate"], _market.Events);
        Assert.Null(_market.NextDeadline());
    }

    [Fact]
    public void A_fill_or_kill_market_order_counts_all_levels()
    {
        _market.Buy(2, at: 100).Buy(2, at: -100).Forget()
            .SellAtMarket(5, TimeInForce.FillOrKill).SellAtMarket(4, TimeInForce.FillOrKill);

        Assert.Equal(
        [
            "0 accepted 3 Sell 5@0",
            "0 canceled 3 5 remaining 0 Immediate",
            "0 accepted 4 Sell 4@0",
            "0 executed 1 2@100 remaining 0 Added m1",
            "0 executed 4 2@100 remaining 2 Removed m1",
            "0 trade Sell 2@100 m1",
            "0 executed 2 2@-100 remaining 0 Added m2",
            "0 executed 4 2@-100 remaining 0 Removed m2",
            "0 trade Sell 2@-100 m2",
            "0 bid 0@100 of 0",
            "0 bid 0@-100 of 0",
        ], _market.Events);
    }

    [Fact]
    public void The_price_of_a_market_order_is_ignored()
    {
        Request order = _market.Blank(RequestKind.Enter, MarketTape.Bob) with
        {
            Type = OrderType.Market, Order = new(2), Quantity = new(1), Limit = new(long.MinValue),
        };
        _market.Sell(1, at: 100, named: 1).Send(order);

        Assert.Equal(["0 trade Buy 1@100 m1"], _market.OnlyMatches);
    }

    [Fact]
    public void A_resting_order_may_be_replaced_by_a_market_order()
    {
        _market.Buy(3, at: 99).Sell(1, at: 101).Forget().Replace(1, 3, at: 0, type: OrderType.Market);

        Assert.Equal(
        [
            "0 replaced 1 by 3 Buy 3@0",
            "0 executed 2 1@101 remaining 0 Added m1",
            "0 executed 3 1@101 remaining 2 Removed m1",
            "0 trade Buy 1@101 m1",
            "0 canceled 3 2 remaining 0 Immediate",
            "0 bid 0@99 of 0",
            "0 ask 0@101 of 0",
        ], _market.Events);
    }
}
