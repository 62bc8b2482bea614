namespace Rialto.Tests.Matching;

public sealed class PriceTimePriorityTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void An_order_that_crosses_nothing_rests()
    {
        _market.Sell(5, at: 101).Buy(6, at: 100);

        Assert.Equal(
        [
            "0 accepted 1 Sell 5@101",
            "0 ask 5@101 of 1",
            "0 accepted 2 Buy 6@100",
            "0 bid 6@100 of 1",
        ], _market.Events);
    }

    [Fact]
    public void A_match_is_at_the_price_of_the_resting_order_and_what_is_left_rests()
    {
        _market.Sell(5, at: 100).Buy(6, at: 102);

        Assert.Equal(
        [
            "0 accepted 1 Sell 5@100",
            "0 ask 5@100 of 1",
            "0 accepted 2 Buy 6@102",
            "0 executed 1 5@100 remaining 0 Added m1",
            "0 executed 2 5@100 remaining 1 Removed m1",
            "0 trade Buy 5@100 m1",
            "0 ask 0@100 of 0",
            "0 bid 1@102 of 1",
        ], _market.Events);
    }

    [Fact]
    public void A_sell_order_trades_with_the_highest_bids_first_and_with_the_oldest_at_each_price()
    {
        _market.Buy(1, at: 99).Buy(2, at: 100).Buy(3, at: 101).Buy(4, at: 100).Forget().Sell(8, at: 100);

        Assert.Equal(
        [
            "0 accepted 5 Sell 8@100",
            "0 executed 3 3@101 remaining 0 Added m1",
            "0 executed 5 3@101 remaining 5 Removed m1",
            "0 trade Sell 3@101 m1",
            "0 executed 2 2@100 remaining 0 Added m2",
            "0 executed 5 2@100 remaining 3 Removed m2",
            "0 trade Sell 2@100 m2",
            "0 executed 4 3@100 remaining 1 Added m3",
            "0 executed 5 3@100 remaining 0 Removed m3",
            "0 trade Sell 3@100 m3",
            "0 bid 0@101 of 0",
            "0 bid 1@100 of 1",
        ], _market.Events);
        Assert.Equal("1@100 1@99 /", _market.Book());
    }

    [Fact]
    public void A_buy_order_trades_with_the_lowest_asks_first()
    {
        _market.Sell(1, at: 102).Sell(1, at: 100).Sell(1, at: 101).Buy(2, at: 101);

        Assert.Equal(["0 trade Buy 1@100 m1", "0 trade Buy 1@101 m2"], _market.OnlyMatches);
        Assert.Equal("/ 1@102", _market.Book());
    }

    [Fact]
    public void An_order_that_is_partly_executed_keeps_its_place()
    {
        _market.Sell(5, at: 100).Sell(5, at: 100).Buy(2, at: 100).Forget().Buy(4, at: 100);

        Assert.Equal(
        [
            "0 accepted 4 Buy 4@100",
            "0 executed 1 3@100 remaining 0 Added m2",
            "0 executed 4 3@100 remaining 1 Removed m2",
            "0 trade Buy 3@100 m2",
            "0 executed 2 1@100 remaining 4 Added m3",
            "0 executed 4 1@100 remaining 0 Removed m3",
            "0 trade Buy 1@100 m3",
            "0 ask 4@100 of 1",
        ], _market.Events);
    }

    [Fact]
    public void Prices_may_be_zero_and_negative()
    {
        _market.Sell(2, at: -3).Buy(1, at: 0).Buy(1, at: -4);

        Assert.Equal(["0 trade Buy 1@-3 m1"], _market.OnlyMatches);
        Assert.Equal("1@-4 / 1@-3", _market.Book());
        Assert.Equal((3, -3), (_market.CashOf(MarketTape.Bob), _market.CashOf(MarketTape.Ann)));
    }

    /// <summary>The LEEPS exchange prevents no self-trade, nor do we: it moves nothing, but it is a trade.</summary>
    [Fact]
    public void A_participant_may_trade_with_itself()
    {
        _market.Sell(2, at: 100, by: MarketTape.Ann).Buy(2, at: 100, by: MarketTape.Ann);

        Assert.Equal(
        [
            "0 accepted 1 Sell 2@100",
            "0 ask 2@100 of 1",
            "0 accepted 2 Buy 2@100",
            "0 executed 1 2@100 remaining 0 Added m1",
            "0 executed 2 2@100 remaining 0 Removed m1",
            "0 trade Buy 2@100 m1",
            "0 ask 0@100 of 0",
        ], _market.Events);
        Assert.Equal((0, 0), (_market.CashOf(MarketTape.Ann), _market.LotsOf(MarketTape.Ann)));
    }

    [Fact]
    public void A_sweep_of_thousands_of_orders_is_one_step()
    {
        for (int i = 0; i < 2000; i++)
            _market.Sell(1, at: 100 + (i % 50));

        // The old simulator overflowed its stack here, and the order was neither filled nor rested.
        _market.Forget().Buy(2001, at: 200);

        Assert.Equal(2000, _market.OnlyMatches.Count());
        Assert.Equal("1@200 /", _market.Book());
    }
}
