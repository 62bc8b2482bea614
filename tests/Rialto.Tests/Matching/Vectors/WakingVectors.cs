using Rialto.Matching;
using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.Side;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>When the reference changes, hidden interest is taken as if it arrived.</summary>
public sealed class WakingVectors
{
    [Fact]
    public void The_older_of_two_hidden_orders_takes_the_other_at_its_price() => EveryVenue.Matches(
        market =>
            market.Sell(3, at: 103, flags: Hidden).Buy(1, at: 100).Sell(1, at: 104).MidpointPeg(Buy, 1, limit: 110)
            .Buy(1, at: 102, by: MarketTape.Cyd),
        "4-1 1@103", "1@102 1@100 / 1@104");

    [Fact]
    public void What_is_left_keeps_its_place() => EveryVenue.Matches(
        market =>
            market.Sell(3, at: 103, flags: Hidden).Sell(1, at: 103, flags: Hidden, by: MarketTape.Cyd).Buy(1, at: 100)
                .Sell(1, at: 104)
            .MidpointPeg(Buy, 1, limit: 110).Buy(1, at: 102).Buy(3, at: 103),
        "5-1 1@103, 1-7 2@103, 2-7 1@103");

    [Fact]
    public void A_cancel_can_wake_it() => EveryVenue.Says(
        market => market.Buy(1, at: 100).Buy(2, at: 98).Sell(1, at: 104).MidpointPeg(Sell, 1, limit: 90)
            .Buy(1, at: 101, flags: Hidden, by: MarketTape.Cyd).Forget().Cancel(1),
        "0 canceled 1 1 remaining 0 Requested",
        "0 executed 5 1@101 remaining 0 Added m1",
        "0 executed 4 1@101 remaining 0 Removed m1",
        "0 trade Sell 1@101 m1",
        "0 bid 0@100 of 0");

    [Fact]
    public void An_expiry_can_wake_it() => EveryVenue.Matches(
        market => market.Buy(1, at: 100, until: 5).Buy(2, at: 98).Sell(1, at: 104).MidpointPeg(Sell, 1, limit: 90)
            .Buy(1, at: 101, flags: Hidden, by: MarketTape.Cyd).Until(5),
        "5-4 1@101");

    [Fact]
    public void A_peg_that_comes_to_a_displayed_order_trades_at_its_price() => EveryVenue.Says(
        new ContinuousRules { FollowsExternalReference = true },
        market => market.Sell(1, at: 102).Refer(99, 101).MidpointPeg(Buy, 2, limit: 110).Forget().Refer(102, 104),
        "0 executed 1 1@102 remaining 0 Added m1",
        "0 executed 2 1@102 remaining 1 Removed m1",
        "0 trade Buy 1@102 m1",
        "0 ask 0@102 of 0");

    /// <summary>
    /// Order 6 finds enough at 108 in the first pass. Then the midpoint is 110.5, and in the second pass order 4 finds
    /// the peg at 110.
    /// </summary>
    [Fact]
    public void Passes_repeat_until_nothing_trades() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Sell(1, at: 108).Sell(1, at: 120).Sell(1, at: 109, flags: Hidden).MidpointPeg(
            Buy, 1, limit: 130)
            .Buy(2, at: 108, flags: Hidden, minimum: 2).Sell(1, at: 108, by: MarketTape.Cyd).Buy(1, at: 101),
        "2-6 1@108, 7-6 1@108, 5-4 1@110", "1@101 1@100 / 1@120");

    [Fact]
    public void A_minimum_holds_for_it_too() => EveryVenue.Matches(
        new ContinuousRules { FollowsExternalReference = true },
        market => market.Sell(1, at: 102).Sell(1, at: 103).Refer(99, 101).MidpointPeg(
            Buy, 2, limit: 110, minimum: 2).Refer(102, 102).Refer(103, 103),
        "1-3 1@102, 2-3 1@103");

    [Fact]
    public void Nothing_wakes_at_the_close() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Buy(2, at: 98, GoodTillCanceled).Sell(1, at: 104, GoodTillCanceled)
            .MidpointPeg(Sell, 1, limit: 90, timeInForce: GoodTillCanceled)
            .Buy(1, at: 101, GoodTillCanceled, flags: Hidden, by: MarketTape.Cyd).Close(),
        "", "2@98 / 1@104");
}
