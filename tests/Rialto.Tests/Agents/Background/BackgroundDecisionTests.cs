using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>What background traders decide, case by case, as their sources say.</summary>
public sealed class BackgroundDecisionTests
{
    static readonly Quote Spread = QuoteOf(bid: 1001, ask: 1004);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.4375, 0.25)] // 4 ((¼ − ½)³ + ⅛)
    [InlineData(0.5, 0.5)]
    [InlineData(0.5625, 0.75)]
    [InlineData(1, 1)]
    public void Noise_traders_wake_at_u_quadratic_times(double probability, double place) =>
        Assert.Equal(place, NoiseTrader.QuantileOfWaking(probability), 12);

    [Fact]
    public void A_noise_trader_takes_the_best_price_if_there_is_one()
    {
        Assert.Equal(
            Order.Limit(Side.Buy, new Quantity(5), new Price(1004)),
            NoiseTrader.Decide(Side.Buy, new Quantity(5), Spread));
        Assert.Equal(
            Order.Limit(Side.Sell, new Quantity(5), new Price(1001)),
            NoiseTrader.Decide(Side.Sell, new Quantity(5), Spread));
        Assert.Null(NoiseTrader.Decide(Side.Buy, new Quantity(5), QuoteOf(bid: 1001, ask: null)));
    }

    [Theory]
    [InlineData(1001, 0, Side.Sell, 1001)] // The midpoint is 1002.5, cut to 1002.
    [InlineData(1001, 2, Side.Sell, 1003)]
    [InlineData(1002, 0, Side.Buy, 1004)]
    [InlineData(1002, 5, Side.Buy, 999)]
    public void A_value_trader_sells_below_the_midpoint_and_buys_otherwise(
        long estimate, long patience, Side side, long limit) =>
        Assert.Equal(
            (side, new Price(limit)),
            ValueTrader.Decide(new Price(estimate), new Price(1001), new Price(1004), new Ticks(patience)));

    [Theory]
    [InlineData(20, 2, 49, 5, Side.Buy)] // 10 against 9.8
    [InlineData(20, 2, 50, 5, Side.Buy)] // 10 against 10
    [InlineData(20, 2, 51, 5, Side.Sell)]
    public void A_momentum_trader_buys_unless_the_short_average_is_lower(
        long shortSum, int shortCount, long longSum, int longCount, Side side) =>
        Assert.Equal(side, MomentumTrader.Decide(shortSum, shortCount, longSum, longCount));

    internal static Quote QuoteOf(long? bid, long? ask, long bidLots = 1, long askLots = 1)
    {
        DisplayedBook book = new();
        if (bid is { } low)
            book.Set(Side.Buy, new Level(new Price(low), new Quantity(bidLots), 1));
        if (ask is { } high)
            book.Set(Side.Sell, new Level(new Price(high), new Quantity(askLots), 1));

        return new Quote(Timestamp.Zero, book);
    }
}
