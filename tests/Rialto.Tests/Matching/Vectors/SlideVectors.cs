using Rialto.Matching;
using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.Side;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>Orders that do not want to trade on arrival.</summary>
public sealed class SlideVectors
{
    [Fact]
    public void A_hidden_order_counts() => EveryVenue.Refuses(
        market => market.Sell(1, at: 100, flags: Hidden).Forget().Buy(1, at: 100, flags: PostOnly), "WouldTrade");

    [Fact]
    public void A_peg_counts_and_is_not_excepted() => EveryVenue.Refuses(
        market => market.Buy(1, at: 100).Sell(1, at: 104).MidpointPeg(Sell, 1, limit: 90).Forget().MidpointPeg(
            Buy, 1, limit: 110, flags: PostOnly),
        "WouldTrade");

    [Fact]
    public void An_order_that_would_not_trade_with_so_little_does_not_count() => EveryVenue.Matches(
        market => market.Sell(5, at: 100, flags: Hidden, minimum: 3).Buy(2, at: 100, flags: PostOnly),
        "", "2@100 /");

    [Fact]
    public void A_buy_slides_down_and_a_sell_up() => EveryVenue.Tells(
        market =>
            market.Sell(1, at: 100).Buy(2, at: 105, flags: PostOnly | Slide).Sell(1, at: 90, flags: PostOnly | Slide),
        "0 accepted 1 Sell 1@100",
        "0 accepted 2 Buy 2@99",
        "0 accepted 3 Sell 1@100");

    [Fact]
    public void It_slides_away_from_the_best_price_hidden_or_not() => EveryVenue.Matches(
        market => market.Sell(1, at: 100).Sell(1, at: 98, flags: Hidden).Buy(1, at: 105, flags: PostOnly | Slide),
        "", "1@97 / 1@100");

    [Fact]
    public void Where_it_would_not_trade_it_stays() => EveryVenue.Matches(
        market => market.Sell(1, at: 100).Buy(1, at: 98, flags: PostOnly | Slide),
        "", "1@98 / 1@100");

    [Fact]
    public void A_replacement_slides_too() => EveryVenue.Tells(
        market => market.Sell(1, at: 100).Buy(1, at: 90).Forget().Replace(2, 1, at: 101, flags: PostOnly | Slide),
        "0 replaced 2 by 3 Buy 1@99");

    [Fact]
    public void The_account_needs_only_what_the_slid_price_costs() => EveryVenue.Tells(
        new(SettlementPolicy.Reserve, Cash: [0, 99, 0, 0], Lots: [1, 0, 0, 0]),
        market => market.Sell(1, at: 100).Forget().Buy(1, at: 105, flags: PostOnly | Slide),
        "0 accepted 2 Buy 1@99");

    [Fact]
    public void It_does_not_slide_out_of_the_range_of_prices() => EveryVenue.Refuses(
        new(SettlementPolicy.Reserve, Cash: [0, 99, 0, 0], Lots: [1, 0, 0, 0]),
        market => market.Sell(1, at: 0).Forget().Buy(1, at: 5, flags: PostOnly | Slide), "InvalidPrice");
}
