using Rialto.Agents;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>What traders who look at past prices and trades decide, case by case.</summary>
public sealed class TrendDecisionTests
{
    [Theory]
    [InlineData(2.5, 0, -1)]
    [InlineData(-2.5, 0, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(1, -1, -1)] // Still away from the mean: it holds.
    [InlineData(0.5, -1, 0)] // Back: it closes.
    [InlineData(-2.5, -1, 1)] // Far on the other side: it turns.
    public void A_mean_reversion_trader_bets_against_what_is_far_from_the_mean(double z, int held, int wanted) =>
        Assert.Equal(wanted, MeanReversionTrader.Decide(z, held, entry: 2, exit: 0.5));

    [Theory]
    [InlineData(20_000, 20_021, Side.Sell)] // up by 0.105 %
    [InlineData(20_000, 20_020, null)] // by exactly the threshold
    [InlineData(20_000, 19_979, Side.Buy)]
    public void A_contrarian_trades_against_moves_beyond_the_threshold(long before, long now, Side? side) =>
        Assert.Equal(side, ContrarianTrader.Decide(new Midpoint(before), new Midpoint(now), 0.001));

    [Theory]
    [InlineData(0, 0, 0.8, 0.5)]
    [InlineData(30, 10, 0.8, 0.7)] // ½ + ½ × 0.8 × ½
    [InlineData(30, 10, 0, 0.5)]
    [InlineData(0, 10, 1, 0)]
    public void A_herding_trader_buys_the_likelier_the_more_was_bought(
        double bought, double sold, double conformity, double probability) =>
        Assert.Equal(probability, HerdingTrader.Decide(bought, sold, conformity), 12);

    [Fact]
    public void A_metaorder_is_one_side_until_all_its_pieces_are_sent()
    {
        Scene scene = new() { Seed = 3 };
        scene.Add("metaorder", new MetaorderTrader(
            new ArrivalPace(Clock.Ms(10)), [new(1, SizeShape.Uniform, 8, 8)], [new(1, SizeShape.Uniform, 1, 1)]));
        ParticipantId rabbit = scene.Add("rabbit");
        scene.Enter(0, rabbit, Side.Buy, 99, 1_000_000);
        scene.Enter(0, rabbit, Side.Sell, 101, 1_000_000);
        string[] sides = [.. scene.Run(10_000)
            .Where(line => line.Contains("metaorder accepted", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[4])];

        Assert.InRange(sides.Length, 800, 1200);
        for (int first = 0; first + 8 <= sides.Length; first += 8)
            Assert.Single(sides[first..(first + 8)].Distinct());
        Assert.Equal(2, sides.Distinct().Count());
    }

    [Fact]
    public void A_momentum_trader_waits_until_its_long_average_is_full()
    {
        Scene scene = new();
        scene.Add(
            "momentum", new MomentumTrader(Clock.Ms(100), [new(1, SizeShape.Uniform, 3, 3)], brief: 2, extended: 5));
        ParticipantId rabbit = scene.Add("rabbit");
        scene.Enter(0, rabbit, Side.Buy, 99, 1000);
        scene.Enter(0, rabbit, Side.Sell, 101, 1000);
        scene.Run(10_000);

        // About a hundred wakes, of which five show only where the price is; a flat price counts as rising.
        long bought = scene.Market.InventoryOf(new ParticipantId(0), new InstrumentId(0));
        Assert.Equal(0, bought % 3);
        Assert.Equal(bought / 3, scene.Market.WakeUps / 2 - 5);
    }
}
