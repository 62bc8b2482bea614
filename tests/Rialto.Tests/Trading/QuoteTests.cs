using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class QuoteTests
{
    [Fact]
    public void A_quote_shows_the_two_best_prices_of_each_side()
    {
        Quote quote = QuoteOf(
            (Side.Buy, 99, 3), (Side.Buy, 98, 1), (Side.Buy, 97, 1), (Side.Sell, 102, 4), (Side.Sell, 105, 1));

        Assert.Equal(new Price(99), quote.Bid);
        Assert.Equal(new Price(98), quote.SecondBid);
        Assert.Equal(new Quantity(3), quote.BidQuantity);
        Assert.Equal(new Price(102), quote.Ask);
        Assert.Equal(new Price(105), quote.SecondAsk);
        Assert.Equal(new Ticks(3), quote.Spread);
        Assert.Equal(new Price(100), quote.Midpoint?.Down);
    }

    [Fact]
    public void A_missing_side_is_absent_and_not_zero()
    {
        Quote quote = QuoteOf((Side.Sell, 0, 4));

        Assert.Null(quote.Bid);
        Assert.Null(quote.SecondBid);
        Assert.Equal(new Price(0), quote.Ask);
        Assert.Null(quote.SecondAsk);
        Assert.Null(quote.Midpoint);
        Assert.Null(quote.Spread);
        Assert.False(quote.IsTwoSided);
    }

    [Fact]
    public void Two_quotes_show_the_same_whenever_they_were_published()
    {
        DisplayedBook book = new();
        book.Set(Side.Buy, new Level(new Price(99), Quantity.One, 1));
        Quote early = new(Timestamp.Zero, book);
        Quote late = new(new Timestamp(5), book);
        book.Set(Side.Buy, new Level(new Price(98), Quantity.One, 1));
        Quote other = new(new Timestamp(5), book);

        Assert.NotEqual(early, late);
        Assert.True(early.ShowsTheSameAs(late));
        Assert.False(late.ShowsTheSameAs(other));
    }

    static Quote QuoteOf(params (Side Side, long Price, long Lots)[] levels)
    {
        DisplayedBook book = new();
        foreach ((Side side, long price, long lots) in levels)
            book.Set(side, new Level(new Price(price), new Quantity(lots), 1));

        return new Quote(Timestamp.Zero, book);
    }
}
