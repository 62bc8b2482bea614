using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

public sealed class IcebergVectors
{
    [Fact]
    public void The_next_part_is_shown_when_the_last_is_used_up() => EveryVenue.Says(
        market => market.Sell(5, at: 100, displayed: 2).Buy(2, at: 100),
        "0 accepted 1 Sell 5@100",
        "0 ask 2@100 of 1",
        "0 accepted 2 Buy 2@100",
        "0 executed 1 2@100 remaining 3 Added m1",
        "0 executed 2 2@100 remaining 0 Removed m1",
        "0 trade Buy 2@100 m1",
        "0 refilled 1 2@100 remaining 3",
        "0 ask 2@100 of 1");

    [Fact]
    public void The_next_part_stands_at_the_end_of_the_queue_and_before_what_is_hidden() => EveryVenue.Matches(
        market => market.Sell(5, at: 100, displayed: 2).Sell(1, at: 100, flags: OrderFlags.Hidden).Sell(2, at: 100).Buy(
            7, at: 100),
        "1-4 2@100, 3-4 2@100, 1-4 2@100, 1-4 1@100", "/");

    [Fact]
    public void It_arrives_with_all_its_lots() => EveryVenue.Matches(
        market => market.Buy(3, at: 100).Sell(5, at: 100, displayed: 1),
        "1-2 3@100", "/ 1@100");

    [Fact]
    public void A_cancel_takes_the_reserve_first_and_the_place_is_kept() => EveryVenue.Says(
        market =>
            market.Sell(5, at: 100, displayed: 2).Sell(1, at: 100, by: MarketTape.Cyd).Forget().Cancel(1, remaining: 2)
                .Cancel(1, remaining: 1)
            .Buy(1, at: 100),
        "0 canceled 1 3 remaining 2 Requested",
        "0 canceled 1 1 remaining 1 Requested",
        "0 ask 2@100 of 2",
        "0 accepted 3 Buy 1@100",
        "0 executed 1 1@100 remaining 0 Added m1",
        "0 executed 3 1@100 remaining 0 Removed m1",
        "0 trade Buy 1@100 m1",
        "0 ask 1@100 of 1");

    [Fact]
    public void One_that_displays_all_it_has_is_plain() => EveryVenue.Matches(
        market => market.Sell(2, at: 100, displayed: 2).Sell(1, at: 100).Buy(3, at: 100, FillOrKill),
        "1-3 2@100, 2-3 1@100");

    [Fact]
    public void A_fill_or_kill_order_counts_the_reserve() => EveryVenue.Matches(
        market => market.Sell(3, at: 100, displayed: 2).Buy(4, at: 100, FillOrKill).Buy(3, at: 100, FillOrKill),
        "1-3 2@100, 1-3 1@100", "/");

    [Fact]
    public void What_its_account_cannot_deliver_is_cut_from_the_reserve_first() => EveryVenue.Tells(
        new(SettlementPolicy.ShrinkAtMatch, Cash: [0, 1000, 0, 0], Lots: [3, 0, 0, 0]),
        market => market.Sell(5, at: 100, displayed: 4).Forget().Buy(4, at: 100),
        "0 accepted 2 Buy 4@100",
        "0 canceled 1 2 remaining 3 InsufficientFunds",
        "0 executed 1 3@100 remaining 0 Added m1",
        "0 executed 2 3@100 remaining 1 Removed m1",
        "0 trade Buy 3@100 m1");
}
