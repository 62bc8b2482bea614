using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.Side;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>
/// Pegs as the LEEPS exchange had them, which followed prices told from elsewhere; what it did otherwise stands with
/// each test.
/// </summary>
/// <remarks>It knew one peg price, the midpoint rounded down. Its speed bump is not part of these.</remarks>
public sealed class LeepsPegVectors
{
    static readonly ContinuousRules Rules = new() { FollowsExternalReference = true };

    [Fact]
    public void At_equal_price_displayed_orders_beat_hidden_pegs() => EveryVenue.Matches(
        Rules, market => market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).Sell(1, at: 100).Buy(2, at: 100),
        "2-3 1@100, 1-3 1@100");

    [Fact]
    public void Pegs_beat_worse_displayed_prices() => EveryVenue.Matches(
        Rules, market => market.Refer(99, 101).Sell(1, at: 101).MidpointPeg(Sell, 1, limit: 90).Buy(2, at: 101),
        "2-3 1@100, 1-3 1@101");

    [Fact]
    public void A_peg_is_found_behind_the_last_displayed_level() => EveryVenue.Matches(
        Rules, market => market.Refer(99, 101).Sell(1, at: 99).MidpointPeg(Sell, 1, limit: 90).Buy(2, at: 105),
        // It made one fill at 99 and left a displayed bid of 105 above the hidden sell at 100.
        "1-3 1@99, 2-3 1@100", "/");

    [Fact]
    public void Pegs_are_found_when_nothing_is_displayed() => EveryVenue.Matches(
        Rules, market =>
            market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).MidpointPeg(Sell, 1, limit: 90).Buy(2, at: 105),
        "1-3 1@100, 2-3 1@100");

    [Fact]
    public void A_peg_whose_limit_is_behind_the_midpoint_stands_at_its_limit() => EveryVenue.Matches(
        Rules, market => market.Refer(99, 101).MidpointPeg(Buy, 1, limit: 98).Sell(1, at: 98),
        // It accepted the order, and dropped it without a word.
        "1-2 1@98");

    [Fact]
    public void A_peg_is_never_executed_beyond_its_limit() => EveryVenue.Matches(
        Rules, market =>
            market.Refer(99, 101).MidpointPeg(Buy, 1, limit: 100).Refer(109, 111).Sell(1, at: 105).Sell(1, at: 100),
        // It tested the limit on entry only, and would have bought at 110.
        "1-3 1@100", "/ 1@105");

    [Fact]
    public void Without_a_midpoint_a_peg_sleeps_until_there_is_one() => EveryVenue.Matches(
        Rules, market => market.MidpointPeg(Buy, 1, limit: 105).Sell(1, at: 100).Refer(99, 103),
        // It accepted the order, and dropped it without a word.
        "2-1 1@100");

    [Fact]
    public void A_peg_that_moves_across_a_displayed_order_trades_at_its_price() => EveryVenue.Matches(
        Rules, market =>
            market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).MidpointPeg(Sell, 1, limit: 90).Buy(2, at: 98).Refer(
                95, 99),
        "3-1 1@98, 3-2 1@98");

    [Fact]
    public void Pegs_sleep_when_the_midpoint_goes_and_both_sides_are_tried_when_it_comes_back() => EveryVenue.Matches(
        Rules,
        market => market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).Refer(null, null).Buy(1, at: 102).MidpointPeg(
            Buy, 1, limit: 110).Refer(100, 102),
        "2-1 1@102", "/");

    [Fact]
    public void On_a_half_tick_a_resting_peg_stands_on_the_tick_in_its_favour() => EveryVenue.Matches(
        Rules, market => market.Refer(100, 103).MidpointPeg(Sell, 1, limit: 90).Buy(1, at: 101).Buy(1, at: 102),
        // It rounded down for both sides, and sold at 101.
        "1-3 1@102", "1@101 /");

    [Fact]
    public void Nobody_learns_that_a_peg_came_or_went() => EveryVenue.Says(
        Rules, market =>
            market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).MidpointPeg(Sell, 1, limit: 90).Cancel(1),
        // It told everybody by how many orders the hidden asks exceed the hidden bids.
        "0 accepted 1 Sell 1@90",
        "0 accepted 2 Sell 1@90",
        "0 canceled 1 1 remaining 0 Requested");

    [Fact]
    public void A_replacement_may_be_a_peg_or_not_as_it_likes() => EveryVenue.Matches(
        Rules, market => market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).Replace(1, 1, at: 101).Replace(
            2, 1, at: 90, type: OrderType.MidpointPeg)
            .Buy(1, at: 100),
        // Its replacement stayed what the order was.
        "3-4 1@100");
}
