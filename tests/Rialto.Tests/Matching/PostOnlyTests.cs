using Rialto.Trading;

namespace Rialto.Tests.Matching;

public sealed class PostOnlyTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void A_post_only_order_that_would_trade_is_refused()
    {
        _market.Sell(5, at: 100).Forget().Buy(1, at: 100, flags: OrderFlags.PostOnly).Buy(
            1, at: 99, flags: OrderFlags.PostOnly)
            .Sell(1, at: 99, flags: OrderFlags.PostOnly);

        Assert.Equal(
        [
            "0 rejected 2 WouldTrade",
            "0 accepted 3 Buy 1@99",
            "0 bid 1@99 of 1",
            "0 rejected 4 WouldTrade",
        ], _market.Events);
    }

    [Fact]
    public void A_replacement_that_would_trade_is_refused_and_the_old_order_keeps_its_priority()
    {
        _market.Buy(5, at: 99).Buy(5, at: 99).Sell(1, at: 100).Forget()
            .Replace(1, 5, at: 100, flags: OrderFlags.PostOnly).Sell(1, at: 99);

        Assert.Equal(
        [
            "0 rejected 4 WouldTrade",
            "0 accepted 5 Sell 1@99",
            "0 executed 1 1@99 remaining 4 Added m1",
            "0 executed 5 1@99 remaining 0 Removed m1",
            "0 trade Sell 1@99 m1",
            "0 bid 9@99 of 2",
        ], _market.Events);
    }

    [Fact]
    public void A_post_only_replacement_rests_where_it_trades_with_nobody()
    {
        _market.Buy(5, at: 98).Sell(1, at: 100).Forget().Replace(1, 5, at: 99, flags: OrderFlags.PostOnly);

        Assert.Equal(["0 replaced 1 by 3 Buy 5@99", "0 bid 0@98 of 0", "0 bid 5@99 of 1"], _market.Events);
    }

    /// <summary>It leaves nothing that could trade.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_post_only_replacement_by_nothing_cancels(long lots)
    {
        _market.Buy(5, at: 99).Sell(2, at: 99).Sell(1, at: 100).Forget().Replace(
            1, lots, at: 100, flags: OrderFlags.PostOnly);

        Assert.Equal(["0 canceled 1 3 remaining 0 Replaced", "0 bid 0@99 of 0"], _market.Events);
    }

    [Theory]
    [InlineData(TimeInForce.ImmediateOrCancel)]
    [InlineData(TimeInForce.FillOrKill)]
    public void A_post_only_order_that_does_not_rest_makes_no_sense(TimeInForce timeInForce)
    {
        _market.Buy(1, at: 100, timeInForce, OrderFlags.PostOnly);

        Assert.Equal(["0 rejected 1 InvalidRequest"], _market.Events);
    }

    [Fact]
    public void A_post_only_market_order_makes_no_sense()
    {
        _market.Buy(1, at: 100).Replace(1, 1, at: 0, flags: OrderFlags.PostOnly, type: OrderType.Market);

        Assert.Equal("0 rejected 2 InvalidRequest", _market.Events[^1]);
        Assert.Equal("1@100 /", _market.Book());
    }
}
