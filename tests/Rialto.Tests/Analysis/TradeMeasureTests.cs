using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class TradeMeasureTests
{
    [Theory]
    [InlineData(102, 200, 4)]     // 2·|102 − 100|
    [InlineData(100, 201, 1)]     // 2·|100 − 100.5|
    [InlineData(-3, -4, 2)]       // 2·|−3 − (−2)|
    [InlineData(50, 100, 0)]
    public void The_effective_spread_is_twice_the_distance_from_the_midpoint(
        long price, long halfTicks, long expected) =>
        Assert.Equal(expected, EffectiveSpread.Of(new Price(price), new Midpoint(halfTicks)));

    [Fact]
    public void The_mean_effective_spread_weighs_by_lots()
    {
        EffectiveSpread spread = new();
        spread.Add(new(101), new(3), new(200));
        spread.Add(new(103), new(1), new(200));

        Assert.Equal(3, spread.Value);   // (2·3 + 6·1) / 4
    }

    [Fact]
    public void Without_trades_there_is_no_effective_spread() => Assert.Null(new EffectiveSpread().Value);

    [Fact]
    public void The_volume_weighted_price_weighs_by_lots()
    {
        VolumeWeightedPrice price = new();
        price.Add(new(100), new(3));
        price.Add(new(108), new(1));

        Assert.Equal(102, price.Value);
        Assert.Equal(4, price.Volume);
        Assert.Equal(408, price.Turnover);
    }

    [Fact]
    public void The_volume_weighted_price_does_not_overflow()
    {
        VolumeWeightedPrice price = new();
        for (int i = 0; i < 10; i++)
            price.Add(new(long.MaxValue / 4), new(1_000_000_000));

        Assert.Equal(long.MaxValue / 4, price.Value!.Value, tolerance: 1e4);
    }
}
