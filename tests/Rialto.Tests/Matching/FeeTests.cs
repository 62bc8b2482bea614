using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>What an execution costs, to the unit.</summary>
public sealed class FeeTests
{
    static readonly Fee None = new(0);
    static readonly FeeSchedule RebateAndFee = new(new FeeTier(0, Maker: new(-2), Taker: new(3), Auction: new(1)));

    [Theory]
    [InlineData(3, 0, 7, 700, 21)]
    [InlineData(-3, 0, 7, 700, -21)]
    [InlineData(0, 300, 10, 10_000, 3)] // three basis points, exactly
    [InlineData(0, 300, 10, 10_001, 4)] // one unit of turnover more
    [InlineData(0, 300, 1, 100, 1)]
    [InlineData(0, 300, 1, 0, 0)]
    [InlineData(0, -300, 10, 10_000, -3)]
    [InlineData(0, -300, 10, 13_333, -3)]
    [InlineData(0, -300, 10, 13_334, -4)]
    [InlineData(0, -300, 1, 100, 0)]
    [InlineData(2, 10_000, 3, 99, 7)]
    [InlineData(-2, 10_000, 3, 99, -5)]
    [InlineData(0, 1_000_000, 1, long.MaxValue, long.MaxValue)]
    [InlineData(0, -1_000_000, 1, long.MaxValue, -long.MaxValue)]
    [InlineData(0, 999_999, 1, long.MaxValue, 9223362813482738953)]
    [InlineData(0, -999_999, 1, long.MaxValue, -9223362813482738952)]
    [InlineData(1_000_000_000, 0, 1_000_000_000, 0, 1_000_000_000_000_000_000)]
    public void A_fee_is_so_much_per_lot_and_a_part_of_the_turnover_rounded_up(
        long perLot, long millionths, long lots, long turnover, long expected) =>
        Assert.Equal(expected, new Fee(perLot, millionths).Of(lots, turnover));

    [Fact]
    public void Maker_and_taker_are_charged_directly_after_their_executions()
    {
        MarketTape market = new(fees: RebateAndFee);
        market.Sell(5, at: 100).Forget().Buy(5, at: 100);

        Assert.Equal(
        [
            "0 accepted 2 Buy 5@100",
            "0 executed 1 5@100 remaining 0 Added m1",
            "0 charged 1 -10",
            "0 executed 2 5@100 remaining 0 Removed m1",
            "0 charged 2 15",
            "0 trade Buy 5@100 m1",
            "0 ask 0@100 of 0",
        ], market.Events);
        Assert.Equal((510, -515, 5), (market.CashOf(MarketTape.Ann), market.CashOf(MarketTape.Bob), market.House));
    }

    [Fact]
    public void In_an_auction_both_are_charged_the_auction_s_fee()
    {
        MarketTape market = MarketTape.OfBatches(fees: RebateAndFee);
        market.Sell(5, at: 100).Buy(5, at: 100).Until(10);

        Assert.Equal(["10 charged 2 5", "10 charged 1 5"], market.Events.Where(IsCharged));
        Assert.Equal(10, market.House);
    }

    [Fact]
    public void A_fee_of_nothing_is_not_said()
    {
        MarketTape market = new(fees: new(new FeeTier(0, None, new(0, 300), None)));
        market.Sell(5, at: 0).Buy(3, at: 0);
        Assert.DoesNotContain(market.Events, IsCharged);

        market.CancelAll(MarketTape.Ann).Sell(1, at: 1).Buy(1, at: 1);
        Assert.Equal(["0 charged 4 1"], market.Events.Where(IsCharged));
    }

    [Fact]
    public void The_turnover_has_no_sign()
    {
        MarketTape market = new(fees: new(new FeeTier(0, None, new(0, 10_000), None)));
        market.Sell(2, at: -100).Buy(2, at: -100);

        Assert.Equal((-200, 198, 2), (market.CashOf(MarketTape.Ann), market.CashOf(MarketTape.Bob), market.House));
    }

    [Fact]
    public void An_execution_is_charged_by_the_tier_that_held_before_it()
    {
        MarketTape market = new(fees: new(
            new FeeTier(0, new(-1), new(9), None), new FeeTier(10, new(-2), new(6), None),
            new FeeTier(25, new(-3), new(3), None)));
        market.Sell(100, at: 1).Forget();

        // Traded before: 0, 9, 10, 24, 25.
        market.Buy(9, at: 1).Buy(1, at: 1).Buy(14, at: 1).Buy(1, at: 1).Buy(1, at: 1);

        Assert.Equal(
        [
            "0 charged 1 -9", "0 charged 2 81",
            "0 charged 1 -1", "0 charged 3 9",
            "0 charged 1 -28", "0 charged 4 84",
            "0 charged 1 -2", "0 charged 5 6",
            "0 charged 1 -3", "0 charged 6 3",
        ], market.Events.Where(IsCharged));
    }

    [Fact]
    public void A_tier_may_be_passed_over_and_every_participant_has_its_own()
    {
        MarketTape market = new(fees: new(new FeeTier(0, None, new(9), None), new FeeTier(10, None, new(6), None),
            new FeeTier(20, None, new(3), None)));
        market.Sell(100, at: 1).Buy(20, at: 1).Forget().Buy(1, at: 1).Buy(1, at: 1, by: MarketTape.Cyd);

        Assert.Equal(["0 charged 3 3", "0 charged 4 9"], market.Events.Where(IsCharged));
    }

    [Fact]
    public void Every_venue_has_its_fees_and_its_volumes_and_all_pay_into_one_house()
    {
        MarketDirectory directory = new(
            ["dear", "free"], [new Instrument { Symbol = "XYZ", TickSize = 1 }],
            [new Participant("ann", "people", default, [0]), new Participant("bob", "people", default, [0])]);
        Clearing clearing = new(directory, SettlementPolicy.Unlimited);
        Venue dear = new(
            [new ContinuousRules()], clearing, _ => new RandomStream(1, "lots"),
            new FeeSchedule(new FeeTier(0, new(1), new(5), None), new FeeTier(4, None, None, None)));
        Venue free = new([new ContinuousRules()], clearing, _ => new RandomStream(1, "lots"));

        long name = 0;
        Trade(free, 3);
        Trade(dear, 3); // 3 and 15
        Trade(free, 3);
        Trade(dear, 1); // 1 and 5
        Trade(dear, 1); // the next tier

        Assert.Equal(24, clearing.House.Units);
        Assert.Equal((-4, -20), (clearing.CashOf(new(0)).Units, clearing.CashOf(new(1)).Units));

        void Trade(Venue venue, long lots)
        {
            Request order = default(Request) with { Quantity = new(lots) };
            venue.Apply(order with { Side = Side.Sell, Order = new(++name) }, default, new EventBuffer());
            venue.Apply(order with { Participant = new(1), Order = new(++name) }, default, new EventBuffer());
        }
    }

    /// <summary>Two fees of 10¹⁸ in each trade; the house takes 2⁶³ − 1, and gives no more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_house_takes_and_gives_no_more_than_it_can_count(int sign)
    {
        const long Most = 1_000_000_000;
        Fee fee = new(sign * Most);
        MarketTape market = new(fees: new(new FeeTier(0, fee, fee, None)));
        for (int i = 0; i < 6; i++)
            market.Sell(Most, at: 0).Buy(Most, at: 0);

        Assert.Equal(sign * long.MaxValue, market.House);
        Assert.Equal(
            [.. Enumerable.Repeat(sign * Most * Most, 9), sign * (long.MaxValue - (9 * Most * Most))],
            market.Events.Where(IsCharged).Select(line =>
                long.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Under_reserve_an_order_is_accepted_if_it_can_pay_the_highest_fee_too()
    {
        MarketTape market = new(
            settlement: SettlementPolicy.Reserve, cash: [1000, 1000, 0, 0], lots: [10, 10, 0, 0], fees: RebateAndFee);
        market.Buy(10, at: 98).Buy(10, at: 97).Buy(1, at: 0);

        Assert.Equal(
            ["0 rejected 1 InsufficientCash", "0 accepted 2 Buy 10@97", "0 bid 10@97 of 1", "0 rejected 3 "
                + "InsufficientCash"], market.Events);
    }

    [Fact]
    public void Under_reserve_what_the_fee_did_not_take_is_free_again()
    {
        MarketTape market = new(
            settlement: SettlementPolicy.Reserve, cash: [1000, 1000, 0, 0], lots: [10, 10, 0, 0], fees: RebateAndFee);
        market.Buy(10, at: 97).Forget().Sell(10, at: 97);

        // 970 are paid, and a rebate of 20 is received.
        Assert.Equal(50, market.CashOf(MarketTape.Bob));
        market.Forget().Buy(1, at: 48).Buy(1, at: 47);
        Assert.Equal(["0 rejected 3 InsufficientCash", "0 accepted 4 Buy 1@47", "0 bid 1@47 of 1"], market.Events);
    }

    [Fact]
    public void Under_reserve_a_seller_needs_cash_only_where_a_fee_exceeds_the_price()
    {
        MarketTape market = new(
            settlement: SettlementPolicy.Reserve, cash: [3, 100, 0, 0], lots: [10, 0, 10, 0], fees: RebateAndFee);
        market.Sell(5, at: 3, by: MarketTape.Cyd).Sell(1, at: 2, by: MarketTape.Cyd).Sell(2, at: 2).Sell(1, at: 1).Sell(
            1, at: 2);

        Assert.Equal(
        [
            "0 accepted 1 Sell 5@3",
            "0 rejected 2 InsufficientCash",
            "0 accepted 3 Sell 2@2",
            "0 rejected 4 InsufficientCash",
            "0 accepted 5 Sell 1@2",
        ], market.WithoutLevels);
    }

    [Theory]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void A_market_order_is_cut_to_what_its_account_can_pay_for_fee_included(SettlementPolicy settlement)
    {
        MarketTape market = new(settlement: settlement, cash: [0, 103, 0, 0], lots: [20, 0, 0, 0], fees: RebateAndFee);
        market.Sell(20, at: 10).Forget().BuyAtMarket(20); // 7 × 13 = 91, 8 × 13 = 104

        Assert.Equal("0 canceled 2 13 remaining 7 InsufficientFunds", market.Events[1]);
        Assert.Equal(12, market.CashOf(MarketTape.Bob));
    }

    /// <summary>Buying from itself for nothing it pays both fees, six in all.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void An_account_that_trades_with_itself_can_pay_both_fees(long cash, int trades)
    {
        FeeSchedule fees = new(new FeeTier(0, new(3), new(3), None));
        MarketTape market = new(
            settlement: SettlementPolicy.ShrinkAtMatch, cash: [cash, 0, 0, 0], lots: [1, 0, 0, 0], fees: fees);
        market.Sell(1, at: 0).Buy(1, at: 0, by: MarketTape.Ann);

        Assert.Equal(trades, market.OnlyMatches.Count());
        Assert.Equal(cash - (6 * trades), market.CashOf(MarketTape.Ann));
    }

    [Theory]
    [InlineData(1_000_000_001, 0)]
    [InlineData(-1_000_000_001, 0)]
    [InlineData(0, 1_000_001)]
    [InlineData(0, -1_000_001)]
    public void A_fee_out_of_range_is_refused(long perLot, long millionths) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fee(perLot, millionths));

    [Theory]
    [InlineData]
    [InlineData(1L)]
    [InlineData(0L, 0L)]
    [InlineData(0L, 10L, 10L)]
    [InlineData(0L, 10L, 5L)]
    public void Tiers_begin_at_zero_and_ascend(params long[] from) =>
        Assert.Throws<ArgumentException>(() =>
            new FeeSchedule([.. from.Select(lots => new FeeTier(lots, None, None, None))]));

    static bool IsCharged(string line) => line.Contains("charged", StringComparison.Ordinal);
}
