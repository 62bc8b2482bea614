using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Prices at which a listing does not trade, and what happens instead.</summary>
public sealed class PriceBandTests
{
    static readonly PriceBands TenOff = new()
    {
        Static = PriceBand.OfTicks(new(10)), Reference = new(100), Interruption = new(5),
    };

    static readonly PriceBands TwoPercent = new()
    {
        Dynamic = PriceBand.OfShare(20_000), Reference = new(100), Interruption = new(5),
    };

    [Fact]
    public void A_match_on_the_band_is_made_and_one_beyond_it_interrupts_trading_and_is_made_in_an_auction() =>
        Expect(
            Within(TenOff, BookDisplay.Open).Sell(1, at: 110).Sell(1, at: 111).Forget().Buy(3, at: 111).Until(5),
            "0 accepted 3 Buy 3@111",
            "0 executed 1 1@110 remaining 0 Added m1",
            "0 executed 3 1@110 remaining 2 Removed m1",
            "0 trade Buy 1@110 m1",
            "0 ask 0@110 of 0",
            "0 bid 2@111 of 1",
            "0 state VolatilityAuction",
            "5 executed 3 1@111 remaining 1 Auction m2",
            "5 executed 2 1@111 remaining 0 Auction m2",
            "5 trade 1@111 m2",
            "5 auction ended 1@111",
            "5 state Continuous",
            "5 bid 1@111 of 1",
            "5 ask 0@111 of 0");

    [Theory]
    [InlineData(89, 111)]
    [InlineData(90, 110)]
    public void Prices_of_both_sides_are_bounded_the_band_included(long low, long high)
    {
        bool isWithin = high == 110;

        Assert.Equal(isWithin, Trades(Within(TenOff).Sell(1, at: high).Forget().Buy(1, at: high)));
        Assert.Equal(isWithin, Trades(Within(TenOff).Buy(1, at: low).Forget().Sell(1, at: low)));
    }

    [Theory]
    [InlineData(0, 102, true)]
    [InlineData(0, 103, false)]
    [InlineData(0, 98, true)]
    [InlineData(0, 97, false)]
    [InlineData(150, 153, true)] // 2 % of 150, and of 149 only 2 whole ticks.
    [InlineData(149, 152, false)]
    [InlineData(149, 151, true)]
    [InlineData(-150, -153, true)]
    [InlineData(-149, -152, false)]
    public void A_share_is_one_of_the_last_price_whole_ticks_of_it(long last, long price, bool trades)
    {
        PriceBands bands = TwoPercent with { Reference = new(last == 0 ? 100 : last) };

        Assert.Equal(trades, Trades(Within(bands).Sell(1, at: price).Forget().Buy(1, at: price)));
    }

    [Fact]
    public void The_static_band_stays_where_the_last_auction_was_and_the_dynamic_one_follows_every_trade()
    {
        PriceBands both = TwoPercent with { Static = PriceBand.OfTicks(new(5)) };
        MarketTape market = Within(both);
        foreach (long price in (long[])[102, 104, 105])
            Assert.True(Trades(market.Sell(1, at: price).Forget().Buy(1, at: price)));

        Assert.False(Trades(market.Sell(1, at: 106).Forget().Buy(1, at: 106)));
        Assert.True(Trades(market.Forget().Until(5)));
        foreach (long price in (long[])[108, 110, 111])
            Assert.True(Trades(market.Sell(1, at: price).Forget().Buy(1, at: price)));
        Assert.False(Trades(market.Sell(1, at: 112).Forget().Buy(1, at: 112)));
    }

    /// <summary>Each step of the sweep is within 2 % of the one before.</summary>
    [Fact]
    public void One_order_cannot_take_the_dynamic_band_along_with_it() =>
        Expect(
            Within(TwoPercent).Sell(1, at: 101).Sell(1, at: 102).Sell(1, at: 103).Forget().BuyAtMarket(3),
            "0 accepted 4 Buy 3@0",
            "0 executed 1 1@101 remaining 0 Added m1",
            "0 executed 4 1@101 remaining 2 Removed m1",
            "0 trade Buy 1@101 m1",
            "0 executed 2 1@102 remaining 0 Added m2",
            "0 executed 4 1@102 remaining 1 Removed m2",
            "0 trade Buy 1@102 m2",
            "0 canceled 4 1 remaining 0 Immediate",
            "0 state VolatilityAuction",
            "0 ask 0@101 of 0",
            "0 ask 0@102 of 0",
            "0 ask 0@103 of 0");

    [Fact]
    public void A_fill_or_kill_order_that_would_print_outside_is_killed_and_interrupts_nothing() =>
        Expect(
            Within(TenOff).Sell(1, at: 110).Sell(1, at: 111).Forget()
                .Buy(2, at: 111, TimeInForce.FillOrKill).Buy(1, at: 111, TimeInForce.FillOrKill),
            "0 accepted 3 Buy 2@111",
            "0 canceled 3 2 remaining 0 Immediate",
            "0 accepted 4 Buy 1@111",
            "0 executed 1 1@110 remaining 0 Added m1",
            "0 executed 4 1@110 remaining 0 Removed m1",
            "0 trade Buy 1@110 m1",
            "0 ask 0@110 of 0");

    [Fact]
    public void An_auction_in_which_nothing_trades_leaves_the_bands_where_they_are()
    {
        MarketTape market = Within(TenOff).Sell(1, at: 120).BuyAtMarket(1).Until(5);

        Assert.Equal("Continuous", StateOf(market));
        Assert.Equal("VolatilityAuction", StateOf(market.BuyAtMarket(1)));
    }

    [Fact]
    public void Without_a_reference_the_first_auction_is_the_first()
    {
        TradingSchedule schedule = new(
            [new(new(1), TradingState.OpeningAuction), new(new(5), TradingState.Continuous)]);
        MarketTape market = Within(TenOff with { Reference = null }, schedule: schedule);

        Assert.True(Trades(market.Until(2).Buy(1, at: 500).Sell(1, at: 500).Until(5)));
        Assert.True(Trades(market.Buy(1, at: 490).Forget().Sell(1, at: 490)));
        Assert.False(Trades(market.Buy(1, at: 489).Forget().Sell(1, at: 489)));
    }

    [Fact]
    public void The_end_of_an_interruption_is_put_off_by_lot()
    {
        long[] ends = [.. Enumerable.Range(1, 50).Select(seed =>
            Within(TenOff with { RandomEnd = new(3) }, seed: (ulong)seed)
                .Sell(1, at: 120).BuyAtMarket(1).NextDeadline()!.Value.Nanoseconds)];

        Assert.Equal([5, 6, 7, 8], ends.Distinct().Order());
    }

    [Fact]
    public void An_interruption_that_lasts_into_the_closing_auction_becomes_part_of_it() =>
        Expect(
            Within(TenOff, schedule: new(
                [
                    new(new(0), TradingState.Continuous), new(new(4), TradingState.ClosingAuction),
                    new(new(9), TradingState.Closed),
                ]))
                .Until(2).Sell(1, at: 120).Buy(1, at: 120).Forget().Until(9),
            "4 state ClosingAuction",
            "9 executed 2 1@120 remaining 0 Auction m1",
            "9 executed 1 1@120 remaining 0 Auction m1",
            "9 trade 1@120 m1",
            "9 auction ended 1@120",
            "9 closed");

    [Fact]
    public void Whoever_runs_the_market_can_end_an_interruption_or_make_it_a_halt()
    {
        MarketTape market = Within(TenOff).Sell(1, at: 120).Buy(1, at: 120).Until(1).Forget();
        Assert.Equal(["1 state Halted"], market.Halt().Until(6).Events);
        Assert.True(Trades(market.Resume()));

        market = Within(TenOff).Sell(1, at: 120).Buy(1, at: 120).Until(1).Forget();
        Assert.True(Trades(market.Call()));
    }

    /// <summary>The reference comes at a time of its own, from which the interruption counts.</summary>
    [Fact]
    public void A_reference_that_moves_pegs_out_of_the_bands_interrupts_trading_from_then_on()
    {
        ContinuousRules following = new() { FollowsExternalReference = true };
        MarketTape market = new(
            [new ScheduledRules { Inner = following, Bands = TenOff, Display = BookDisplay.Closed }]);
        market.Sell(1, at: 115).MidpointPeg(Side.Buy, 1, limit: 120).Until(50).Forget();

        Assert.Contains("50 state VolatilityAuction", market.Refer(118, 122).Events);
        Assert.Empty(market.Forget().Until(54).Events);
        Assert.Contains("55 state Continuous", market.Until(55).Events);
    }

    [Fact]
    public void A_batch_auction_has_no_bands() =>
        Assert.Throws<ArgumentException>(() => new MarketTape(
            [new ScheduledRules { Inner = new BatchRules { Interval = new(10) }, Bands = TenOff }]));

    static MarketTape Within(
        PriceBands bands, BookDisplay display = BookDisplay.Closed, TradingSchedule? schedule = null, ulong seed = 1)
    {
        ScheduledRules rules = new()
        {
            Inner = new ContinuousRules(), Bands = bands, Display = display, Schedule = schedule,
        };
        return new([rules], seed: seed);
    }

    static bool Trades(MarketTape market) => market.OnlyMatches.Any();

    static string StateOf(MarketTape market) =>
        market.Events.Last(line => line.Contains("state", StringComparison.Ordinal)).Split(' ')[^1];

    static void Expect(MarketTape market, params string[] events) => Assert.Equal(events, market.Events);
}
