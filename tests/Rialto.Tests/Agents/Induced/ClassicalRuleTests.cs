using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>The decision rules of the classical traders, against cases worked out by hand.</summary>
public sealed class ClassicalRuleTests
{
    static readonly PriceRange Range = new(new(1), new(200));

    [Theory]
    [InlineData(Side.Buy, 80, 1, 80)]
    [InlineData(Side.Sell, 80, 80, 200)]
    [InlineData(Side.Buy, 300, 1, 200)]
    [InlineData(Side.Sell, 0, 1, 200)]
    public void Zi_c_shouts_any_price_at_which_it_does_not_lose(Side side, long limit, long lowest, long highest) =>
        Assert.Equal(
            new PriceRange(new(lowest), new(highest)), ZeroIntelligenceConstrained.Feasible(side, new(limit), Range));

    [Fact]
    public void Zi_c_is_silent_if_it_would_lose_at_every_price() =>
        Assert.Null(ZeroIntelligenceConstrained.Feasible(Side.Buy, new(0), Range));

    [Theory]
    [InlineData(Side.Buy, 100, 90L, 91)]
    [InlineData(Side.Buy, 100, 100L, 100)]
    [InlineData(Side.Buy, 100, 120L, 100)]
    [InlineData(Side.Buy, 100, null, 1)]
    [InlineData(Side.Sell, 100, 110L, 109)]
    [InlineData(Side.Sell, 100, 90L, 100)]
    [InlineData(Side.Sell, 100, null, 200)]
    public void A_shaver_is_a_tick_better_than_the_best(Side side, long limit, long? best, long shaved) =>
        Assert.Equal(
            new Price(shaved), Shaver.Shave(side, new(limit), best is { } price ? new Price(price) : null, Range));

    [Theory]
    // Last period's trades were at 90 to 110.
    [InlineData(Side.Buy, 120, 60L, 90L, 0.5, 90L)] // As good as the best of them.
    [InlineData(Side.Buy, 120, 60L, 91L, 0.5, null)] // Not as good, and the spread is wide.
    [InlineData(Side.Buy, 120, 100L, 110L, 0.5, 110L)] // Spread 10 < 11, profit 10 > 2.2, no dearer than the dearest.
    [InlineData(Side.Buy, 120, 99L, 110L, 0.5, null)] // Spread 11: not narrow.
    [InlineData(Side.Buy, 112, 105L, 110L, 0.5, null)] // Profit 2: not enough.
    [InlineData(Side.Buy, 130, 105L, 111L, 0.5, null)] // Dearer than the dearest.
    [InlineData(Side.Buy, 130, null, 129L, 0.05, 129L)] // Time runs out.
    [InlineData(Side.Buy, 130, null, 130L, 0.05, null)] // There is nothing to gain.
    [InlineData(Side.Buy, 130, 100L, null, 0.05, null)] // There is nothing to take.
    [InlineData(Side.Sell, 80, 110L, 150L, 0.5, 110L)]
    [InlineData(Side.Sell, 80, 109L, 150L, 0.5, null)]
    [InlineData(Side.Sell, 80, 95L, 104L, 0.5, 95L)]
    public void A_sniper_steals_the_deal(Side side, long limit, long? bid, long? ask, double left, long? taken)
    {
        KaplanSniper.Scene scene = new(PriceOf(bid), PriceOf(ask), new PriceRange(new(90), new(110)), left);
        Assert.Equal(PriceOf(taken), KaplanSniper.Snipe(side, new(limit), scene, 0.10, 0.02, 0.10));
    }

    [Theory]
    // A seller at 100. Accepted above: it could have asked for more. A bid accepted below: it missed that. An offer
    // below stands: a rival.
    [InlineData(Side.Sell, 100, Side.Sell, 105, true, true, ZeroIntelligencePlus.Move.Up)]
    [InlineData(Side.Sell, 100, Side.Buy, 100, true, true, ZeroIntelligencePlus.Move.Up)]
    [InlineData(Side.Sell, 100, Side.Buy, 95, true, true, ZeroIntelligencePlus.Move.Down)]
    [InlineData(Side.Sell, 100, Side.Sell, 95, true, true, ZeroIntelligencePlus.Move.Stay)]
    [InlineData(Side.Sell, 100, Side.Sell, 95, false, true, ZeroIntelligencePlus.Move.Down)]
    [InlineData(Side.Sell, 100, Side.Sell, 105, false, true, ZeroIntelligencePlus.Move.Stay)]
    [InlineData(Side.Sell, 100, Side.Buy, 95, false, true, ZeroIntelligencePlus.Move.Stay)]
    // Without units it may still become greedier, but never meeker.
    [InlineData(Side.Sell, 100, Side.Sell, 105, true, false, ZeroIntelligencePlus.Move.Up)]
    [InlineData(Side.Sell, 100, Side.Buy, 95, true, false, ZeroIntelligencePlus.Move.Stay)]
    [InlineData(Side.Buy, 100, Side.Buy, 95, true, true, ZeroIntelligencePlus.Move.Down)]
    [InlineData(Side.Buy, 100, Side.Sell, 105, true, true, ZeroIntelligencePlus.Move.Up)]
    [InlineData(Side.Buy, 100, Side.Buy, 105, false, true, ZeroIntelligencePlus.Move.Up)]
    [InlineData(Side.Buy, 100, Side.Buy, 105, false, false, ZeroIntelligencePlus.Move.Stay)]
    public void Zip_moves_as_cliff_says(
        Side side, long price, Side shout, long at, bool isAccepted, bool isActive, ZeroIntelligencePlus.Move move) =>
        Assert.Equal(
            move, ZeroIntelligencePlus.Judge(side, isActive, new Price(price), new Shout(shout, new(at), isAccepted)));

    [Fact]
    public void Zip_learns_by_widrow_and_hoff_with_momentum()
    {
        // A seller at 100 (limit 80, margin 0.25) hears 110: drift = 0.1·2 + 0.9·0.3·10 = 2.9; margin = 102.9/80 − 1.
        ZeroIntelligencePlus.State sold = ZeroIntelligencePlus.Adapt(new(0.25, 2), Side.Sell, 80, 110, 0.3, 0.1);
        Assert.Equal(2.9, sold.Drift, 1e-12);
        Assert.Equal(0.28625, sold.Margin, 1e-12);

        // A buyer at 75 (limit 100, margin −0.25) hears 155: drift = 0.5·80 = 40, and no margin makes it pay more than
        // its limit.
        ZeroIntelligencePlus.State bought = ZeroIntelligencePlus.Adapt(new(-0.25, 0), Side.Buy, 100, 155, 0.5, 0);
        Assert.Equal(new ZeroIntelligencePlus.State(0, 40), bought);
    }

    [Theory]
    [InlineData(0.5, 1e-6)] // −4·cos(π/2) / sin(π/2), and never quite straight.
    [InlineData(0.75, 4)]
    [InlineData(0.25, -4)]
    [InlineData(-0.25, 4)]
    [InlineData(1, 100)]
    [InlineData(-1, -100)]
    public void Przi_bends_with_its_strategy(double strategy, double bend) =>
        Assert.Equal(bend, ParameterisedResponse.Bend(strategy), 1e-9);

    [Fact]
    public void Przi_is_a_giveaway_at_one_a_shaver_at_minus_one_and_zi_c_between()
    {
        Assert.Equal([1, 1, 1, 1], ParameterisedResponse.Weights(0, 4));
        Assert.Equal(1, ParameterisedResponse.Weights(1, 4)[3], 1e-12);
        Assert.Equal(0, ParameterisedResponse.Weights(1, 4)[2], 1e-12);
        Assert.Equal(1, ParameterisedResponse.Weights(-1, 4)[0], 1e-12);
        Assert.Equal(0, ParameterisedResponse.Weights(-1, 4)[1], 1e-12);

        // Bend 4, half of the way: (e² − 1) / (e⁴ − 1) = 1 / (e² + 1).
        Assert.Equal(1 / ((Math.E * Math.E) + 1), ParameterisedResponse.Weights(0.75, 3)[1], 1e-12);
    }

    static Price? PriceOf(long? ticks) => ticks is { } price ? new Price(price) : null;
}
