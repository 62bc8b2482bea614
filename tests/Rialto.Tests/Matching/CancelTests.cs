namespace Rialto.Tests.Matching;

public sealed class CancelTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void A_cancel_takes_the_whole_order_out()
    {
        _market.Sell(5, at: 100).Forget().Cancel(1).Buy(1, at: 100);

        Assert.Equal(
            ["0 canceled 1 5 remaining 0 Requested", "0 ask 0@100 of 0", "0 accepted 2 Buy 1@100", "0 bid 1@100 of 1"],
            _market.Events);
    }

    [Fact]
    public void A_cancel_to_what_shall_remain_keeps_the_priority()
    {
        _market.Sell(5, at: 100).Sell(5, at: 100).Forget().Cancel(1, remaining: 2).Buy(3, at: 100);

        Assert.Equal(
        [
            "0 canceled 1 3 remaining 2 Requested",
            "0 ask 7@100 of 2",
            "0 accepted 3 Buy 3@100",
            "0 executed 1 2@100 remaining 0 Added m1",
            "0 executed 3 2@100 remaining 1 Removed m1",
            "0 trade Buy 2@100 m1",
            "0 executed 2 1@100 remaining 4 Added m2",
            "0 executed 3 1@100 remaining 0 Removed m2",
            "0 trade Buy 1@100 m2",
            "0 ask 4@100 of 1",
        ], _market.Events);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(long.MaxValue)]
    public void A_cancel_that_would_leave_as_much_or_more_is_refused(long remaining)
    {
        _market.Sell(5, at: 100).Buy(2, at: 100).Forget().Cancel(1, remaining);

        Assert.Equal(["0 rejected 1 NothingToCancel"], _market.Events);
        Assert.Equal("/ 3@100", _market.Book());
    }

    [Fact]
    public void Only_a_live_order_of_ones_own_can_be_canceled()
    {
        _market.Sell(5, at: 100).Sell(1, at: 99).Buy(1, at: 99).Forget()
            .Cancel(1, by: MarketTape.Bob).Cancel(2).Cancel(77, by: MarketTape.Ann).Cancel(1).Cancel(1);

        Assert.Equal(
        [
            "0 rejected 1 UnknownOrder",
            "0 rejected 2 UnknownOrder",
            "0 rejected 77 UnknownOrder",
            "0 canceled 1 5 remaining 0 Requested",
            "0 ask 0@100 of 0",
            "0 rejected 1 UnknownOrder",
        ], _market.Events);
    }

    [Fact]
    public void After_a_replace_only_the_new_name_cancels()
    {
        _market.Sell(5, at: 100).Replace(1, 4, at: 101).Forget().Cancel(1).Cancel(2);

        Assert.Equal(
            ["0 rejected 1 UnknownOrder", "0 canceled 2 4 remaining 0 Requested", "0 ask 0@101 of 0"], _market.Events);
    }

    [Fact]
    public void Cancel_all_takes_out_ones_bids_and_then_ones_asks_best_first()
    {
        _market.Sell(1, at: 103).Sell(2, at: 102, by: MarketTape.Bob).Buy(3, at: 99, by: MarketTape.Ann).Sell(
            4, at: 101)
            .Buy(5, at: 100, by: MarketTape.Ann).Sell(6, at: 101).Forget().CancelAll(MarketTape.Ann);

        Assert.Equal(
        [
            "0 canceled 5 5 remaining 0 Requested",
            "0 canceled 3 3 remaining 0 Requested",
            "0 canceled 4 4 remaining 0 Requested",
            "0 canceled 6 6 remaining 0 Requested",
            "0 canceled 1 1 remaining 0 Requested",
            "0 bid 0@100 of 0",
            "0 bid 0@99 of 0",
            "0 ask 0@101 of 0",
            "0 ask 0@103 of 0",
        ], _market.Events);
        Assert.Equal("/ 2@102", _market.Book());
    }

    [Fact]
    public void Cancel_all_without_an_order_is_refused()
    {
        _market.Sell(1, at: 100).Forget().CancelAll(MarketTape.Bob);

        Assert.Equal(["0 rejected 0 NothingToCancel"], _market.Events);
    }

    /// <summary>
    /// Names that are far apart share places in the venue's table: what is canceled must make room there.
    /// </summary>
    [Fact]
    public void Any_number_of_orders_with_names_far_apart_may_come_and_go()
    {
        const int Live = 200;
        const int Last = 20_000;
        for (long order = 1; order <= Last; order++)
        {
            _market.Forget().Sell(1, at: 100, named: NameOf(order));
            if (order <= Live)
                continue;

            _market.Forget().Cancel(NameOf(order - Live));
            Assert.Equal($"0 canceled {NameOf(order - Live)} 1 remaining 0 Requested", _market.Events[0]);
        }

        Assert.Equal($"/ {Live}@100", _market.Book());
        Assert.Equal(
            [$"0 rejected {NameOf(Last - Live)} UnknownOrder"], _market.Forget().Cancel(NameOf(Last - Live)).Events);
    }

    /// <summary>The same for an order that is replaced, which is known by its last name only.</summary>
    [Fact]
    public void Any_number_of_orders_may_be_replaced_by_others_with_names_far_apart()
    {
        const int Live = 200;
        const int Last = 3_000;
        for (long order = 1; order <= Live; order++)
            _market.Sell(1, at: 100, named: NameOf(order));

        for (long order = Live + 1; order <= Last; order++)
        {
            (long old, long name) = (NameOf(order - Live), NameOf(order));
            Assert.Equal(
                $"0 replaced {old} by {name} Sell 1@100",
                _market.Forget().Replace(old, 1, at: 100, named: name).Events[0]);
            Assert.Equal([$"0 rejected {old} UnknownOrder"], _market.Forget().Cancel(old).Events);
        }

        Assert.Equal($"/ {Live}@100", _market.Book());
    }

    /// <summary>Evenly spaced names would hardly ever meet.</summary>
    static long NameOf(long order) => order * order * 1_003;
}
