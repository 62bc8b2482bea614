using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.Side;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>What the public is told of single orders. They go by the venue's numbers.</summary>
public sealed class OrderFeedVectors
{
    [Fact]
    public void An_order_is_shown_when_it_comes_to_rest_and_reduced_when_it_trades() => EveryVenue.Shows(
        market => market.Sell(5, at: 100).Buy(2, at: 100).Buy(4, at: 101),
        "0 shown #1 Sell 5@100",
        "0 reduced #1 by 2 to 3 m1",
        "0 reduced #1 by 3 to 0 m2",
        "0 shown #3 Buy 1@101");

    [Fact]
    public void It_is_reduced_when_it_is_canceled_or_replaced() => EveryVenue.Shows(
        market => market.Sell(5, at: 100).Cancel(1, remaining: 3).Replace(1, 4, at: 101).Cancel(2),
        "0 shown #1 Sell 5@100",
        "0 reduced #1 by 2 to 3",
        "0 reduced #1 by 3 to 0",
        "0 shown #2 Sell 4@101",
        "0 reduced #2 by 4 to 0");

    [Fact]
    public void An_iceberg_shows_its_parts_under_new_numbers() => EveryVenue.Shows(
        market => market.Sell(5, at: 100, displayed: 2).Buy(3, at: 100).Cancel(1, remaining: 1).Cancel(1),
        "0 shown #1 Sell 2@100",
        "0 reduced #1 by 2 to 0 m1",
        "0 shown #3 Sell 2@100",
        "0 reduced #3 by 1 to 1 m2",
        "0 reduced #3 by 1 to 0");

    [Fact]
    public void Of_hidden_and_waiting_orders_nothing_is_told() => EveryVenue.Shows(
        market => market.Sell(5, at: 100, flags: Hidden).MidpointPeg(Buy, 1, limit: 90).Stop(
            Sell, 1, trigger: 50).Buy(1, at: 100).Cancel(1)
            .CancelAll(MarketTape.Ann));

    [Fact]
    public void A_triggered_stop_limit_is_shown_when_it_rests() => EveryVenue.Shows(
        market => market.StopLimit(Buy, 2, trigger: 102, at: 100).Sell(1, at: 102).Buy(1, at: 102),
        "0 shown #2 Sell 1@102",
        "0 reduced #2 by 1 to 0 m1",
        "0 shown #1 Buy 2@100");
}
