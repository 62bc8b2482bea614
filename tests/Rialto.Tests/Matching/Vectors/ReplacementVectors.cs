using Rialto.Trading;
using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.OrderType;

namespace Rialto.Tests.Matching.Vectors;

public sealed class ReplacementVectors
{
    [Fact]
    public void A_replacement_may_keep_the_name() => EveryVenue.Tells(
        market =>
            market.Buy(5, at: 100).Forget().Replace(1, 5, at: 101, named: 1).Replace(1, 4, at: 102, named: 1).Cancel(1)
            .Replace(1, 4, at: 102, named: 1),
        "0 replaced 1 by 1 Buy 5@101",
        "0 replaced 1 by 1 Buy 4@102",
        "0 canceled 1 4 remaining 0 Requested",
        "0 rejected 1 UnknownOrder");

    [Fact]
    public void A_name_that_is_kept_uses_up_no_other() => EveryVenue.Tells(
        market => market.Buy(5, at: 100).Buy(1, at: 90).Forget().Replace(1, 5, at: 101, named: 1).Replace(
            1, 5, at: 101, named: 2)
            .Replace(1, 5, at: 101, named: 3),
        "0 replaced 1 by 1 Buy 5@101",
        "0 rejected 2 DuplicateClientOrderId",
        "0 replaced 1 by 3 Buy 5@101");

    [Fact]
    public void A_replacement_that_keeps_the_name_loses_the_place() => EveryVenue.Matches(
        market => market.Buy(1, at: 100).Buy(1, at: 100).Replace(1, 1, at: 100, named: 1).Sell(1, at: 100),
        "2-3 1@100");

    [Fact]
    public void The_quantity_may_be_what_shall_be_left() => EveryVenue.Tells(
        market => market.Buy(5, at: 100).Sell(2, at: 100).Forget().Replace(1, 5, at: 99, flags: LeavesQuantity).Replace(
            3, 3, at: 98),
        "0 replaced 1 by 3 Buy 5@99",
        "0 replaced 3 by 4 Buy 3@98");

    [Fact]
    public void After_it_executions_count_from_zero() => EveryVenue.Tells(
        market => market.Buy(5, at: 100).Sell(2, at: 100).Replace(1, 5, at: 100, flags: LeavesQuantity).Sell(
            1, at: 100).Forget().Replace(3, 5, at: 99),
        "0 replaced 3 by 5 Buy 4@99");

    [Fact]
    public void If_nothing_shall_be_left_the_order_is_canceled() => EveryVenue.Tells(
        market => market.Buy(5, at: 100).Forget().Replace(1, 0, at: 99, flags: LeavesQuantity),
        "0 canceled 1 5 remaining 0 Replaced");

    [Fact]
    public void Any_type_may_take_the_place_of_any() => EveryVenue.Matches(
        market => market.Sell(1, at: 100).Buy(2, at: 99).Replace(2, 2, at: 0, type: Stop, trigger: 100).Replace(
            3, 2, at: 98, displayed: 1)
            .Replace(4, 2, at: 110, type: MidpointPeg).Replace(5, 1, at: 0, type: Market),
        "1-6 1@100", "/");

    [Fact]
    public void A_trailing_stop_begins_anew() => EveryVenue.Matches(
        market => market.Sell(1, at: 100, by: MarketTape.Cyd).Buy(1, at: 100, by: MarketTape.Dan).Trail(
            Side.Sell, 1, distance: 3)
            .Sell(1, at: 98, by: MarketTape.Cyd).Buy(1, at: 98, by: MarketTape.Dan).Replace(
                3, 1, at: 0, type: TrailingStop, offset: 3).Buy(1, at: 50)
            .Sell(1, at: 97, by: MarketTape.Cyd).Buy(1, at: 97, by: MarketTape.Dan),
        "1-2 1@100, 4-5 1@98, 8-9 1@97", "1@50 /");
}
