using Rialto.Trading;
using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.Side;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>In which order orders are canceled that are canceled together.</summary>
public sealed class MassCancelVectors
{
    [Fact]
    public void Displayed_bids_then_displayed_asks_then_all_others_by_age() => EveryVenue.Tells(
        market => Everything(market).CancelAll(MarketTape.Ann),
        "0 canceled 5 1 remaining 0 Requested",
        "0 canceled 4 1 remaining 0 Requested",
        "0 canceled 7 1 remaining 0 Requested",
        "0 canceled 6 1 remaining 0 Requested",
        "0 canceled 1 1 remaining 0 Requested",
        "0 canceled 2 1 remaining 0 Requested",
        "0 canceled 3 1 remaining 0 Requested");

    [Fact]
    public void One_side_only() => EveryVenue.Tells(
        market => Everything(market).CancelSide(Sell, MarketTape.Ann).CancelSide(Sell, MarketTape.Ann),
        "0 canceled 7 1 remaining 0 Requested",
        "0 canceled 6 1 remaining 0 Requested",
        "0 canceled 1 1 remaining 0 Requested",
        "0 canceled 3 1 remaining 0 Requested",
        "0 rejected 0 NothingToCancel");

    [Fact]
    public void Of_one_whose_connection_is_gone() => EveryVenue.Tells(
        market => Everything(market).CancelSide(Sell, MarketTape.Ann).Forget().Disconnect(MarketTape.Ann).Disconnect(
            MarketTape.Ann),
        "0 canceled 5 1 remaining 0 Disconnected",
        "0 canceled 4 1 remaining 0 Disconnected",
        "0 canceled 2 1 remaining 0 Disconnected",
        "0 rejected 0 NothingToCancel");

    [Fact]
    public void At_the_close_only_day_orders() => EveryVenue.Tells(
        market => Everything(market).Replace(5, 1, at: 100, GoodTillCanceled).Replace(
            1, 1, at: 0, GoodTillCanceled, type: OrderType.Stop).Forget().Close(),
        "0 canceled 4 1 remaining 0 Closed",
        "0 canceled 7 1 remaining 0 Closed",
        "0 canceled 6 1 remaining 0 Closed",
        "0 canceled 2 1 remaining 0 Closed",
        "0 canceled 3 1 remaining 0 Closed",
        "0 closed");

    [Fact]
    public void Others_keep_theirs() => EveryVenue.Matches(
        market => Everything(market).Buy(1, at: 98).CancelAll(MarketTape.Ann), "", "1@98 /");

    /// <summary>
    /// All of Ann: a stop to sell, a peg to buy, a hidden ask, and displayed bids and asks, none of them in its order.
    /// </summary>
    static MarketTape Everything(MarketTape market) => market
        .Stop(Sell, 1, trigger: 50)
        .MidpointPeg(Buy, 1, limit: 90, by: MarketTape.Ann)
        .Sell(1, at: 104, flags: Hidden)
        .Buy(1, at: 99, by: MarketTape.Ann)
        .Buy(1, at: 100, by: MarketTape.Ann)
        .Sell(1, at: 103)
        .Sell(1, at: 102)
        .Forget();
}
