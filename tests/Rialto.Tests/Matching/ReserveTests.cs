using Rialto.Matching;
using Rialto.Trading;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching;

/// <summary>
/// An order is accepted only if its account can pay for it, or deliver it, beside all its other orders.
/// </summary>
public sealed class ReserveTests
{
    readonly MarketTape _market = new(
        settlement: SettlementPolicy.Reserve, cash: [1000, 1000, 0, 0], lots: [10, 10, 0, 0]);

    [Fact]
    public void What_an_account_cannot_pay_for_is_refused()
    {
        _market.Buy(10, at: 101).Buy(10, at: 60).Buy(5, at: 81).Buy(5, at: 80).Buy(1, at: 1).Buy(1, at: 0);

        Assert.Equal(
        [
            "0 rejected 1 InsufficientCash",
            "0 accepted 2 Buy 10@60",
            "0 rejected 3 InsufficientCash",
            "0 accepted 4 Buy 5@80",
            "0 rejected 5 InsufficientCash",
            "0 accepted 6 Buy 1@0",
        ], _market.WithoutLevels);
    }

    [Fact]
    public void What_an_account_cannot_deliver_is_refused()
    {
        _market.Sell(11, at: 1).Sell(6, at: 100).Sell(5, at: 100).Sell(4, at: 100).Sell(1, at: 1);

        Assert.Equal(
        [
            "0 rejected 1 InsufficientInventory",
            "0 accepted 2 Sell 6@100",
            "0 rejected 3 InsufficientInventory",
            "0 accepted 4 Sell 4@100",
            "0 rejected 5 InsufficientInventory",
        ], _market.WithoutLevels);
    }

    [Fact]
    public void A_refused_order_reserves_nothing()
    {
        _market.Buy(11, at: 100).Sell(11, at: 100);

        AssertThatEverythingIsFree();
    }

    [Fact]
    public void A_trade_at_a_better_price_frees_the_difference()
    {
        _market.Sell(10, at: 40).Buy(10, at: 100);
        Assert.Equal(600, _market.CashOf(MarketTape.Bob));

        _market.Forget().Buy(6, at: 100);
        Assert.Equal(["0 accepted 3 Buy 6@100", "0 bid 6@100 of 1"], _market.Events);
    }

    [Fact]
    public void What_was_bought_and_what_was_earned_can_be_used_at_once()
    {
        _market.Sell(10, at: 100).Buy(10, at: 100).Forget().Sell(20, at: 100, by: MarketTape.Bob).Buy(
            20, at: 100, by: MarketTape.Ann);

        Assert.Equal(["0 trade Buy 20@100 m2"], _market.OnlyMatches);
        Assert.Equal((0, 20), (_market.CashOf(MarketTape.Ann), _market.LotsOf(MarketTape.Ann)));
    }

    [Fact]
    public void A_cancel_frees_what_was_reserved()
    {
        _market.Buy(10, at: 100).Sell(10, at: 200).Cancel(1, remaining: 4).Buy(6, at: 100).Cancel(1).Cancel(3).Cancel(
            2);

        AssertThatEverythingIsFree();
    }

    [Fact]
    public void An_expiry_frees_what_was_reserved()
    {
        _market.Buy(10, at: 100, until: 5).Sell(10, at: 200, until: 5).Until(5);

        AssertThatEverythingIsFree();
    }

    [Fact]
    public void What_does_not_rest_frees_what_was_reserved()
    {
        _market.Buy(10, at: 100, ImmediateOrCancel).Buy(10, at: 100, FillOrKill).Sell(10, at: 200, ImmediateOrCancel)
            .Sell(10, at: 200, FillOrKill);

        AssertThatEverythingIsFree();
    }

    [Fact]
    public void A_replacement_is_paid_for_with_what_the_old_order_had_reserved()
    {
        _market.Buy(10, at: 60).Sell(10, at: 200).Replace(1, 10, at: 100).Replace(2, 10, at: 300).Replace(3, 10, at: 50)
            .CancelAll(MarketTape.Ann);
        _market.Forget().Buy(5, at: 100).CancelAll(MarketTape.Bob);

        Assert.Equal("0 accepted 6 Buy 5@100", _market.Events[0]);
        AssertThatEverythingIsFree();
    }

    [Fact]
    public void A_replacement_that_is_refused_leaves_the_old_order_its_priority_and_what_it_had_reserved()
    {
        _market.Buy(5, at: 100, by: MarketTape.Ann).Buy(10, at: 100).Forget()
            .Replace(1, 11, at: 100).Sell(1, at: 100, by: MarketTape.Bob).Buy(6, at: 100, by: MarketTape.Ann);

        Assert.Equal(
        [
            "0 rejected 3 InsufficientCash",
            "0 accepted 4 Sell 1@100",
            "0 executed 1 1@100 remaining 4 Added m1",
            "0 executed 4 1@100 remaining 0 Removed m1",
            "0 trade Sell 1@100 m1",
            "0 bid 14@100 of 2",
            "0 rejected 5 InsufficientCash",
        ], _market.Events);
    }

    [Fact]
    public void A_replacement_by_nothing_frees_what_was_reserved()
    {
        _market.Buy(10, at: 100).Replace(1, 0, at: 100).Sell(10, at: 200).Replace(3, 0, at: 1);

        AssertThatEverythingIsFree();
    }

    [Fact]
    public void The_close_frees_what_was_reserved_at_the_market_s_other_instruments()
    {
        MarketTape market = new(
            [new ContinuousRules(), new ContinuousRules()], SettlementPolicy.Reserve, [1000, 1000, 0, 0],
            [10, 10, 0, 0]);
        market.Buy(10, at: 100, on: 0).Buy(1, at: 1, on: 1).Close(on: 0).Buy(10, at: 100, on: 1);

        Assert.Equal("0 accepted 3 Buy 10@100", market.Events[^2]);
        Assert.Contains("0 rejected 2 InsufficientCash", market.Events);
    }

    [Fact]
    public void A_market_order_is_cut_to_what_its_account_can_pay_for()
    {
        _market.Sell(5, at: 150).Sell(5, at: 200).Buy(1, at: 100).Forget().BuyAtMarket(8);

        // 900 are free: five for 750, and then nothing more.
        Assert.Equal(
        [
            "0 accepted 4 Buy 8@0",
            "0 executed 1 5@150 remaining 0 Added m1",
            "0 executed 4 5@150 remaining 3 Removed m1",
            "0 trade Buy 5@150 m1",
            "0 canceled 4 3 remaining 0 InsufficientFunds",
            "0 ask 0@150 of 0",
        ], _market.Events);
        Assert.Equal(250, _market.CashOf(MarketTape.Bob));
    }

    [Fact]
    public void A_market_order_is_cut_to_what_its_account_can_deliver()
    {
        _market.Sell(7, at: 150).Buy(9, at: 100).Forget().SellAtMarket(8);

        Assert.Equal(
        [
            "0 accepted 3 Sell 8@0",
            "0 canceled 3 5 remaining 3 InsufficientFunds",
            "0 executed 2 3@100 remaining 6 Added m1",
            "0 executed 3 3@100 remaining 0 Removed m1",
            "0 trade Sell 3@100 m1",
            "0 bid 6@100 of 1",
        ], _market.Events);
    }

    [Fact]
    public void Nobody_can_promise_that_a_market_order_fills_or_is_killed()
    {
        _market.BuyAtMarket(1, FillOrKill).Buy(1, at: 1).Replace(2, 1, at: 0, FillOrKill, type: OrderType.Market);

        Assert.Equal(
            ["0 rejected 1 FillOrKillNotSupported", "0 rejected 3 FillOrKillNotSupported"],
            _market.Events.Where(line => line.Contains("rejected", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_account_may_pay_for_its_own_lots()
    {
        _market.Sell(10, at: 100).Buy(10, at: 100, by: MarketTape.Ann).Forget().Sell(10, at: 100).Buy(
            10, at: 100, by: MarketTape.Ann);

        Assert.Equal(["0 trade Buy 10@100 m2"], _market.OnlyMatches);
        AssertThatEverythingIsFree();
    }

    [Fact]
    public void A_batch_frees_what_it_does_not_cost()
    {
        MarketTape market = MarketTape.OfBatches(10, SettlementPolicy.Reserve, [1000, 1000, 0, 0], [10, 10, 0, 0]);
        market.Buy(10, at: 100).Sell(10, at: 40).Until(10).Buy(3, at: 100);

        Assert.Equal(300, market.CashOf(MarketTape.Bob));
        Assert.Equal("10 accepted 3 Buy 3@100", market.Events[^1]);
    }

    [Fact]
    public void An_account_that_owes_buys_nothing_not_even_for_nothing()
    {
        MarketTape market = new(settlement: SettlementPolicy.Reserve, cash: [0, -5, 0, 0], lots: [10, 0, 0, 0]);
        market.Sell(1, at: 0).Forget().Buy(1, at: 0).BuyAtMarket(1);

        Assert.Equal(
            ["0 rejected 2 InsufficientCash", "0 accepted 3 Buy 1@0", "0 canceled 3 1 remaining 0 InsufficientFunds"],
            market.Events);
    }

    void AssertThatEverythingIsFree()
    {
        _market.Forget().Buy(10, at: 100).Sell(10, at: 200).Buy(10, at: 100, by: MarketTape.Ann).Sell(
            10, at: 200, by: MarketTape.Bob);

        Assert.DoesNotContain(_market.Events, line => line.Contains("rejected", StringComparison.Ordinal));
    }
}
