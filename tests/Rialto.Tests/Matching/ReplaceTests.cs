using Rialto.Trading;

namespace Rialto.Tests.Matching;

public sealed class ReplaceTests
{
    readonly MarketTape _market = new();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_replacement_has_no_priority_even_if_nothing_but_its_name_is_new(long lots)
    {
        _market.Sell(3, at: 100).Sell(1, at: 100).Forget().Replace(1, lots, at: 100).Buy(1, at: 100);

        Assert.Equal(
        [
            $"0 replaced 1 by 3 Sell {lots}@100",
            $"0 ask {lots + 1}@100 of 2",
            "0 accepted 4 Buy 1@100",
            "0 executed 2 1@100 remaining 0 Added m1",
            "0 executed 4 1@100 remaining 0 Removed m1",
            "0 trade Buy 1@100 m1",
            $"0 ask {lots}@100 of 1",
        ], _market.Events);
    }

    [Fact]
    public void A_replacement_may_trade()
    {
        _market.Sell(3, at: 101).Buy(2, at: 100).Forget().Replace(1, 3, at: 100);

        Assert.Equal(
        [
            "0 replaced 1 by 3 Sell 3@100",
            "0 executed 2 2@100 remaining 0 Added m1",
            "0 executed 3 2@100 remaining 1 Removed m1",
            "0 trade Sell 2@100 m1",
            "0 ask 0@101 of 0",
            "0 bid 0@100 of 0",
            "0 ask 1@100 of 1",
        ], _market.Events);
    }

    /// <summary>OUCH 4.2, "Replace Order": shares are inclusive of previous executions.</summary>
    [Fact]
    public void The_quantity_counts_what_was_executed_before()
    {
        _market.Buy(5, at: 100).Sell(2, at: 100).Forget().Replace(1, 5, at: 101).Replace(3, 4, at: 102);

        Assert.Equal(["0 replaced 1 by 3 Buy 3@101", "0 replaced 3 by 4 Buy 2@102"], _market.WithoutLevels);
        Assert.Equal("2@102 /", _market.Book());
    }

    [Fact]
    public void What_an_incoming_order_executed_counts_too()
    {
        _market.Sell(2, at: 100).Buy(5, at: 100).Forget().Replace(2, 5, at: 99).Sell(1, at: 99).Replace(3, 4, at: 98);

        Assert.Equal("3@99 /", new MarketTape().Sell(2, at: 100).Buy(5, at: 100).Replace(2, 5, at: 99).Book());
        Assert.Equal("1@98 /", _market.Book());
    }

    /// <summary>A cut is not an execution: the lots may come back.</summary>
    [Fact]
    public void The_quantity_does_not_count_what_was_canceled()
    {
        _market.Buy(5, at: 100).Cancel(1, remaining: 1).Replace(1, 5, at: 100);

        Assert.Equal("5@100 /", _market.Book());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_replacement_by_no_more_than_was_executed_cancels(long lots)
    {
        _market.Buy(5, at: 100).Sell(2, at: 100).Forget().Replace(1, lots, at: 101).Cancel(1).Cancel(
            3, by: MarketTape.Bob);

        Assert.Equal(
        [
            "0 canceled 1 3 remaining 0 Replaced",
            "0 bid 0@100 of 0",
            "0 rejected 1 UnknownOrder",
            "0 rejected 3 UnknownOrder",
        ], _market.Events);
    }

    [Fact]
    public void An_order_that_is_dead_cannot_be_replaced()
    {
        _market.Buy(1, at: 100).Sell(1, at: 100).Buy(1, at: 99).Cancel(3).Buy(1, at: 98).Replace(4, 1, at: 97).Forget()
            .Replace(1, 1, at: 100).Replace(3, 1, at: 100).Replace(4, 1, at: 100).Replace(
                77, 1, at: 100, by: MarketTape.Bob);

        Assert.Equal(
            ["0 rejected 6 UnknownOrder", "0 rejected 7 UnknownOrder", "0 rejected 8 UnknownOrder",
                "0 rejected 9 UnknownOrder"],
            _market.Events);
        Assert.Equal("1@97 /", _market.Book());
    }

    [Fact]
    public void An_order_of_somebody_else_cannot_be_replaced()
    {
        _market.Sell(5, at: 100).Forget().Replace(1, 1, at: 101, by: MarketTape.Bob);

        Assert.Equal(["0 rejected 2 UnknownOrder"], _market.Events);
        Assert.Equal("/ 5@100", _market.Book());
    }

    [Fact]
    public void A_replacement_may_keep_the_name_of_its_order()
    {
        _market.Sell(5, at: 100).Sell(5, at: 100).Forget().Replace(1, 4, at: 101, named: 1).Buy(6, at: 101).Cancel(1);

        Assert.Equal(
        [
            "0 replaced 1 by 1 Sell 4@101",
            "0 accepted 3 Buy 6@101",
            "0 executed 2 5@100 remaining 0 Added m1",
            "0 executed 3 5@100 remaining 1 Removed m1",
            "0 trade Buy 5@100 m1",
            "0 executed 1 1@101 remaining 3 Added m2",
            "0 executed 3 1@101 remaining 0 Removed m2",
            "0 trade Buy 1@101 m2",
            "0 canceled 1 3 remaining 0 Requested",
        ], _market.WithoutLevels);
    }

    [Fact]
    public void A_replacement_with_a_used_name_is_refused_and_the_old_order_keeps_its_priority()
    {
        _market.Sell(5, at: 100).Sell(5, at: 100).Forget().Replace(1, 5, at: 101, named: 2).Buy(1, at: 100);

        Assert.Equal(
        [
            "0 rejected 2 DuplicateClientOrderId",
            "0 accepted 3 Buy 1@100",
            "0 executed 1 1@100 remaining 4 Added m1",
            "0 executed 3 1@100 remaining 0 Removed m1",
            "0 trade Buy 1@100 m1",
            "0 ask 9@100 of 2",
        ], _market.Events);
    }

    [Fact]
    public void A_replacement_with_senseless_terms_is_refused_and_the_old_order_stays()
    {
        _market.Sell(5, at: 100).Forget()
            .Replace(1, 5, at: long.MaxValue).Replace(1, long.MaxValue, at: 100).Replace(1, 5, at: 100, (TimeInForce)9)
            .Replace(1, 5, at: 100, type: (OrderType)99);

        Assert.Equal(
            ["0 rejected 2 InvalidPrice", "0 rejected 3 InvalidQuantity", "0 rejected 4 InvalidRequest",
                "0 rejected 5 InvalidRequest"],
            _market.Events);
        Assert.Equal("/ 5@100", _market.Book());
    }

    [Fact]
    public void A_replacement_that_fills_or_is_killed_takes_the_old_order_along()
    {
        _market.Sell(5, at: 101).Buy(2, at: 100).Forget().Replace(1, 5, at: 100, TimeInForce.FillOrKill);

        Assert.Equal(
        [
            "0 replaced 1 by 3 Sell 5@100",
            "0 canceled 3 5 remaining 0 Immediate",
            "0 ask 0@101 of 0",
        ], _market.Events);
        Assert.Equal("2@100 /", _market.Book());
    }

    [Fact]
    public void The_side_of_a_replacement_is_that_of_the_old_order()
    {
        Request replace = _market.Blank(RequestKind.Replace, MarketTape.Ann) with
        {
            Side = (Side)200, Order = new(9), Replaces = new(1), Limit = new(101), Quantity = new(4),
        };
        _market.Sell(5, at: 100).Forget().Send(replace);

        Assert.Equal(["0 replaced 1 by 9 Sell 4@101", "0 ask 0@100 of 0", "0 ask 4@101 of 1"], _market.Events);
    }
}
