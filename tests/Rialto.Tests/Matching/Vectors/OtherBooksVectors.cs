using Rialto.Matching;
using static Rialto.Trading.Side;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>The examples of two other exchanges' tests; what they did otherwise stands with each.</summary>
public sealed class OtherBooksVectors
{
    static readonly ContinuousRules ToHouse = new() { Price = PriceRule.Overlap };

    /// <summary>
    /// The challenge exchange: the buyer pays its own bid, the seller gets its own ask, the exchange keeps the
    /// difference.
    /// </summary>
    [Fact]
    public void Apart_they_do_not_trade_and_then_one_does() => EveryVenue.Matches(
        ToHouse,
        market => market.Buy(1, at: 6).Buy(1, at: 8).Buy(1, at: 11).Sell(1, at: 13).Sell(1, at: 16).Sell(
            1, at: 17).Buy(1, at: 12).Sell(1, at: 12),
        "7-8 1@12", "1@11 1@8 1@6 / 1@13 1@16 1@17");

    [Fact]
    public void Best_meets_best_and_the_house_keeps_the_overlap()
    {
        EveryVenue.Matches(ToHouse, Crossing, "2-3 1@12, 1-4 1@11", "/");
        EveryVenue.Says(
            ToHouse, market => Crossing(market),
            "0 accepted 1 Buy 1@11",
            "0 bid 1@11 of 1",
            "0 accepted 2 Buy 1@12",
            "0 bid 1@12 of 1",
            "0 accepted 3 Sell 1@10",
            "0 executed 2 1@12 remaining 0 Added m1",
            "0 executed 3 1@12 remaining 0 Removed m1",
            "0 charged 3 2",
            "0 trade Sell 1@12 m1",
            "0 bid 0@12 of 0",
            "0 accepted 4 Sell 1@11",
            "0 executed 1 1@11 remaining 0 Added m2",
            "0 executed 4 1@11 remaining 0 Removed m2",
            "0 trade Sell 1@11 m2",
            "0 bid 0@11 of 0");

        static MarketTape Crossing(MarketTape market) =>
            market.Buy(1, at: 11).Buy(1, at: 12).Sell(1, at: 10).Sell(1, at: 11);
    }

    [Fact]
    public void One_that_trades_with_itself_loses_the_overlap_to_the_house() => EveryVenue.Says(
        ToHouse,
        market => market.Sell(1, at: 10).Forget().Buy(1, at: 11, by: MarketTape.Ann),
        "0 accepted 2 Buy 1@11",
        "0 executed 1 1@10 remaining 0 Added m1",
        "0 executed 2 1@10 remaining 0 Removed m1",
        "0 charged 2 1",
        "0 trade Buy 1@10 m1",
        "0 ask 0@10 of 0");

    /// <summary>The market simulator.</summary>
    [Fact]
    public void Five_makers_are_served_in_the_order_in_which_they_came() => EveryVenue.Matches(
        market =>
            market.Sell(1, at: 100).Sell(1, at: 100).Sell(1, at: 100).Sell(1, at: 100).Sell(1, at: 100).Buy(5, at: 100),
        "1-6 1@100, 2-6 1@100, 3-6 1@100, 4-6 1@100, 5-6 1@100");

    /// <summary>Its lots were halves: twice 2.5, 7 and 12.</summary>
    [Theory]
    [InlineData(5, "1-4 5@100", "/ 5@100 10@101 10@102")]
    [InlineData(14, "1-4 10@100, 2-4 4@101", "/ 6@101 10@102")]
    [InlineData(24, "1-4 10@100, 2-4 10@101", "4@101 / 10@102")]
    public void A_limit_of_101_buys_up_to_101(long demand, string matches, string book) => EveryVenue.Matches(
        market => market.Sell(10, at: 100).Sell(10, at: 101).Sell(10, at: 102).Buy(demand, at: 101), matches, book);

    [Fact]
    public void A_market_order_begins_with_the_best_price()
    {
        // Its other book began with the worst: 102, and 97.
        EveryVenue.Matches(
            market => market.Sell(5, at: 100).Sell(5, at: 101).Sell(5, at: 102).BuyAtMarket(5), "1-4 5@100");
        EveryVenue.Matches(market => market.Buy(5, at: 99).Buy(5, at: 98).Buy(5, at: 97).SellAtMarket(5), "1-4 5@99");
    }

    /// <summary>It knew their names and refused them.</summary>
    [Fact]
    public void Stops_trailing_stops_and_if_touched_orders_work()
    {
        EveryVenue.Matches(market => Fall(market.Stop(Sell, 1, trigger: 99)), "2-5 1@100, 3-5 1@99, 4-1 1@98");
        EveryVenue.Matches(market => Fall(market.StopLimit(Sell, 1, trigger: 99, at: 99)), "2-5 1@100, 3-5 1@99");
        EveryVenue.Matches(market => Fall(market.Trail(Sell, 1, distance: 1)), "2-5 1@100, 3-5 1@99, 4-1 1@98");
        EveryVenue.Matches(market => Fall(market.IfTouched(Sell, 1, trigger: 100)), "2-5 1@100, 3-5 1@99, 4-1 1@98");

        static MarketTape Fall(MarketTape market) =>
            market.Buy(1, at: 100).Buy(1, at: 99).Buy(1, at: 98).Sell(2, at: 99, by: MarketTape.Cyd);
    }
}
