using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>The layers of an AA trader, against cases worked out by hand.</summary>
public sealed class AdaptiveAggressiveTests
{
    const double Straight = 1e-9;

    [Theory]
    // A buyer at 150 around 100, a seller at 60; then those who cannot expect to trade: a buyer at 80, a seller at 120.
    [InlineData(Side.Buy, 150, 0, 100)]
    [InlineData(Side.Buy, 150, 0.5, 125)]
    [InlineData(Side.Buy, 150, 1, 150)]
    [InlineData(Side.Buy, 150, -1, 0)]
    [InlineData(Side.Sell, 60, 0.5, 80)]
    [InlineData(Side.Sell, 60, 1, 60)]
    [InlineData(Side.Sell, 60, -1, 200)]
    [InlineData(Side.Buy, 80, 0.7, 80)]
    [InlineData(Side.Buy, 80, -0.5, 40)]
    [InlineData(Side.Sell, 120, 0.7, 120)]
    [InlineData(Side.Sell, 120, -0.5, 160)]
    public void Aggressiveness_is_a_target_price(Side side, double limit, double r, double target) =>
        Assert.Equal(target, new AggressivenessMap(side, limit, 100, 200, Straight).Target(r), 1e-6);

    [Fact]
    public void The_shape_bends_the_map_and_its_slope_has_no_kink()
    {
        AggressivenessMap map = new(Side.Buy, 150, 100, 200, 2);
        Assert.Equal(100 + (50 / (Math.E + 1)), map.Target(0.5), 1e-9); // (e − 1) / (e² − 1) = 1 / (e + 1).

        const double Small = 1e-6;
        Assert.Equal(map.Target(Small) - 100, 100 - map.Target(-Small), 1e-9);
    }

    [Theory]
    [InlineData(Side.Buy, 150, -0.3)]
    [InlineData(Side.Buy, 150, 0.6)]
    [InlineData(Side.Sell, 60, -0.3)]
    [InlineData(Side.Sell, 60, 0.6)]
    [InlineData(Side.Buy, 80, -0.3)]
    [InlineData(Side.Sell, 120, -0.3)]
    public void A_target_price_is_an_aggressiveness(Side side, double limit, double r)
    {
        AggressivenessMap map = new(side, limit, 100, 200, -3);
        Assert.Equal(r, map.Aggressiveness(map.Target(r)), 1e-9);
    }

    [Fact]
    public void A_calm_market_has_another_shape_than_a_volatile_one() =>
        Assert.Equal((2.0, -8.0), (AggressivenessMap.ShapeFor(0), AggressivenessMap.ShapeFor(1)));

    [Theory]
    [InlineData(Side.Buy, 150, 120.0, 90L, 130L, 100L)] // A third of the way from 90 to 120.
    [InlineData(Side.Buy, 150, 120.0, 90L, 120L, 120L)] // The offer is as good as the target: taken.
    [InlineData(Side.Buy, 150, 90.5, 90L, 130L, 91L)] // At least a tick.
    [InlineData(Side.Buy, 150, 90.0, 90L, 130L, null)] // It is at its target.
    [InlineData(Side.Buy, 90, 120.0, 90L, 130L, null)] // It cannot improve without loss.
    // At first towards 130·1.02 + 0.01 = 132.61: 42.61 / 3, rounded up.
    [InlineData(Side.Buy, 150, null, 90L, 130L, 105L)]
    [InlineData(Side.Buy, 150, 100.0, null, null, 34L)] // From the lowest price there is: 1 + 33.
    [InlineData(Side.Sell, 60, 100.0, 90L, 130L, 120L)]
    [InlineData(Side.Sell, 60, 90.0, 90L, 130L, 90L)]
    public void It_goes_part_of_the_way(Side side, long limit, double? target, long? bid, long? ask, long? price) =>
        Assert.Equal(
            PriceOf(price), AdaptiveAggressive.Step(
                side, new(limit), target, PriceOf(bid), PriceOf(ask), new PriceRange(new(1), new(200)), 3));

    [Theory]
    [InlineData(Side.Buy, 100, Side.Sell, 95, true, -1)]
    [InlineData(Side.Buy, 100, Side.Buy, 105, true, 1)]
    [InlineData(Side.Buy, 100, Side.Buy, 100, false, 1)]
    [InlineData(Side.Buy, 100, Side.Buy, 95, false, 0)]
    [InlineData(Side.Buy, 100, Side.Sell, 105, false, 0)]
    [InlineData(Side.Sell, 100, Side.Sell, 105, true, -1)]
    [InlineData(Side.Sell, 100, Side.Sell, 95, false, 1)]
    public void It_learns_as_the_paper_says(
        Side side, double target, Side shout, long price, bool isAccepted, int change) =>
        Assert.Equal(change, AdaptiveAggressive.Judge(side, target, new Shout(shout, new(price), isAccepted)));

    [Fact]
    public void Recent_trades_count_more()
    {
        TradeStatistics statistics = new(window: 2, decay: 0.5);
        statistics.Add(new(100));
        Assert.Equal((100, null), (statistics.Equilibrium, statistics.Volatility));
        statistics.Add(new(110));
        Assert.Equal(320.0 / 3, statistics.Equilibrium!.Value, 1e-9); // (50 + 110) / 1.5.
        Assert.Equal(1, statistics.Volatility);
        statistics.Add(new(90));
        Assert.Equal(290.0 / 3, statistics.Equilibrium!.Value, 1e-9); // (55 + 90) / 1.5.
    }

    static Price? PriceOf(long? ticks) => ticks is { } price ? new Price(price) : null;
}
