using Rialto.Agents;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>What traders who look at the book decide, case by case.</summary>
public sealed class BookDecisionTests
{
    [Theory]
    [InlineData(Side.Buy, 1.0, 1.5, 998)]
    [InlineData(Side.Sell, 1.0, 1.5, 1002)]
    [InlineData(Side.Buy, 0.25, 1.0, 992)] // a quarter lies beyond four times the nearest
    [InlineData(Side.Buy, 0.125, 1.5, 992)] // an eighth, at exponent 3 ÷ 2: likewise
    [InlineData(Side.Buy, 0.000001, 1.0, 800)] // cut at a fifth of the price
    public void Patient_orders_lie_at_power_law_distances(Side side, double probability, double exponent, long limit) =>
        Assert.Equal(
            new Price(limit), PatientTrader.Decide(side, new Price(1000), new Ticks(2), exponent, probability));

    [Fact]
    public void Lives_are_exponential_or_have_a_power_law_tail()
    {
        Duration second = Duration.FromSeconds(1);
        Assert.Equal(2_000_000_001, PatientTrader.Live(second, 0, 2).Nanoseconds);
        Assert.Equal(3, PatientTrader.Live(second, 0.5, Math.Log(2)).Seconds, 6); // 2² − 1
        Assert.Equal(86_400, PatientTrader.Live(second, 0.1, 20).Seconds, 6);
    }

    [Fact]
    public void The_bids_share_counts_the_best_levels_only()
    {
        DisplayedBook book = new();
        book.Set(Side.Buy, new Level(new Price(99), new Quantity(30), 1));
        book.Set(Side.Buy, new Level(new Price(98), new Quantity(30), 1));
        book.Set(Side.Buy, new Level(new Price(97), new Quantity(500), 1));
        Assert.Null(ImbalanceTrader.Share(book, 2));

        book.Set(Side.Sell, new Level(new Price(101), new Quantity(20), 1));
        Assert.Equal(0.75, ImbalanceTrader.Share(book, 2));
    }

    [Fact]
    public void An_imbalance_trader_enters_trails_its_stop_and_leaves()
    {
        ImbalanceTrader.Stance stance = Next(default, 0.6);
        Assert.Equal(0, stance.Held);

        stance = Next(stance, 0.7);
        Assert.Equal((1, 0.6), (stance.Held, Math.Round(stance.Stop, 12)));
        stance = Next(stance, 0.8); // The stop follows.
        Assert.Equal((1, 0.7), (stance.Held, Math.Round(stance.Stop, 12)));
        stance = Next(stance, 0.75); // It does not come back.
        Assert.Equal((1, 0.7), (stance.Held, Math.Round(stance.Stop, 12)));
        stance = Next(stance, 0.69);
        Assert.Equal(default, stance);

        stance = Next(stance, 0.2);
        Assert.Equal((-1, 0.3), (stance.Held, Math.Round(stance.Stop, 12)));
        Assert.Equal(default, Next(stance, 0.31));

        static ImbalanceTrader.Stance Next(ImbalanceTrader.Stance stance, double share) =>
            ImbalanceTrader.Decide(stance, share, entry: 0.15, trail: 0.1);
    }

    [Fact]
    public void An_imbalance_trader_holds_what_it_decides()
    {
        Scene scene = new();
        scene.Add("imbalance", new ImbalanceTrader(Clock.Ms(100), 5, 0.17, 0.085, 3));
        ParticipantId rabbit = scene.Add("rabbit");
        scene.Enter(50, rabbit, Side.Buy, 99, 90);
        scene.Enter(50, rabbit, Side.Sell, 101, 10);
        scene.Run(1000);

        Assert.Equal(3, scene.Market.InventoryOf(new ParticipantId(0), new InstrumentId(0)));
    }
}
