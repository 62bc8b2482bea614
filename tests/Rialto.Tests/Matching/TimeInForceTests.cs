using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching;

public sealed class TimeInForceTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void What_an_immediate_or_cancel_order_cannot_trade_is_canceled()
    {
        _market.Sell(5, at: 100).Forget().Buy(6, at: 100, ImmediateOrCancel);

        Assert.Equal(
        [
            "0 accepted 2 Buy 6@100",
            "0 executed 1 5@100 remaining 0 Added m1",
            "0 executed 2 5@100 remaining 1 Removed m1",
            "0 trade Buy 5@100 m1",
            "0 canceled 2 1 remaining 0 Immediate",
            "0 ask 0@100 of 0",
        ], _market.Events);
    }

    [Fact]
    public void An_immediate_or_cancel_order_without_a_counterpart_is_canceled_whole()
    {
        _market.Sell(5, at: 101).Forget().Buy(6, at: 100, ImmediateOrCancel);

        Assert.Equal(["0 accepted 2 Buy 6@100", "0 canceled 2 6 remaining 0 Immediate"], _market.Events);
    }

    [Fact]
    public void A_fill_or_kill_order_that_cannot_fill_leaves_the_book_untouched()
    {
        _market.Sell(5, at: 100).Buy(6, at: 100, FillOrKill).Buy(5, at: 100);

        Assert.Equal(
        [
            "0 accepted 1 Sell 5@100",
            "0 ask 5@100 of 1",
            "0 accepted 2 Buy 6@100",
            "0 canceled 2 6 remaining 0 Immediate",
            "0 accepted 3 Buy 5@100",
            "0 executed 1 5@100 remaining 0 Added m1",
            "0 executed 3 5@100 remaining 0 Removed m1",
            "0 trade Buy 5@100 m1",
            "0 ask 0@100 of 0",
        ], _market.Events);
    }

    [Fact]
    public void A_fill_or_kill_order_fills_through_several_levels()
    {
        _market.Sell(2, at: 100).Sell(2, at: 101).Sell(2, at: 102).Forget().Buy(5, at: 102, FillOrKill);

        Assert.Equal(["0 trade Buy 2@100 m1", "0 trade Buy 2@101 m2", "0 trade Buy 1@102 m3"], _market.OnlyMatches);
        Assert.Equal("/ 1@102", _market.Book());
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(41, 0)]
    public void A_fill_or_kill_order_counts_every_level_within_its_limit(long lots, int matches)
    {
        for (int price = 100; price < 141; price++)
            _market.Sell(1, at: price);

        Assert.Equal(matches, _market.Forget().Buy(lots, at: 139, FillOrKill).OnlyMatches.Count());
    }

    [Fact]
    public void A_fill_or_kill_order_does_not_count_lots_beyond_its_limit()
    {
        _market.Sell(2, at: 100).Sell(2, at: 101).Sell(2, at: 102).Forget().Buy(5, at: 101, FillOrKill);

        Assert.Equal(["0 accepted 4 Buy 5@101", "0 canceled 4 5 remaining 0 Immediate"], _market.Events);
        Assert.Equal("/ 2@100 2@101 2@102", _market.Book());
    }

    [Fact]
    public void A_fill_or_kill_sell_order_looks_at_the_bids()
    {
        _market.Buy(2, at: 100).Buy(2, at: 99).Sell(5, at: 99, FillOrKill).Sell(4, at: 99, FillOrKill);

        Assert.Equal(["0 trade Sell 2@100 m1", "0 trade Sell 2@99 m2"], _market.OnlyMatches);
        Assert.Equal("/", _market.Book());
    }

    [Fact]
    public void At_the_close_day_orders_are_canceled_best_first_and_the_others_stay()
    {
        _market.Buy(1, at: 99).Buy(2, at: 100).Buy(3, at: 98, GoodTillCanceled)
            .Sell(4, at: 102).Sell(5, at: 101).Sell(6, at: 103, until: 50).Forget().Close();

        Assert.Equal(
        [
            "0 canceled 2 2 remaining 0 Closed",
            "0 canceled 1 1 remaining 0 Closed",
            "0 canceled 5 5 remaining 0 Closed",
            "0 canceled 4 4 remaining 0 Closed",
            "0 bid 0@100 of 0",
            "0 bid 0@99 of 0",
            "0 ask 0@101 of 0",
            "0 ask 0@102 of 0",
            "0 closed",
        ], _market.Events);
        Assert.Equal("3@98 / 6@103", _market.Book());
    }

    [Fact]
    public void A_day_order_that_was_replaced_by_one_that_stays_survives_the_close()
    {
        _market.Buy(1, at: 99).Buy(2, at: 98, GoodTillCanceled).Replace(1, 1, at: 99, GoodTillCanceled).Replace(
            2, 2, at: 98, Day).Close();

        Assert.Equal("1@99 /", _market.Book());
    }

    [Fact]
    public void After_the_close_everything_is_refused_and_nothing_is_due()
    {
        _market.Buy(1, at: 99, GoodTillCanceled).Buy(1, at: 98, until: 50).Close().Forget()
            .Sell(1, at: 99).Cancel(1).Replace(1, 2, at: 99).CancelAll(MarketTape.Bob).Close().Until(100);

        Assert.Equal(
            ["0 rejected 3 Closed", "0 rejected 1 Closed", "0 rejected 4 Closed", "0 rejected 0 Closed"],
            _market.Events);
        Assert.Equal("1@99 1@98 /", _market.Book());
        Assert.Null(_market.NextDeadline());
    }
}
