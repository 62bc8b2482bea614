using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>At which price two orders trade.</summary>
public sealed class PriceRuleVectors
{
    static readonly ContinuousRules Halfway = new() { Price = PriceRule.Midpoint };
    static readonly ContinuousRules ToHouse = new() { Price = PriceRule.Overlap };

    [Fact]
    public void Halfway_between_the_limits() => EveryVenue.Matches(
        Halfway, market => market.Sell(1, at: 100).Buy(1, at: 104), "1-2 1@102");

    [Fact]
    public void Half_a_tick_goes_to_the_resting_order() => EveryVenue.Matches(
        Halfway, market => market.Sell(1, at: 100).Buy(1, at: 103).Buy(1, at: 103).Sell(1, at: 100),
        "1-2 1@102, 3-4 1@101");

    [Fact]
    public void With_a_market_order_it_is_the_resting_price() => EveryVenue.Matches(
        Halfway, market => market.Sell(1, at: 100).BuyAtMarket(1), "1-2 1@100");

    [Fact]
    public void A_peg_counts_with_the_price_at_which_it_stands() => EveryVenue.Matches(
        Halfway,
        market => market.Buy(1, at: 100).Sell(1, at: 108).MidpointPeg(Side.Buy, 1, limit: 200).Sell(1, at: 101),
        "3-4 1@102");

    [Fact]
    public void The_house_keeps_what_the_buyer_would_have_paid() => EveryVenue.Says(
        ToHouse,
        market => market.Sell(2, at: 100).Forget().Buy(2, at: 103),
        "0 accepted 2 Buy 2@103",
        "0 executed 1 2@100 remaining 0 Added m1",
        "0 executed 2 2@100 remaining 0 Removed m1",
        "0 charged 2 6",
        "0 trade Buy 2@100 m1",
        "0 ask 0@100 of 0");

    [Fact]
    public void The_house_keeps_what_the_seller_would_have_given() => EveryVenue.Says(
        ToHouse,
        market => market.Buy(1, at: 103).Forget().Sell(1, at: 100),
        "0 accepted 2 Sell 1@100",
        "0 executed 1 1@103 remaining 0 Added m1",
        "0 executed 2 1@103 remaining 0 Removed m1",
        "0 charged 2 3",
        "0 trade Sell 1@103 m1",
        "0 bid 0@103 of 0");

    [Fact]
    public void Without_an_overlap_and_at_market_nothing_is_charged() => EveryVenue.Says(
        ToHouse,
        market => market.Sell(2, at: 100).Forget().Buy(1, at: 100).BuyAtMarket(1),
        "0 accepted 2 Buy 1@100",
        "0 executed 1 1@100 remaining 1 Added m1",
        "0 executed 2 1@100 remaining 0 Removed m1",
        "0 trade Buy 1@100 m1",
        "0 ask 1@100 of 1",
        "0 accepted 3 Buy 1@0",
        "0 executed 1 1@100 remaining 0 Added m2",
        "0 executed 3 1@100 remaining 0 Removed m2",
        "0 trade Buy 1@100 m2",
        "0 ask 0@100 of 0");
}
