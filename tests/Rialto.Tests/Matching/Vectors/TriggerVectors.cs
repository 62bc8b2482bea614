using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.Side;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>Orders that wait for a trade: stops, stop-limits, trailing stops, if-touched.</summary>
public sealed class TriggerVectors
{
    [Fact]
    public void A_stop_is_a_market_order_once_a_trade_is_at_its_trigger() => EveryVenue.Tells(
        market =>
            Trade(market.Sell(3, at: 103).Stop(Buy, 2, trigger: 101), 100).Forget().Sell(1, at: 101, by: MarketTape.Cyd)
                .Buy(1, at: 101, by: MarketTape.Dan),
        "0 accepted 5 Sell 1@101",
        "0 accepted 6 Buy 1@101",
        "0 executed 5 1@101 remaining 0 Added m2",
        "0 executed 6 1@101 remaining 0 Removed m2",
        "0 trade Buy 1@101 m2",
        "0 triggered 2 Buy 2 at 101",
        "0 executed 1 2@103 remaining 1 Added m3",
        "0 executed 2 2@103 remaining 0 Removed m3",
        "0 trade Buy 2@103 m3");

    [Fact]
    public void A_trade_beyond_the_trigger_will_do() => EveryVenue.Matches(
        market => Trade(market.Sell(1, at: 109).Buy(1, at: 90).Stop(Sell, 1, trigger: 101), 95),
        "4-5 1@95, 2-3 1@90");

    [Fact]
    public void The_last_trade_may_have_met_it_before_it_came() => EveryVenue.Tells(
        market => Trade(market, 100).Forget().Stop(Sell, 1, trigger: 100),
        "0 accepted 3 Sell 1@0",
        "0 triggered 3 Sell 1 at 100",
        "0 canceled 3 1 remaining 0 Immediate");

    [Fact]
    public void One_that_trades_may_trigger_another() => EveryVenue.Matches(
        market =>
            market.Buy(1, at: 100).Buy(1, at: 99).Buy(1, at: 98).Stop(Sell, 1, trigger: 99).Stop(Sell, 1, trigger: 100)
                .Sell(1, at: 100),
        "1-6 1@100, 2-5 1@99, 3-4 1@98");

    [Fact]
    public void The_oldest_goes_first_when_the_incoming_order_is_done() => EveryVenue.Matches(
        market =>
            market.Buy(1, at: 100).Buy(1, at: 99).Buy(1, at: 98).Stop(Sell, 1, trigger: 99).Stop(Sell, 1, trigger: 100)
                .Sell(2, at: 99),
        "1-6 1@100, 2-6 1@99, 3-4 1@98");

    [Fact]
    public void A_stop_limit_is_a_limit_order_and_joins_the_queue_when_it_is_triggered() => EveryVenue.Matches(
        market => Trade(market.StopLimit(Buy, 1, trigger: 102, at: 100).Buy(1, at: 100), 102).Sell(2, at: 100),
        "3-4 1@102, 2-5 1@100, 1-5 1@100");

    [Fact]
    public void A_stop_limit_does_not_trade_beyond_its_limit() => EveryVenue.Matches(
        market => Trade(market.StopLimit(Buy, 2, trigger: 102, at: 103).Sell(1, at: 103).Sell(1, at: 104), 102),
        "4-5 1@102, 2-1 1@103", "1@103 / 1@104");

    [Fact]
    public void An_immediate_stop_limit_waits_and_is_canceled_then() => EveryVenue.Tells(
        market => Trade(market.StopLimit(Buy, 2, trigger: 102, at: 103, timeInForce: ImmediateOrCancel), 102),
        "0 accepted 1 Buy 2@103",
        "0 accepted 2 Sell 1@102",
        "0 accepted 3 Buy 1@102",
        "0 executed 2 1@102 remaining 0 Added m1",
        "0 executed 3 1@102 remaining 0 Removed m1",
        "0 trade Buy 1@102 m1",
        "0 triggered 1 Buy 2 at 102",
        "0 canceled 1 2 remaining 0 Immediate");

    [Fact]
    public void A_stop_limit_reserves_when_it_is_entered_and_a_stop_does_not() => EveryVenue.Tells(
        new(SettlementPolicy.Reserve, Cash: [0, 100, 0, 0], Lots: [1, 1, 1, 1]),
        market => market.Stop(Buy, 5, trigger: 50).StopLimit(Buy, 1, trigger: 50, at: 100).Buy(1, at: 1),
        "0 accepted 1 Buy 5@0",
        "0 accepted 2 Buy 1@100",
        "0 rejected 3 InsufficientCash");

    [Fact]
    public void A_trailing_stop_follows_the_best_price() => EveryVenue.Tells(
        market => Trade(Trade(Trade(Trade(market, 100).Trail(Sell, 1, distance: 2), 103), 102).Forget(), 101),
        "0 accepted 8 Sell 1@101",
        "0 accepted 9 Buy 1@101",
        "0 executed 8 1@101 remaining 0 Added m4",
        "0 executed 9 1@101 remaining 0 Removed m4",
        "0 trade Buy 1@101 m4",
        "0 triggered 3 Sell 1 at 101",
        "0 canceled 3 1 remaining 0 Immediate");

    [Fact]
    public void A_trailing_stop_begins_with_the_last_trade() => EveryVenue.Matches(
        market => Trade(Trade(market, 100).Sell(1, at: 120).Trail(Buy, 1, distance: 3), 103),
        "1-2 1@100, 5-6 1@103, 3-4 1@120");

    [Fact]
    public void Without_a_last_trade_it_begins_with_the_next() => EveryVenue.Matches(
        market => Trade(Trade(Trade(market.Buy(1, at: 50).Trail(Sell, 1, distance: 2), 100), 99), 98),
        "3-4 1@100, 5-6 1@99, 7-8 1@98, 1-2 1@50");

    [Fact]
    public void The_trigger_that_a_trailing_stop_met_is_told_though_the_price_fell_below_it() => EveryVenue.Tells(
        market => Trade(Trade(market, 100).Trail(Sell, 1, distance: 2).Forget(), 90),
        "0 accepted 4 Sell 1@90",
        "0 accepted 5 Buy 1@90",
        "0 executed 4 1@90 remaining 0 Added m2",
        "0 executed 5 1@90 remaining 0 Removed m2",
        "0 trade Buy 1@90 m2",
        "0 triggered 3 Sell 1 at 98",
        "0 canceled 3 1 remaining 0 Immediate");

    [Fact]
    public void An_if_touched_order_to_buy_waits_for_the_price_to_fall() => EveryVenue.Matches(
        market => Trade(Trade(market.Sell(1, at: 105).IfTouched(Buy, 1, trigger: 99), 100), 99),
        "3-4 1@100, 5-6 1@99, 1-2 1@105");

    [Fact]
    public void An_if_touched_order_to_sell_waits_for_the_price_to_rise() => EveryVenue.Matches(
        market => Trade(Trade(market.Buy(1, at: 95).IfTouched(Sell, 1, trigger: 101), 100), 102),
        "3-4 1@100, 5-6 1@102, 1-2 1@95");

    [Fact]
    public void An_if_touched_order_may_be_touched_before_it_came() => EveryVenue.Matches(
        market => Trade(market.Sell(1, at: 105), 99).IfTouched(Buy, 1, trigger: 99),
        "2-3 1@99, 1-4 1@105");

    [Fact]
    public void An_order_that_waits_can_be_cut_canceled_and_replaced() => EveryVenue.Tells(
        market => market.Stop(Buy, 5, trigger: 101).Cancel(1, remaining: 2).Replace(
            1, 3, at: 0, type: OrderType.Stop, trigger: 102).Cancel(2),
        "0 accepted 1 Buy 5@0",
        "0 canceled 1 3 remaining 2 Requested",
        "0 replaced 1 by 2 Buy 3@0",
        "0 canceled 2 3 remaining 0 Requested");

    [Fact]
    public void A_woken_peg_may_trigger_it() => EveryVenue.Matches(
        new ContinuousRules { FollowsExternalReference = true },
        market =>
            market.Sell(1, at: 102).Sell(1, at: 109).Stop(Buy, 1, trigger: 102, by: MarketTape.Cyd).Refer(99, 101)
                .MidpointPeg(Buy, 1, limit: 110)
            .Refer(102, 104),
        "1-4 1@102, 2-3 1@109");

    /// <summary>Cyd sells a lot to Dan.</summary>
    static MarketTape Trade(MarketTape market, long price) =>
        market.Sell(1, at: price, by: MarketTape.Cyd).Buy(1, at: price, by: MarketTape.Dan);
}
