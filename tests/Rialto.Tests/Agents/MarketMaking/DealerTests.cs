using Rialto.Agents;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents.MarketMaking;

/// <summary>What dealers with two quotes decide, case by case, and how they keep them in the book.</summary>
public sealed class DealerTests
{
    [Fact]
    public void A_fixed_spread_stands_around_the_last_trade()
    {
        Assert.Equal(
            new TwoSidedQuote(new Price(98), new Price(102)), FixedSpreadMaker.Decide(new Price(100), new Ticks(4)));
        Assert.Equal(
            new TwoSidedQuote(new Price(99), new Price(102)), FixedSpreadMaker.Decide(new Price(100), new Ticks(3)));
    }

    [Theory]
    [InlineData(0, 98, 102)]
    [InlineData(3, 96, 100)] // 100 − 1.5 − 2 = 96.5
    [InlineData(-4, 100, 104)]
    public void An_inventory_maker_quotes_lower_the_more_it_owns(long inventory, long bid, long ask) =>
        Assert.Equal(
            new TwoSidedQuote(new Price(bid), new Price(ask)),
            InventoryMaker.Decide(new Price(100), new Ticks(4), 0.5, inventory));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(2.4, 6)]
    public void A_cautious_makers_spread_widens_when_prices_move(double extra, long spread) =>
        Assert.Equal(new Ticks(spread), InventoryMaker.Widen(new Ticks(4), extra));

    [Fact]
    public void What_leads_beyond_the_limit_is_not_quoted()
    {
        TwoSidedQuote both = new(new Price(98), new Price(102));
        Assert.Equal(both, both.Within(4, 5));
        Assert.Equal(both with { Bid = null }, both.Within(5, 5));
        Assert.Equal(both with { Ask = null }, both.Within(-5, 5));
    }

    [Fact]
    public void Avellaneda_and_Stoikov_quote_as_in_their_paper()
    {
        // γ = 0.1, σ = 2, k = 1.5, T − t = 1: spread 0.1 × 4 + 20 ln(1 + 1 ÷ 15), and 0.4 lower for each unit owned.
        Assert.Equal(0.4 + (20 * Math.Log(16 / 15.0)), AvellanedaStoikov.Spread(0.1, 2, 1.5, 1), 12);
        Assert.Equal(99.2, AvellanedaStoikov.Reservation(100, 2, 0.1, 2, 1), 12);
        // At the end nothing can happen any more.
        Assert.Equal(100, AvellanedaStoikov.Reservation(100, 2, 0.1, 2, 0), 12);
    }

    [Fact]
    public void A_ladder_starts_at_the_markets_own_spread()
    {
        Quote quote = Background.BackgroundDecisionTests.QuoteOf(bid: 95, ask: 102);
        Assert.Equal(
            new LadderRungs(new Price(95), new Price(101), new Ticks(1)),
            LadderMaker.Place(quote, new Price(50), new Ticks(10)));
        Assert.Equal(
            new LadderRungs(new Price(40), new Price(60), new Ticks(1)),
            LadderMaker.Place(default, new Price(50), new Ticks(10)));
        Assert.Equal(new Price(93), new LadderRungs(new Price(95), new Price(101), new Ticks(1)).Of(Side.Buy, 2));
    }

    [Fact]
    public void A_quote_that_still_fits_keeps_its_place()
    {
        Scene scene = new();
        scene.Add("dealer", new FixedSpreadMaker(new Price(100), new Ticks(4), Clock.Ms(100)));
        ParticipantId rabbit = scene.Add("rabbit");
        scene.Enter(1000, rabbit, Side.Buy, 102); // Trades with the ask, and is the last trade now.
        IReadOnlyList<string> log = scene.Run(2000);

        Assert.Equal(
            [
                "0 dealer accepted 1 Buy 1@98", "0 dealer accepted 2 Sell 1@102",
                "1000 rabbit accepted 1 Buy 1@102", "1000 dealer executed 2 1@102", "1000 rabbit executed 1 1@102",
                "1000 dealer canceled 1 Requested", "1000 dealer accepted 3 Buy 1@100",
                "1000 dealer accepted 4 Sell 1@104",
            ],
            log);
    }
}
