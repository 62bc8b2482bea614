using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Accounts without limits still have the limits of a number.</summary>
public sealed class FullAccountTests
{
    const long Full = long.MaxValue;
    const long Dear = 1_000_000_000_000; // a thousand lots at this price are the most that one order may cost

    [Fact]
    public void A_buyer_is_cut_to_what_its_account_can_still_owe()
    {
        MarketTape market = new(cash: [0, -Full + (300 * Dear), 0, 0]);
        market.Sell(1000, at: Dear).Forget().Buy(1000, at: Dear);

        Assert.Equal(
        [
            "0 accepted 2 Buy 1000@1000000000000",
            "0 canceled 2 700 remaining 300 InsufficientFunds",
            "0 executed 1 300@1000000000000 remaining 700 Added m1",
            "0 executed 2 300@1000000000000 remaining 0 Removed m1",
            "0 trade Buy 300@1000000000000 m1",
            "0 ask 700@1000000000000 of 1",
        ], market.Events);
        Assert.Equal(-Full, market.CashOf(MarketTape.Bob));
    }

    [Theory]
    [InlineData(Full)]
    [InlineData(-Full)]
    public void Where_nothing_limits_an_account_none_begins_with_more_than_half_of_what_it_could_hold(long held)
    {
        MarketDirectory directory = new(
            ["venue"], [new Instrument { Symbol = "XYZ", TickSize = 1 }], [new Participant("ann", "ann", new Cash(0), [held])]);

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new Clearing(directory, SettlementPolicy.Unlimited));
        Assert.Contains("half of what a number can say", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seller_is_cut_to_what_its_account_can_still_hold()
    {
        MarketTape market = new(cash: [Full - (300 * Dear) - 1, 0, 0, 0]);
        market.Sell(1000, at: Dear).Forget().Buy(1000, at: Dear);

        Assert.Equal("0 canceled 1 700 remaining 300 InsufficientFunds", market.Events[1]);
        Assert.Equal(Full - 1, market.CashOf(MarketTape.Ann));
        Assert.Equal("700@1000000000000 /", market.Book());
    }

    [Fact]
    public void At_negative_prices_it_is_the_other_way_round()
    {
        MarketTape market = new(cash: [0, Full - (300 * Dear), 0, 0]);
        market.Sell(1000, at: -Dear).Buy(1000, at: -Dear);

        Assert.Equal((Full, -300 * Dear), (market.CashOf(MarketTape.Bob), market.CashOf(MarketTape.Ann)));
    }

    [Fact]
    public void Thousands_of_the_largest_trades_end_in_refusals_and_not_in_an_overflow()
    {
        MarketTape market = new();
        for (int i = 0; i < 10_000; i++)
            market.Sell(1000, at: Dear).Buy(1000, at: Dear);

        Assert.Equal(Full, market.CashOf(MarketTape.Ann) + (Full % Dear));
        Assert.Equal(-(Full / Dear), market.LotsOf(MarketTape.Ann));
        Assert.Contains(market.Events, line => line.EndsWith("InsufficientFunds", StringComparison.Ordinal));
    }

    /// <summary>
    /// The one dear lot sets the price at which a thousand million market lots would trade; without most of them, it is
    /// zero.
    /// </summary>
    [Fact]
    public void A_batch_of_market_orders_at_a_price_far_away_is_cut()
    {
        MarketTape market = MarketTape.OfBatches();
        market.BuyAtMarket(1_000_000_000).Sell(1_000_000_000, at: 0).Buy(1, at: Dear, by: MarketTape.Cyd).Forget()
            .Until(10);

        Assert.Equal("10 canceled 1 990776628 remaining 9223372 InsufficientFunds", market.Events[0]);
        Assert.Contains("10 auction ended 9223373@0", market.Events);
    }

    [Fact]
    public void In_a_batch_an_order_that_must_fill_or_be_killed_is_not_cut_but_killed()
    {
        MarketTape market = MarketTape.OfBatches();
        market.BuyAtMarket(1_000_000_000, TimeInForce.FillOrKill).Sell(1_000_000_000, at: 0).Buy(
            1, at: Dear, by: MarketTape.Cyd).Forget().Until(10);

        Assert.Equal("10 canceled 1 1000000000 remaining 0 InsufficientFunds", market.Events[0]);
        Assert.Contains("10 auction ended 1@0", market.Events);
    }

    [Fact]
    public void The_largest_orders_at_one_level_add_up()
    {
        MarketTape market = new();
        for (int i = 0; i < 1000; i++)
            market.Buy(1_000_000_000, at: 0);

        Assert.Equal("1000000000000@0 /", market.Forget().Sell(1_000_000_000, at: 1, TimeInForce.FillOrKill).Book());
    }

    [Theory]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void Accounts_that_together_hold_more_than_one_can_are_refused(SettlementPolicy settlement)
    {
        Assert.Throws<ArgumentException>(() => new MarketTape(settlement: settlement, cash: [Full, 1, 0, 0]));
        Assert.Throws<ArgumentException>(() => new MarketTape(settlement: settlement, lots: [Full, 1, 0, 0]));
    }
}
