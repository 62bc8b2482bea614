using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching;

/// <summary>Batches are ten nanoseconds apart. That no batch leaves a crossed book is checked after each.</summary>
public sealed class BatchAuctionTests
{
    readonly MarketTape _market = MarketTape.OfBatches(interval: 10);

    [Fact]
    public void Between_batches_everybody_is_answered_and_nobody_sees_the_book_change()
    {
        _market.Sell(5, at: 99).Buy(3, at: 101).Cancel(1, remaining: 4).Replace(2, 2, at: 100).Buy(1, at: 90).Cancel(4);
        Assert.Equal(
        [
            "0 accepted 1 Sell 5@99",
            "0 accepted 2 Buy 3@101",
            "0 canceled 1 1 remaining 4 Requested",
            "0 replaced 2 by 3 Buy 2@100",
            "0 accepted 4 Buy 1@90",
            "0 canceled 4 1 remaining 0 Requested",
        ], _market.Events);

        _market.Forget().Until(10);
        Assert.Equal(
        [
            "10 executed 3 2@99 remaining 0 Auction m1",
            "10 executed 1 2@99 remaining 2 Auction m1",
            "10 trade 2@99 m1",
            "10 auction ended 2@99",
            "10 ask 2@99 of 1",
        ], _market.Events);
    }

    [Fact]
    public void Batches_take_place_at_every_multiple_of_the_interval_whether_or_not_anybody_trades()
    {
        Assert.Equal(new Timestamp(10), _market.NextDeadline());

        _market.Until(35);

        Assert.Equal(["10 auction ended", "20 auction ended", "30 auction ended"], _market.Events);
        Assert.Equal(new Timestamp(40), _market.NextDeadline());
    }

    [Fact]
    public void The_first_batch_is_at_the_phase_and_the_others_an_interval_apart()
    {
        MarketTape market = new([new BatchRules { Interval = new(10), Phase = new(3) }]);

        market.Until(25);

        Assert.Equal(["3 auction ended", "13 auction ended", "23 auction ended"], market.Events);
        Assert.Equal(new Timestamp(33), market.NextDeadline());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void A_phase_outside_the_interval_is_refused(long phase)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchRules { Interval = new(10), Phase = new(phase) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchRules { Phase = new(phase), Interval = new(10) });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_interval_that_does_not_pass_is_refused(long interval) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchRules { Interval = new(interval) });

    [Fact]
    public void An_order_that_expires_at_the_instant_of_a_batch_is_not_in_it()
    {
        _market.Sell(1, at: 100, until: 10).Buy(1, at: 100, until: 20).Sell(1, at: 100, until: 11).Forget().Until(10);

        Assert.Equal(
        [
            "10 canceled 1 1 remaining 0 Expired",
            "10 executed 2 1@100 remaining 0 Auction m1",
            "10 executed 3 1@100 remaining 0 Auction m1",
            "10 trade 1@100 m1",
            "10 auction ended 1@100",
        ], _market.Events);
    }

    [Fact]
    public void An_expiry_between_batches_is_exact_and_the_public_learns_of_it_with_the_next_batch()
    {
        _market.Sell(1, at: 100, until: 15).Until(10).Forget().Until(20);

        Assert.Equal(["15 canceled 1 1 remaining 0 Expired", "20 auction ended", "20 ask 0@100 of 0"], _market.Events);
    }

    [Theory]
    [InlineData(98, 102, "10 indicated 100 imbalance 0")]
    [InlineData(99, 102, "10 indicated 101 imbalance 0")]
    [InlineData(100, 101, "10 indicated 101 imbalance -2")] // 100½, a half tick rounded up
    public void A_batch_that_trades_nothing_indicates_where_it_would_have_cleared(long bid, long ask, string indication)
    {
        _market.Buy(3, at: bid).Sell(2, at: ask).Forget().Until(10);

        Assert.Equal([indication, "10 auction ended", $"10 bid 3@{bid} of 1", $"10 ask 2@{ask} of 1"], _market.Events);
    }

    [Fact]
    public void A_batch_with_an_empty_side_has_no_price_to_indicate()
    {
        _market.Buy(3, at: 98).SellAtMarket(1).Cancel(2).Forget().Until(10);

        Assert.Equal(["10 auction ended", "10 bid 3@98 of 1"], _market.Events);
    }

    [Fact]
    public void A_level_that_is_as_it_was_told_is_not_told_again()
    {
        _market.Buy(3, at: 98).Buy(2, at: 97).Until(10).Replace(1, 3, at: 98).Buy(1, at: 97).Cancel(4).Buy(1, at: 96)
            .Cancel(5)
            .Cancel(2, remaining: 1).Forget().Until(20);

        Assert.Equal(["20 auction ended", "20 bid 1@97 of 1"], _market.Events);
    }

    [Fact]
    public void Many_changed_levels_are_each_told_once()
    {
        for (int i = 0; i < 60; i++)
            _market.Buy(1, at: 60 + (i % 12));

        _market.Forget().Until(10);

        Assert.Equal(
            Enumerable.Range(60, 12).Select(price => $"10 bid 5@{price} of 5").Prepend("10 auction ended"),
            _market.Events);
    }

    [Theory]
    [InlineData(ImmediateOrCancel)]
    [InlineData(Day)]
    [InlineData(GoodTillCanceled)]
    [InlineData(FillOrKill)]
    public void A_market_order_waits_for_one_batch_and_is_never_displayed(TimeInForce timeInForce)
    {
        _market.BuyAtMarket(4, timeInForce).Sell(1, at: 110).Sell(3, at: 105);
        Assert.Equal("/ 3@105 1@110", _market.Book());

        _market.BuyAtMarket(2, timeInForce).Cancel(4).BuyAtMarket(5, ImmediateOrCancel).Forget().Until(10).Until(20);

        // Nine lots are wanted at any price and four are offered: the price is the highest, and the lot decides who
        // gets them.
        Assert.Contains("10 auction ended 4@110", _market.Events);
        Assert.Equal("20 auction ended", _market.Events[^1]);
        Assert.DoesNotContain(_market.Events, line => line.Contains("bid", StringComparison.Ordinal));
        Assert.Equal("/", _market.Book());
    }

    [Fact]
    public void A_market_order_is_executed_before_every_order_with_a_price()
    {
        _market.Buy(1, at: 500).Until(10).BuyAtMarket(1).Sell(1, at: 100).Forget().Until(20);

        Assert.Equal(
        [
            "20 executed 2 1@500 remaining 0 Auction m1",
            "20 executed 3 1@500 remaining 0 Auction m1",
            "20 trade 1@500 m1",
            "20 auction ended 1@500",
        ], _market.Events);
    }

    [Fact]
    public void A_market_order_may_expire_before_its_batch()
    {
        _market.BuyAtMarket(1, until: 5).Forget().Until(10);

        Assert.Equal(["5 canceled 1 1 remaining 0 Expired", "10 auction ended"], _market.Events);
    }

    [Fact]
    public void An_immediate_or_cancel_order_takes_part_in_one_batch()
    {
        _market.Buy(3, at: 101, ImmediateOrCancel).Sell(2, at: 99).Forget().Until(20);

        Assert.Equal(
        [
            "10 executed 1 2@101 remaining 1 Auction m1",
            "10 executed 2 2@101 remaining 0 Auction m1",
            "10 trade 2@101 m1",
            "10 canceled 1 1 remaining 0 Immediate",
            "10 auction ended 2@101",
            "20 auction ended",
        ], _market.Events);
    }

    [Fact]
    public void An_order_that_rests_may_be_replaced_by_one_that_does_not_and_the_other_way_round()
    {
        _market.Buy(1, at: 100).Buy(1, at: 99, ImmediateOrCancel).Replace(
            1, 1, at: 100, ImmediateOrCancel).Replace(2, 1, at: 99).Forget().Until(10);

        Assert.Equal(["10 canceled 3 1 remaining 0 Immediate", "10 auction ended", "10 bid 1@99 of 1"], _market.Events);
    }

    [Fact]
    public void In_a_batch_nobody_arrives_first_so_that_post_only_is_refused()
    {
        _market.Buy(1, at: 100, flags: OrderFlags.PostOnly).Buy(2, at: 100).Replace(
            2, 2, at: 101, flags: OrderFlags.PostOnly)
            .Replace(2, 0, at: 101, flags: OrderFlags.PostOnly);

        Assert.Equal(
        [
            "0 rejected 1 PostOnlyNotSupported",
            "0 accepted 2 Buy 2@100",
            "0 rejected 3 PostOnlyNotSupported",
            "0 canceled 2 2 remaining 0 Replaced",
        ], _market.Events);
    }

    /// <summary>
    /// Nothing more will match, so that what stays may be crossed: the public is shown an empty book.
    /// </summary>
    [Fact]
    public void At_the_close_the_public_sees_an_empty_book_and_what_is_good_till_canceled_stays()
    {
        _market.Buy(1, at: 98, GoodTillCanceled).Buy(2, at: 97).Sell(3, at: 105).Until(10)
            .Sell(4, at: 96, GoodTillCanceled).BuyAtMarket(5).Buy(6, at: 120, ImmediateOrCancel).Buy(
                7, at: 95, until: 90).Forget().Close();

        Assert.Equal(
        [
            "10 canceled 5 5 remaining 0 Closed",
            "10 canceled 6 6 remaining 0 Closed",
            "10 canceled 2 2 remaining 0 Closed",
            "10 canceled 3 3 remaining 0 Closed",
            "10 bid 0@98 of 0",
            "10 bid 0@97 of 0",
            "10 ask 0@105 of 0",
            "10 closed",
        ], _market.Events);
        Assert.Equal("1@98 7@95 / 4@96", _market.Book());
        Assert.Null(_market.NextDeadline());
    }
}
