using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Cancels and replaces as the LEEPS exchange answered them; what it did otherwise stands with each test.
/// </summary>
public sealed class LeepsOrderChangeVectors
{
    readonly MarketTape _market = new();

    [Theory]
    [InlineData(0, "0 canceled 1 5 remaining 0 Requested")]
    [InlineData(2, "0 canceled 1 3 remaining 2 Requested")]
    [InlineData(5, "0 rejected 1 NothingToCancel")] // it canceled 0 shares
    [InlineData(6, "0 rejected 1 NothingToCancel")] // it canceled 0 shares
    public void A_cancel_names_what_shall_remain(long remaining, string answer)
    {
        _market.Buy(5, at: 100).Forget().Cancel(1, remaining);

        Assert.Equal([answer], _market.WithoutLevels);
    }

    [Fact]
    public void A_cancel_of_an_unknown_order_is_refused()
    {
        // It kept silent.
        Assert.Equal(["0 rejected 7 UnknownOrder"], _market.Cancel(7, by: MarketTape.Ann).Events);
    }

    [Fact]
    public void An_order_that_executed_two_of_five_is_replaced_by_five_and_then_by_two()
    {
        _market.Buy(5, at: 100).Sell(2, at: 100).Forget().Replace(1, 5, at: 101).Replace(3, 2, at: 101);

        // Of the second replace it said nothing.
        Assert.Equal(
        [
            "0 replaced 1 by 3 Buy 3@101",
            "0 bid 0@100 of 0",
            "0 bid 3@101 of 1",
            "0 canceled 3 3 remaining 0 Replaced",
            "0 bid 0@101 of 0",
        ], _market.Events);
    }

    [Fact]
    public void A_replace_of_an_unknown_order_or_with_a_used_name_is_refused()
    {
        _market.Buy(5, at: 100).Buy(5, at: 99).Forget().Replace(9, 5, at: 101, by: MarketTape.Bob).Replace(
            2, 5, at: 101, named: 1);

        // It kept silent.
        Assert.Equal(["0 rejected 3 UnknownOrder", "0 rejected 1 DuplicateClientOrderId"], _market.Events);
    }

    [Fact]
    public void A_replace_of_a_filled_order_leaves_no_ghost_of_its_level()
    {
        _market.Sell(1, at: 100).Buy(1, at: 100).Replace(2, 2, at: 100).Cancel(2).Forget().Buy(1, at: 98);

        // It then showed a best bid of no shares at 100.
        Assert.Equal(["0 accepted 4 Buy 1@98", "0 bid 1@98 of 1"], _market.Events);
        Assert.Equal("1@98 /", _market.Book());
    }

    [Fact]
    public void The_expiry_of_a_filled_order_leaves_no_ghost_of_its_level()
    {
        _market.Sell(1, at: 100).Buy(1, at: 100, until: 5).Forget().Until(6).Buy(1, at: 98);

        Assert.Equal(["6 accepted 3 Buy 1@98", "6 bid 1@98 of 1"], _market.Events);
    }

    [Fact]
    public void An_order_and_its_replacement_that_live_five_units_are_gone_after_both()
    {
        _market.Buy(1, at: 100, until: 5).Until(3).Replace(1, 1, at: 100, until: 8).Forget().Until(20);

        // The replacement stayed for ever.
        Assert.Equal(["8 canceled 2 1 remaining 0 Expired", "8 bid 0@100 of 0"], _market.Events);
    }

    [Fact]
    public void An_expiry_is_told_when_it_happens()
    {
        _market.Buy(1, at: 100, until: 5).Forget().Until(5);

        // It was told with the next message, whenever that came, stamped with the time of entry, as if the user had
        // asked.
        Assert.Equal(["5 canceled 1 1 remaining 0 Expired", "5 bid 0@100 of 0"], _market.Events);
    }

    [Fact]
    public void What_is_left_of_an_immediate_order_is_canceled()
    {
        // It said nothing.
        Assert.Equal(
            ["0 accepted 1 Buy 1@100", "0 canceled 1 1 remaining 0 Immediate"],
            _market.Buy(1, at: 100, TimeInForce.ImmediateOrCancel).Events);
    }

    [Fact]
    public void An_immediate_order_takes_part_in_the_next_batch()
    {
        MarketTape batches = MarketTape.OfBatches();
        batches.Buy(1, at: 101, TimeInForce.ImmediateOrCancel).Sell(1, at: 99).Until(10);

        // It accepted the order and forgot it.
        Assert.Equal(["10 trade 1@100 m1"], batches.OnlyMatches);
    }

    [Fact]
    public void Removing_the_second_level_is_told()
    {
        _market.Buy(1, at: 100).Buy(1, at: 99).Forget().Cancel(2);

        // Its next best price stayed stale until the top changed.
        Assert.Equal(["0 canceled 2 1 remaining 0 Requested", "0 bid 0@99 of 0"], _market.Events);
    }
}
