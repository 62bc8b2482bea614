using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

public sealed class SelfMatchVectors
{
    const int Ann = MarketTape.Ann;
    const int Cyd = MarketTape.Cyd;

    [Fact]
    public void The_incoming_order_is_canceled_when_it_meets_its_own() => EveryVenue.Tells(
        market => market.Sell(1, at: 99, by: Cyd).Sell(2, at: 100).Sell(1, at: 101, by: Cyd).Forget()
            .Buy(3, at: 101, by: Ann, flags: OrderFlags.CancelIncoming),
        "0 accepted 4 Buy 3@101",
        "0 executed 1 1@99 remaining 0 Added m1",
        "0 executed 4 1@99 remaining 2 Removed m1",
        "0 trade Buy 1@99 m1",
        "0 canceled 4 2 remaining 0 SelfMatch");

    [Fact]
    public void The_resting_order_is_canceled_with_its_reserve() => EveryVenue.Says(
        market => market.Sell(5, at: 100, displayed: 2).Sell(1, at: 100, by: Cyd).Forget()
            .Buy(1, at: 100, by: Ann, flags: OrderFlags.CancelResting),
        "0 accepted 3 Buy 1@100",
        "0 canceled 1 5 remaining 0 SelfMatch",
        "0 executed 2 1@100 remaining 0 Added m1",
        "0 executed 3 1@100 remaining 0 Removed m1",
        "0 trade Buy 1@100 m1",
        "0 ask 0@100 of 0");

    [Fact]
    public void Both_are_canceled_the_resting_one_first() => EveryVenue.Tells(
        market => market.Sell(5, at: 100).Sell(1, at: 100, by: Cyd).Forget().Buy(
            1, at: 100, by: Ann, flags: OrderFlags.CancelBoth),
        "0 accepted 3 Buy 1@100",
        "0 canceled 1 5 remaining 0 SelfMatch",
        "0 canceled 3 1 remaining 0 SelfMatch");

    [Fact]
    public void Both_are_cut_by_what_would_have_traded() => EveryVenue.Says(
        market => market.Sell(5, at: 100, displayed: 2).Forget().Buy(3, at: 100, by: Ann, flags: OrderFlags.Decrement),
        "0 accepted 2 Buy 3@100",
        "0 canceled 1 2 remaining 3 SelfMatch",
        "0 canceled 2 2 remaining 1 SelfMatch",
        "0 refilled 1 2@100 remaining 3",
        "0 canceled 1 1 remaining 2 SelfMatch",
        "0 canceled 2 1 remaining 0 SelfMatch",
        "0 ask 1@100 of 1");

    [Fact]
    public void A_hidden_order_is_cut_as_a_whole() => EveryVenue.Tells(
        market => market.Sell(2, at: 100, flags: OrderFlags.Hidden).Forget().Buy(
            3, at: 100, by: Ann, flags: OrderFlags.Decrement),
        "0 accepted 2 Buy 3@100",
        "0 canceled 1 2 remaining 0 SelfMatch",
        "0 canceled 2 2 remaining 1 SelfMatch");

    [Fact]
    public void The_mode_is_that_of_the_incoming_order() => EveryVenue.Matches(
        market => market.Sell(1, at: 100, flags: OrderFlags.CancelBoth).Buy(1, at: 100, by: Ann),
        "1-2 1@100");

    [Fact]
    public void A_fill_or_kill_order_counts_up_to_its_own() => EveryVenue.Tells(
        market => market.Sell(1, at: 100).Sell(1, at: 100, by: Cyd).Forget().Buy(
            1, at: 100, FillOrKill, OrderFlags.CancelIncoming, by: Ann),
        "0 accepted 3 Buy 1@100",
        "0 canceled 3 1 remaining 0 Immediate");

    [Fact]
    public void A_fill_or_kill_order_that_cancels_its_own_counts_what_comes_after() => EveryVenue.Tells(
        market => market.Sell(1, at: 100).Sell(1, at: 100, by: Cyd).Forget().Buy(
            1, at: 100, FillOrKill, OrderFlags.CancelResting, by: Ann),
        "0 accepted 3 Buy 1@100",
        "0 canceled 1 1 remaining 0 SelfMatch",
        "0 executed 2 1@100 remaining 0 Added m1",
        "0 executed 3 1@100 remaining 0 Removed m1",
        "0 trade Buy 1@100 m1");

    [Fact]
    public void Accounts_are_looked_at_later() => EveryVenue.Tells(
        new(SettlementPolicy.ShrinkAtMatch),
        market => market.Sell(1, at: 100).Forget().Buy(1, at: 100, by: Ann, flags: OrderFlags.CancelIncoming),
        "0 accepted 2 Buy 1@100",
        "0 canceled 2 1 remaining 0 SelfMatch");
}
