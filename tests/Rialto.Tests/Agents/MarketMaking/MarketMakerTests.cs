using Rialto.Agents;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents.MarketMaking;

/// <summary>What market makers quote, case by case, and that they do so in a market.</summary>
public sealed class MarketMakerTests
{
    [Fact]
    public void An_adaptive_window_is_a_weighted_mean_of_spreads() =>
        Assert.Equal(14, AdaptivePovMaker.Widen(50, new Ticks(2), 0.75));

    [Theory]
    [InlineData(14, 993, 1007, 70)]
    [InlineData(3, 999, 1002, 15)] // floor and ceiling of 1.5
    [InlineData(0.04, 1000, 1001, 1)] // never less than a tick apart
    public void A_ladder_stands_half_a_window_around_its_centre(double window, long bid, long ask, long spacing) =>
        Assert.Equal(
            new LadderRungs(new Price(bid), new Price(ask), new Ticks(spacing)),
            AdaptivePovMaker.Place(new Price(1000), window, 5));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 10, 2)]
    [InlineData(0, 10, -4)]
    [InlineData(11, 10, 0)] // cut to whole ticks
    public void The_centre_leans_towards_the_side_that_trades(long bought, long sold, long leaned) =>
        Assert.Equal(new Ticks(leaned), AdaptivePovMaker.Lean(bought, sold, new Ticks(4)));

    [Fact]
    public void A_level_is_a_part_of_the_volume()
    {
        Assert.Equal(new Quantity(25), AdaptivePovMaker.SizeFor(1000, 0.025, 1));
        Assert.Equal(new Quantity(3), AdaptivePovMaker.SizeFor(0, 0.025, 3));
    }

    [Fact]
    public void An_adaptive_maker_renews_its_whole_ladder()
    {
        Scene scene = new();
        AdaptivePovMaker maker = new(
            Clock.Ms(1000), 0.1, 2, 2, new Ticks(4), smoothing: 1, poisson: false, leastSize: 2);
        scene.Add("maker", maker);
        ParticipantId rabbit = scene.Add("rabbit");
        scene.Enter(10, rabbit, Side.Buy, 98, 40);
        scene.Enter(10, rabbit, Side.Sell, 102, 40);
        scene.Enter(20, rabbit, Side.Sell, 98, 35); // 35 lots are traded: a tenth, half to even, is 4.
        scene.Run(1500);

        Assert.Equal(
            [new(new Price(98), new Quantity(9), 2), new(new Price(90), new Quantity(4), 1)],
            scene.Market.Levels(Scene.First, Side.Buy));

        scene.Run(2500); // Nothing was traded in the last second: the least size, and the old orders are gone.
        Assert.Equal(
            [new(new Price(98), new Quantity(7), 2), new(new Price(90), new Quantity(2), 1)],
            scene.Market.Levels(Scene.First, Side.Buy));
        Assert.Empty(scene.Market.StoppedAgents);
    }
}
