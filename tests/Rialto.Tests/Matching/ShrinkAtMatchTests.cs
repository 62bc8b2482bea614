using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Nothing is checked on entry; an order whose account cannot settle a match is cut to what it can.</summary>
public sealed class ShrinkAtMatchTests
{
    readonly MarketTape _market = new(
        settlement: SettlementPolicy.ShrinkAtMatch, cash: [100, 100, 100, 100], lots: [10, 10, 10, 10]);

    [Fact]
    public void A_resting_order_is_cut_and_the_match_goes_on()
    {
        _market.Buy(5, at: 80).Forget().Sell(5, at: 80);

        Assert.Equal(
        [
            "0 accepted 2 Sell 5@80",
            "0 canceled 1 4 remaining 1 InsufficientFunds",
            "0 executed 1 1@80 remaining 0 Added m1",
            "0 executed 2 1@80 remaining 4 Removed m1",
            "0 trade Sell 1@80 m1",
            "0 bid 0@80 of 0",
            "0 ask 4@80 of 1",
        ], _market.Events);
    }

    [Fact]
    public void An_incoming_order_that_is_cut_does_not_rest()
    {
        _market.Sell(5, at: 80).Forget().Buy(5, at: 90);

        Assert.Equal(
        [
            "0 accepted 2 Buy 5@90",
            "0 canceled 2 4 remaining 1 InsufficientFunds",
            "0 executed 1 1@80 remaining 4 Added m1",
            "0 executed 2 1@80 remaining 0 Removed m1",
            "0 trade Buy 1@80 m1",
            "0 ask 4@80 of 1",
        ], _market.Events);
    }

    [Fact]
    public void The_buyer_is_cut_before_the_seller()
    {
        _market.Sell(50, at: 4).Forget().Buy(60, at: 5);

        Assert.Equal(
            ["0 canceled 2 35 remaining 25 InsufficientFunds", "0 canceled 1 40 remaining 10 InsufficientFunds"],
            _market.Events.Where(line => line.Contains("InsufficientFunds", StringComparison.Ordinal)));
        Assert.Equal("15@5 /", _market.Book());
    }

    [Fact]
    public void A_resting_order_whose_account_is_empty_gives_way_to_the_next()
    {
        _market.Sell(10, at: 1).Buy(10, at: 1).Sell(3, at: 7).Sell(1, at: 8, by: MarketTape.Cyd).Forget().Buy(
            2, at: 8, by: MarketTape.Dan);

        Assert.Equal(
            ["0 accepted 5 Buy 2@8", "0 canceled 3 3 remaining 0 InsufficientFunds"], _market.WithoutLevels.Take(2));
        Assert.Equal(["0 trade Buy 1@8 m2"], _market.OnlyMatches);
        Assert.Equal("1@8 /", _market.Book());
    }

    [Fact]
    public void Nobody_can_promise_that_an_order_fills_or_is_killed()
    {
        _market.Buy(1, at: 1, TimeInForce.FillOrKill);

        Assert.Equal(["0 rejected 1 FillOrKillNotSupported"], _market.Events);
    }

    [Fact]
    public void In_a_batch_orders_are_cut_at_its_price_before_anything_trades()
    {
        MarketTape market = Batches();
        market.Buy(3, at: 60).Sell(3, at: 40).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 1 1 remaining 2 InsufficientFunds", // at 50
            "10 executed 1 2@40 remaining 0 Auction m1",
            "10 executed 2 2@40 remaining 1 Auction m1",
            "10 trade 2@40 m1",
            "10 auction ended 2@40",
            "10 ask 1@40 of 1",
        ], market.Events);
    }

    /// <summary>
    /// Where the price stayed, the bid at 110 and the ask at 105 were left crossed, and the market stopped.
    /// </summary>
    [Fact]
    public void In_a_batch_a_cut_moves_the_price()
    {
        MarketTape market = Batches(cash: [1000, 1000, 1000, 1000], lots: [0, 10, 10, 10]);
        market.Sell(1, at: 100).Sell(1, at: 105, by: MarketTape.Cyd).Buy(1, at: 110).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 1 1 remaining 0 InsufficientFunds",
            "10 executed 3 1@108 remaining 0 Auction m1",
            "10 executed 2 1@108 remaining 0 Auction m1",
            "10 trade 1@108 m1",
            "10 auction ended 1@108",
        ], market.Events);
    }

    [Fact]
    public void In_a_batch_an_account_pays_for_all_its_orders_together_and_not_from_what_it_sells()
    {
        MarketTape market = Batches();
        market.Buy(1, at: 60).Buy(1, at: 60).Sell(1, at: 60, by: MarketTape.Bob).Sell(1, at: 60).Forget().Until(10);

        Assert.Single(market.Events, line => line.EndsWith("remaining 0 InsufficientFunds", StringComparison.Ordinal));
        Assert.Equal(["10 trade 1@60 m1"], market.OnlyMatches);
    }

    [Fact]
    public void In_a_batch_an_order_behind_the_last_that_trades_is_not_cut()
    {
        MarketTape market = Batches();
        market.Buy(1, at: 60).Until(10).Buy(5, at: 60).Sell(1, at: 60).Forget().Until(20);

        Assert.Equal(["20 trade 1@60 m1"], market.OnlyMatches);
        Assert.Equal("5@60 /", market.Book());
    }

    [Fact]
    public void In_a_batch_whoever_takes_the_place_of_a_cut_order_is_looked_at_too()
    {
        MarketTape market = Batches(cash: [1000, 0, 0, 100]);
        market.Buy(2, at: 63).Buy(2, at: 62, by: MarketTape.Cyd).Buy(
            2, at: 61, by: MarketTape.Dan).Sell(1, at: 60).Forget().Until(10);

        Assert.Equal(
            ["10 canceled 1 2 remaining 0 InsufficientFunds", "10 canceled 2 2 remaining 0 InsufficientFunds"],
            market.Events.Take(2));
        Assert.Equal(["10 trade 1@61 m1"], market.OnlyMatches);
        Assert.Equal("1@61 /", market.Book());
    }

    static MarketTape Batches(long[]? cash = null, long[]? lots = null) => MarketTape.OfBatches(
        10, SettlementPolicy.ShrinkAtMatch, cash ?? [100, 100, 100, 100], lots ?? [10, 10, 10, 10]);
}
