using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

public sealed class HiddenOrderVectors
{
    [Fact]
    public void At_one_price_displayed_orders_come_first() => EveryVenue.Matches(
        market => market.Sell(2, at: 100, flags: Hidden).Sell(1, at: 100).Buy(3, at: 100),
        "2-3 1@100, 1-3 2@100", "/");

    [Fact]
    public void A_better_price_comes_before_a_displayed_order() => EveryVenue.Matches(
        market => market.Sell(1, at: 100).Sell(1, at: 99, flags: Hidden).Buy(2, at: 100),
        "2-3 1@99, 1-3 1@100");

    [Fact]
    public void Of_hidden_orders_at_one_price_the_older_comes_first() => EveryVenue.Matches(
        market =>
            market.Sell(1, at: 100, flags: Hidden).Sell(1, at: 100, flags: Hidden, by: MarketTape.Cyd).Buy(1, at: 100)
                .Buy(1, at: 100),
        "1-3 1@100, 2-4 1@100");

    [Fact]
    public void The_public_sees_it_only_when_it_trades() => EveryVenue.Says(
        market => market.Sell(2, at: 100, flags: Hidden).Buy(1, at: 100),
        "0 accepted 1 Sell 2@100",
        "0 accepted 2 Buy 1@100",
        "0 executed 1 1@100 remaining 1 Added m1",
        "0 executed 2 1@100 remaining 0 Removed m1",
        "0 trade Buy 1@100 m1");

    [Fact]
    public void A_fill_or_kill_order_counts_it() => EveryVenue.Matches(
        market => market.Sell(1, at: 100).Sell(1, at: 100, flags: Hidden).Buy(3, at: 100, FillOrKill).Buy(
            2, at: 100, FillOrKill),
        "1-4 1@100, 2-4 1@100");
}
