using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

public sealed class MinimumQuantityVectors
{
    [Fact]
    public void An_immediate_order_that_finds_too_little_is_canceled() => EveryVenue.Tells(
        market => market.Sell(2, at: 100).Forget().Buy(5, at: 100, ImmediateOrCancel, minimum: 3),
        "0 accepted 2 Buy 5@100",
        "0 canceled 2 5 remaining 0 Immediate");

    [Fact]
    public void On_arrival_all_that_trades_at_once_counts() => EveryVenue.Matches(
        market => market.Sell(2, at: 100).Sell(1, at: 101).Buy(5, at: 101, ImmediateOrCancel, minimum: 3),
        "1-3 2@100, 2-3 1@101", "/");

    [Fact]
    public void A_hidden_order_that_finds_too_little_rests_and_waits_for_enough() => EveryVenue.Matches(
        market =>
            market.Sell(2, at: 100).Buy(5, at: 100, flags: Hidden, minimum: 3).Sell(3, at: 100, by: MarketTape.Cyd),
        "2-3 3@100", "/ 2@100");

    [Fact]
    public void A_resting_order_is_passed_over_by_what_is_too_small_for_it() => EveryVenue.Matches(
        market => market.Buy(5, at: 100, flags: Hidden, minimum: 3).Buy(1, at: 99).Sell(2, at: 99),
        "2-3 1@99", "/ 1@99");

    [Fact]
    public void What_is_left_of_it_trades_though_it_is_less() => EveryVenue.Matches(
        market => market.Buy(5, at: 100, flags: Hidden, minimum: 3).Sell(4, at: 100).Sell(1, at: 100),
        "1-2 4@100, 1-3 1@100");

    [Fact]
    public void What_icebergs_keep_in_reserve_counts() => EveryVenue.Matches(
        market => market.Sell(3, at: 100, displayed: 1).Buy(3, at: 100, ImmediateOrCancel, minimum: 3),
        "1-2 1@100, 1-2 1@100, 1-2 1@100");

    [Fact]
    public void An_order_whose_own_minimum_is_not_met_does_not_count() => EveryVenue.Tells(
        market => market.Sell(9, at: 100, flags: Hidden, minimum: 3).Sell(1, at: 100).Forget().Buy(
            2, at: 100, ImmediateOrCancel, minimum: 2),
        "0 accepted 3 Buy 2@100",
        "0 canceled 3 2 remaining 0 Immediate");
}
