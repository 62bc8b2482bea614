using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Theory;

/// <summary>What the arrivals of the two order flows without intelligence are.</summary>
public sealed class OrderFlowTests
{
    static readonly Timestamp Later = new(7);

    [Theory]
    [InlineData(Side.Buy, 100, 3, 97)]
    [InlineData(Side.Sell, 100, 3, 103)]
    [InlineData(Side.Buy, 1, 4, -3)]
    public void A_limit_order_is_placed_behind_the_best_opposite_price(
        Side side, long opposite, long distance, long price) =>
        Assert.Equal(
            Order.Limit(side, Quantity.One, new Price(price)).Until(Later),
            ZeroIntelligenceFlow.Arrival(side, isMarket: false, new Price(opposite), new Ticks(distance), Later));

    [Theory]
    [InlineData(Side.Buy, 105)]
    [InlineData(Side.Sell, 95)]
    public void A_pegged_order_has_a_limit_beyond_the_value(Side side, long limit)
    {
        Assert.Equal(
            Order.MidpointPeg(side, Quantity.One, new Price(limit)),
            PeggedOrders.Pegged(side, new Price(100), new Ticks(5), Peg.Midpoint, default));
        Assert.Equal(
            Order.PrimaryPeg(side, Quantity.One, new Price(limit), new Ticks(2)),
            PeggedOrders.Pegged(side, new Price(100), new Ticks(5), Peg.Primary, new Ticks(2)));
    }

    [Fact]
    public void A_market_order_takes_what_is_there() =>
        Assert.Equal(
            Order.Market(Side.Sell, Quantity.One),
            ZeroIntelligenceFlow.Arrival(Side.Sell, isMarket: true, new Price(100), new Ticks(3), Later));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.84, 1)]
    [InlineData(1.86, 2)]
    [InlineData(3.35, 2)]
    [InlineData(3.37, 0)]
    public void An_arrival_falls_among_the_rates_laid_end_to_end(double at, int distance) =>
        Assert.Equal(distance, BirthDeathFlow.Distance(at, [1.85, 1.51]));

    [Theory]
    [InlineData(1, 0.71)]
    [InlineData(2, 0.81)]
    [InlineData(9, 0.81)]
    [InlineData(0, 0.71)]
    public void The_last_rate_of_cancels_holds_farther_away_too(long distance, double rate)
    {
        Assert.Equal(rate, BirthDeathFlow.CancelRate(distance, [0.71, 0.81]));
        Assert.Equal(0, BirthDeathFlow.CancelRate(distance, []));
    }
}
