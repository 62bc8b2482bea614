using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// The market of the flash crash falls while its large seller sells, and comes back; without the seller it stays where
/// it is. Method: the midpoint at a thousand times of a run, as a part of the value.
/// </summary>
public sealed class FlashCrashTests
{
    const double Value = 4500; // 1125 in ticks of a quarter
    static readonly Listing Home = new(new(0), new(0));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_price_falls_with_the_seller_and_recovers(ulong seed)
    {
        List<double> path = Path(seed);

        Assert.InRange(path.Take(500).Min(), 0.985, 1); // before it begins
        Assert.InRange(path.Skip(500).Min(), 0.85, 0.98);
        Assert.InRange(path.Skip(850).Average(), 0.995, 1.005); // long after it has sold
    }

    [Fact]
    public void Without_the_seller_nothing_happens() =>
        Assert.InRange(Path(1, "agents.6.pov-orders.quantity=1").Min(), 0.98, 1);

    static List<double> Path(ulong seed, params string[] assignments)
    {
        SimulationRun run = new(
            ScenarioRun.Read(Repository.PathOf("scenarios/reference/flash-crash.yaml"), assignments), seed);
        Duration step = new(run.End.Nanoseconds / 1000);
        List<double> path = [];
        for (Timestamp next = Timestamp.Zero + step; next < run.End; next += step)
        {
            run.Market.RunUntil(next);
            DisplayedBook book = run.Market.DisplayedBook(Home);
            if (book.Best(Side.Buy) is { } bid && book.Best(Side.Sell) is { } ask)
                path.Add((bid.Price.Ticks + ask.Price.Ticks) / 2.0 / Value);
        }

        return path;
    }
}
