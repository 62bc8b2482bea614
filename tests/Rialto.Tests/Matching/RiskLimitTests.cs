using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Each limit with its own reason: what is exactly at it passes, one more is refused.</summary>
public sealed class RiskLimitTests
{
    [Fact]
    public void Lots_of_one_request()
    {
        MarketTape market = With(new() { Order = new(10) });
        market.Buy(10, at: 1).Buy(11, at: 1).Replace(1, 10, at: 2).Replace(3, 11, at: 2).BuyAtMarket(11);

        AssertRefused(market, RejectReason.QuantityLimit, 2, 4, 5);
    }

    [Fact]
    public void Ticks_from_the_last_trade()
    {
        MarketTape market = With(new() { Collar = new(5) });
        market.Sell(1, at: 100).Buy(1, at: 100).Forget()
            .Buy(1, at: 95).Buy(1, at: 94).Sell(1, at: 105).Sell(1, at: 106).Buy(1, at: 106, by: MarketTape.Cyd)
                .SellAtMarket(1);

        AssertRefused(market, RejectReason.PriceCollar, 4, 6, 7);
    }

    [Fact]
    public void Ticks_from_the_midpoint_before_the_first_trade()
    {
        MarketTape market = With(new() { Collar = new(5) });
        market.Buy(1, at: 100).Sell(1, at: 500).Buy(1, at: 1).Cancel(2).Sell(1, at: 103).Forget()
            .Buy(1, at: 97).Buy(1, at: 96).Sell(1, at: 106).Sell(1, at: 107); // from 101½

        AssertRefused(market, RejectReason.PriceCollar, 6, 8);
    }

    [Fact]
    public void A_part_of_the_last_price()
    {
        MarketTape market = With(new() { CollarMillionths = 100_000 });
        market.Sell(1, at: 105).Buy(1, at: 105).Forget().Sell(1, at: 115).Sell(1, at: 116).Buy(1, at: 95).Buy(
            1, at: 94);

        AssertRefused(market, RejectReason.PriceCollar, 4, 6);
    }

    [Fact]
    public void Position_and_live_orders_of_one_side()
    {
        MarketTape market = With(new() { Position = new(10) });
        market.Sell(4, at: 100).Buy(4, at: 100).Forget()
            .Buy(6, at: 99).Buy(1, at: 99) // 4 held and 6 wanted
            .Sell(14, at: 101, by: MarketTape.Bob).Sell(1, at: 101, by: MarketTape.Bob)
            .Sell(6, at: 101).Sell(1, at: 101); // Ann is 4 short

        AssertRefused(market, RejectReason.PositionLimit, 4, 6, 8);
    }

    [Theory]
    [InlineData(Side.Buy, 1)]
    [InlineData(Side.Sell, -1)]
    public void A_position_may_have_nearly_all_digits_of_a_number(Side side, int sign)
    {
        const long Held = 4_000_000_000_000_000_000;
        MarketTape market = new(lots: [0, sign * Held, 0, 0], limits: new() { Position = new(Held + 10) });
        foreach (long lots in (long[])[6, 5, 4, 1])
            _ = side == Side.Buy ? market.Buy(lots, at: 1) : market.Sell(lots, at: 1, by: MarketTape.Bob);

        AssertRefused(market, RejectReason.PositionLimit, 2, 4);

        // Towards zero there is more room than an order can use.
        market.Forget();
        _ = side == Side.Buy ? market.Sell(9, at: 7, by: MarketTape.Bob) : market.Buy(9, at: 7);
        Assert.Contains(market.Events, line => line.Contains(" accepted 5", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_canceled_or_replaced_does_not_count_any_more()
    {
        MarketTape market = With(new() { Position = new(10), OpenOrders = 1 });
        market.Buy(10, at: 99).Replace(1, 10, at: 98).Replace(2, 11, at: 98).Cancel(2, remaining: 4).Replace(
            2, 10, at: 97).CancelAll(MarketTape.Bob)
            .Buy(10, at: 99, TimeInForce.ImmediateOrCancel).Buy(10, at: 99, until: 5).Until(5).Buy(10, at: 1);

        AssertRefused(market, RejectReason.PositionLimit, 3);
    }

    [Theory]
    [InlineData(SettlementPolicy.Unlimited)]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void Lots_sold_short(SettlementPolicy settlement)
    {
        MarketTape market = new(
            settlement: settlement, cash: [0, 10_000, 0, 0], lots: [5, 0, 0, 0], limits: new() { Short = new(3) });
        market.Sell(8, at: 100).Sell(1, at: 100).Buy(8, at: 100).Forget().Sell(1, at: 1);

        AssertRefused(market, RejectReason.ShortLimit, 4);
        Assert.Equal(-3, market.LotsOf(MarketTape.Ann));
    }

    /// <summary>
    /// A market order reserves nothing, so what an order beside it delivers may be missing when it matches.
    /// </summary>
    [Fact]
    public void Under_reserve_a_market_order_sells_short_as_far_as_it_may()
    {
        MarketTape market = new(
            settlement: SettlementPolicy.Reserve, cash: [0, 10_000, 0, 0], lots: [5, 0, 0, 0],
            limits: new() { Short = new(3) });
        market.Buy(20, at: 100).SellAtMarket(9).SellAtMarket(8);

        AssertRefused(market, RejectReason.ShortLimit, 2);
        Assert.Equal(-3, market.LotsOf(MarketTape.Ann));
    }

    [Fact]
    public void Without_a_short_limit_nothing_is_sold_short_where_inventory_is_asked_for()
    {
        MarketTape market = new(
            settlement: SettlementPolicy.Reserve, lots: [5, 0, 0, 0], limits: new() { OpenOrders = 9 });
        market.Sell(6, at: 1).Sell(5, at: 1);

        AssertRefused(market, RejectReason.InsufficientInventory, 1);
    }

    [Fact]
    public void Live_orders()
    {
        MarketTape market = With(new() { OpenOrders = 2 });
        market.Buy(1, at: 1).Sell(1, at: 9, by: MarketTape.Bob).Buy(1, at: 2).Replace(1, 1, at: 3).Buy(1, at: 2)
            .Sell(1, at: 3).Buy(1, at: 2).Buy(1, at: 2); // the replacement was executed

        AssertRefused(market, RejectReason.OpenOrderLimit, 3, 5, 8);
    }

    [Fact]
    public void Requests_within_a_window()
    {
        MarketTape market = With(new() { Messages = new MessageRate(3, new(10)) });
        market.Buy(1, at: 1).Until(2).Buy(1, at: 1).Replace(2, 1, at: 2).Until(9).Buy(1, at: 1)
            .Until(10).Buy(1, at: 1).Buy(1, at: 1).Until(11).Buy(1, at: 1).Until(12).Buy(1, at: 1).Buy(1, at: 1).Buy(
                1, at: 1);

        AssertRefused(market, RejectReason.MessageRateLimit, 4, 6, 7, 10);
    }

    [Fact]
    public void Messages_that_another_limit_refuses_count_and_cancels_do_not()
    {
        MarketTape market = With(new() { Messages = new MessageRate(2, new(10)), Order = new(1) });
        market.Buy(2, at: 1).Buy(1, at: 1).Cancel(2).Buy(1, at: 1).Until(10).Buy(1, at: 1).Replace(4, 0, at: 1).Buy(
            1, at: 1);

        AssertRefused(market, RejectReason.QuantityLimit, 1);
        AssertRefused(market, RejectReason.MessageRateLimit, 3);
    }

    [Fact]
    public void What_was_lost_at_the_last_price()
    {
        MarketTape market = With(new() { Loss = new(50) });
        market.Sell(10, at: 100).Buy(10, at: 100) // Bob holds 10 that were 100 each
            .Sell(1, at: 95).Buy(1, at: 95, by: MarketTape.Cyd).Buy(1, at: 1)
            .Sell(1, at: 94).Buy(1, at: 94, by: MarketTape.Dan).Forget().Buy(1, at: 1).Cancel(5).Buy(
                1, at: 1, by: MarketTape.Cyd);

        AssertRefused(market, RejectReason.LossLimit, 8);
        Assert.Contains("0 canceled 5 1 remaining 0 Requested", market.Events);
    }

    /// <summary>Prices may have moved more often, while nobody asked, than is remembered.</summary>
    [Fact]
    public void What_was_lost_while_the_prices_moved_many_times()
    {
        MarketTape market = new(
            [new ContinuousRules(), new ContinuousRules()], cash: [0, 500, 0, 0], lots: [0, 5, 0, 0],
            limits: new() { Loss = new(50) });
        market.Sell(10, at: 100).Buy(10, at: 100);
        Move(on: 1, 200, 199, 196);
        Move(on: 0, [.. Enumerable.Range(0, 40).Select(i => 99 + (long)(i % 2)), 98]);

        // 15 lots that were 100 and are 98; 5 that were 200 and are 196.
        market.Forget().Buy(1, at: 1).Cancel(91);
        AssertRefused(market, RejectReason.LossLimit);

        Move(on: 1, 195);
        market.Forget().Buy(1, at: 1);
        AssertRefused(market, RejectReason.LossLimit, 94);

        void Move(short on, params long[] prices)
        {
            for (int i = 0; i < prices.Length; i++)
            {
                (int seller, int buyer) =
                    i % 2 == 0 ? (MarketTape.Cyd, MarketTape.Dan) : (MarketTape.Dan, MarketTape.Cyd);
                market.Sell(1, at: prices[i], by: seller, on: on).Buy(1, at: prices[i], by: buyer, on: on);
            }
        }
    }

    [Fact]
    public void What_an_opening_inventory_lost_since_the_first_price_and_what_fees_cost()
    {
        FeeSchedule fees = new(new FeeTier(0, new(0), new(1), new(0)));
        MarketTape market = new(lots: [5, 0, 0, 0], fees: fees, limits: new() { Loss = new(10) });
        market.Sell(1, at: 100, by: MarketTape.Cyd).Buy(1, at: 100).Sell(1, at: 98, by: MarketTape.Cyd).Buy(1, at: 98)
            .Sell(1, at: 1_000).CancelAll(MarketTape.Ann) // 5 lots, 2 ticks lower
            .Buy(1, at: 97, by: MarketTape.Cyd).Sell(1, at: 97, by: MarketTape.Dan).Forget().Sell(1, at: 1_000);

        AssertRefused(market, RejectReason.LossLimit, 8);
    }

    [Fact]
    public void Margin_for_the_largest_position_at_the_last_price()
    {
        MarketTape market = new(cash: [100, 100, 1000, 1000], limits: new() { MarginMillionths = 500_000 });
        market.Sell(1, at: 100, by: MarketTape.Cyd).Buy(1, at: 100, by: MarketTape.Dan).Forget()
            .Buy(2, at: 90).Buy(1, at: 90).Sell(2, at: 110, by: MarketTape.Bob).Sell(1, at: 110, by: MarketTape.Bob)
                .Sell(3, at: 110);

        AssertRefused(market, RejectReason.InsufficientMargin, 4, 6, 7);
    }

    [Fact]
    public void Margin_before_the_first_trade_by_the_limit_and_never_for_less_position()
    {
        MarketTape market = new(
            cash: [0, 101, 0, 1000], lots: [0, 0, 5, 0], limits: new() { MarginMillionths = 1_000_000 });
        market.Buy(1, at: 101).CancelAll(MarketTape.Bob).Buy(1, at: 102)
            // from 5 long to 5 short, and to 6
            .Sell(10, at: 10, by: MarketTape.Cyd).Sell(1, at: 10, by: MarketTape.Cyd);

        AssertRefused(market, RejectReason.InsufficientMargin, 2, 4);
    }

    [Fact]
    public void A_replacement_that_is_refused_leaves_the_old_order_even_if_it_could_not_be_entered_now()
    {
        MarketTape market = new(cash: [0, 100, 1000, 1000], limits: new() { MarginMillionths = 1_000_000 });
        market.Buy(1, at: 100).Sell(1, at: 500, by: MarketTape.Cyd).Buy(1, at: 500, by: MarketTape.Dan).Forget()
            .Replace(1, 1, at: 99);

        AssertRefused(market, RejectReason.InsufficientMargin, 4);
        Assert.Equal("1@100 /", market.Book());
        Assert.Equal("0 canceled 1 1 remaining 0 Requested", market.Forget().Cancel(1).Events[0]);
    }

    [Theory]
    [InlineData(SettlementPolicy.Unlimited)]
    [InlineData(SettlementPolicy.Reserve)]
    public void Everybody_has_limits_of_his_own_or_none(SettlementPolicy settlement)
    {
        MarketDirectory directory = new(
            ["venue"], [new Instrument { Symbol = "XYZ", TickSize = 1 }],
            [.. Enumerable.Range(0, 4).Select(p => new Participant($"p{p}", "people", new Cash(100), [50]))]);
        RiskLimits?[] limits = [null, new() { OpenOrders = 1 }, null, new() { Order = new(5) }];
        CheckedVenue venue = new(
            [new ContinuousRules()], directory, settlement, _ => new RandomStream(1, "lots"), limits: limits);
        long name = 0;

        Assert.Equal(
            [EventKind.Accepted, EventKind.Accepted, EventKind.Accepted, EventKind.Rejected, EventKind.Accepted,
                EventKind.Rejected, EventKind.Accepted],
            new[]
            {
                Enter(0, Side.Sell, 9), Enter(0, Side.Sell, 9), // two orders of one without limits
                Enter(1, Side.Sell, 9), Enter(1, Side.Sell, 1), // the only one that he may have
                Enter(2, Side.Buy, 20), // executed by both
                Enter(3, Side.Buy, 6), Enter(3, Side.Buy, 5),
            });

        EventKind Enter(int participant, Side side, long lots)
        {
            venue.Apply(
                default(Request) with
                {
                    Participant = new(participant), Side = side, Order = new(++name), Limit = new(2),
                    Quantity = new(lots),
                },
                default);
            return venue.Events.Written[0].Kind;
        }
    }

    [Fact]
    public void The_kill_switch_cancels_everything_and_nothing_can_be_entered_any_more()
    {
        MarketTape market = new([new ContinuousRules(), new BatchRules { Interval = new(10) }]);
        market.Buy(3, at: 98).Buy(3, at: 99).Sell(3, at: 101, by: MarketTape.Bob).Sell(1, at: 102).Buy(
            1, at: 1, on: 1).Forget().Kill(MarketTape.Bob);

        Assert.Equal(
        [
            "0 canceled 2 3 remaining 0 RiskLimit",
            "0 canceled 1 3 remaining 0 RiskLimit",
            "0 canceled 3 3 remaining 0 RiskLimit",
            "0 bid 0@99 of 0",
            "0 bid 0@98 of 0",
            "0 ask 0@101 of 0",
        ], market.Events);

        market.Forget().Buy(1, at: 1).Replace(5, 2, at: 1, on: 1).Cancel(5, on: 1).Kill(MarketTape.Bob).Buy(
            1, at: 1, by: MarketTape.Cyd);
        AssertRefused(market, RejectReason.KillSwitch, 6, 7);
        Assert.Equal(
            ["0 canceled 5 1 remaining 0 Requested", "0 accepted 8 Buy 1@1", "0 bid 1@1 of 1"], market.Events.Skip(2));
    }

    [Fact]
    public void All_lots_of_an_iceberg_count_and_it_is_one_order_until_its_last_part()
    {
        MarketTape market = With(new() { Position = new(10), OpenOrders = 1 });
        market.Sell(8, at: 100, displayed: 3).Buy(5, at: 100).Sell(1, at: 101).Buy(2, at: 100).Sell(1, at: 101).Buy(
            1, at: 100).Forget()
            .Sell(2, at: 101).Sell(1, at: 102);

        AssertRefused(market, RejectReason.OpenOrderLimit, 8);
        market.CancelAll(MarketTape.Ann).Forget().Sell(3, at: 101);
        AssertRefused(market, RejectReason.PositionLimit, 9);
    }

    [Fact]
    public void Orders_that_wait_for_a_price_count_too()
    {
        MarketTape market = With(new() { Position = new(10), OpenOrders = 2 });
        market.Stop(Side.Buy, 6, trigger: 105).Stop(Side.Buy, 5, trigger: 105).StopLimit(
            Side.Buy, 4, trigger: 104, at: 104).Buy(1, at: 1)
            .Sell(20, at: 104, by: MarketTape.Cyd).Sell(4, at: 104).Buy(1, at: 104, by: MarketTape.Dan).Forget().Buy(
                6, at: 1);

        AssertRefused(market, RejectReason.PositionLimit);
        Assert.Equal(3, market.LotsOf(MarketTape.Bob));
    }

    [Fact]
    public void In_a_batch_auction_too()
    {
        MarketTape market = MarketTape.OfBatches();
        market.Buy(3, at: 100).BuyAtMarket(2).Sell(4, at: 100).Forget().Kill(MarketTape.Bob).Until(10);

        Assert.Equal(["0 canceled 2 2 remaining 0 RiskLimit", "0 canceled 1 3 remaining "
            + "0 RiskLimit", "10 auction ended", "10 ask 4@100 of 1"], market.Events);
    }

    static MarketTape With(RiskLimits limits) => new(limits: limits);

    static void AssertRefused(MarketTape market, RejectReason reason, params long[] orders) =>
        Assert.Equal(
            orders.Select(order => $"rejected {order} {reason}"),
            market.Events.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])
                .Where(line => line.StartsWith("rejected", StringComparison.Ordinal)
                    && line.EndsWith($" {reason}", StringComparison.Ordinal)));
}
