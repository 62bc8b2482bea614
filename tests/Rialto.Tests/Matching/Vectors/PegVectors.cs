using Rialto.Matching;
using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.Side;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

public sealed class PegVectors
{
    static readonly ContinuousRules FollowsOthers = new() { FollowsExternalReference = true };

    [Fact]
    public void A_midpoint_peg_rests_on_the_tick_in_its_favour() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Sell(1, at: 103).MidpointPeg(Buy, 2, limit: 110).MidpointPeg(
            Sell, 1, limit: 90, offset: 5)
            .Sell(1, at: 101),
        "3-5 1@101", "1@100 / 1@103");

    [Fact]
    public void A_peg_to_sell_rests_on_the_upper_tick() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Sell(1, at: 103).MidpointPeg(Sell, 1, limit: 90).Buy(1, at: 102),
        "3-4 1@102");

    [Fact]
    public void An_arriving_midpoint_peg_takes_the_other_tick() => EveryVenue.Matches(
        market =>
            market.Buy(1, at: 100).Sell(1, at: 103).MidpointPeg(Buy, 1, limit: 110).MidpointPeg(Sell, 1, limit: 90)
            .Sell(1, at: 102, flags: Hidden).MidpointPeg(Buy, 1, limit: 110),
        "3-4 1@101, 5-6 1@102");

    [Fact]
    public void A_peg_never_goes_beyond_its_limit() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Sell(1, at: 109).MidpointPeg(Buy, 1, limit: 100).Sell(2, at: 100),
        "1-4 1@100, 3-4 1@100");

    [Fact]
    public void An_offset_keeps_it_back() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Sell(1, at: 104).MidpointPeg(Sell, 1, limit: 90, offset: 1).Buy(
            1, at: 102, by: MarketTape.Cyd).Cancel(4)
            .Buy(1, at: 103),
        "3-5 1@103");

    [Fact]
    public void Without_a_reference_a_peg_sleeps() => EveryVenue.Says(
        market => market.Buy(1, at: 100).Forget().MidpointPeg(Buy, 1, limit: 110).MidpointPeg(
            Buy, 1, limit: 110, timeInForce: ImmediateOrCancel)
            .Sell(2, at: 99),
        "0 accepted 2 Buy 1@110",
        "0 accepted 3 Buy 1@110",
        "0 canceled 3 1 remaining 0 Immediate",
        "0 accepted 4 Sell 2@99",
        "0 executed 1 1@100 remaining 0 Added m1",
        "0 executed 4 1@100 remaining 1 Removed m1",
        "0 trade Sell 1@100 m1",
        "0 bid 0@100 of 0",
        "0 ask 1@99 of 1");

    [Fact]
    public void A_primary_peg_stands_behind_its_own_sides_best() => EveryVenue.Matches(
        market => market.PrimaryPeg(Buy, 2, limit: 110).Buy(1, at: 100, by: MarketTape.Cyd).Sell(2, at: 100),
        "2-3 1@100, 1-3 1@100", "/");

    [Fact]
    public void A_primary_peg_keeps_back_by_its_offset() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).PrimaryPeg(Buy, 1, limit: 110, offset: 2).Buy(1, at: 99).Sell(3, at: 98),
        "1-4 1@100, 3-4 1@99, 2-4 1@98");

    [Fact]
    public void A_primary_peg_follows_up_to_its_limit() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).PrimaryPeg(Buy, 1, limit: 101).Buy(1, at: 103).Sell(3, at: 99),
        "3-4 1@103, 2-4 1@101, 1-4 1@100");

    [Fact]
    public void The_reference_stays_for_the_whole_step() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Buy(1, at: 90).PrimaryPeg(Buy, 1, limit: 110).Sell(3, at: 90),
        "1-4 1@100, 3-4 1@100, 2-4 1@90");

    [Fact]
    public void Pegs_may_follow_prices_elsewhere() => EveryVenue.Matches(
        FollowsOthers,
        market =>
            market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).PrimaryPeg(Buy, 1, limit: 110).Buy(1, at: 100).Sell(
                1, at: 99),
        "1-3 1@100, 2-4 1@99", "/");

    [Fact]
    public void A_missing_price_elsewhere_puts_them_to_sleep() => EveryVenue.Matches(
        FollowsOthers,
        market =>
            market.Refer(99, 101).MidpointPeg(Buy, 1, limit: 110).PrimaryPeg(Buy, 1, limit: 110).Refer(99, null).Sell(
                2, at: 90),
        "2-3 1@99", "/ 1@90");

    [Fact]
    public void Prices_elsewhere_mean_nothing_to_pegs_that_follow_their_own_book() => EveryVenue.Matches(
        market => market.Refer(99, 101).MidpointPeg(Sell, 1, limit: 90).Buy(1, at: 100),
        "", "1@100 /");
}
