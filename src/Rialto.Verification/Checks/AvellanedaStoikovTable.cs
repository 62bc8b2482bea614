using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// What a market maker earns, how surely, and with how much inventory: one that shades its quotes, and one that does
/// not.
/// </summary>
/// <remarks>
/// The paper's table for γ = 0.1 is of a thousand paths: gain 65.0, standard deviation 6.6, of inventory 2.9; symmetric
/// 68.4, 12.7, 8.4. The numbers here are those of 200 000 paths of the same model. Both makers see the same path.
/// </remarks>
sealed class AvellanedaStoikovTable(params IReadOnlyList<string> changes) : Check
{
    const int Days = 100;
    const double Unit = 1_000;

    readonly ReferenceScenario _scenario = new("avellaneda-stoikov-table", changes);

    public AvellanedaStoikovTable()
        : this([])
    {
    }

    public override string Name => "avellaneda-stoikov";

    public override string Source => "Avellaneda and Stoikov, Quantitative Finance 8(3), 2008, table 1";

    public override string Method =>
        "Two makers, each with takers who reach a quote the less often the farther it is from a random walk; gains and "
            + "inventories of many days.";

    public override string Mechanism =>
        "quotes lean against the inventory; broken: an aversion to risk of almost nothing";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("gain, inventory", 64.880, 0.65, "1 %: some thousand days"),
        new("its standard deviation", 6.549, 0.33, "5 %: some thousand days"),
        new("standard deviation of inventory", 2.925, 0.15, "5 %: some thousand days"),
        new("gain, symmetric", 68.226, 1.4, "2 %: some thousand days"),
        new("its standard deviation, symmetric", 13.440, 1.1, "8 %: some thousand days"),
        new("standard deviation of inventory, symmetric", 8.407, 0.42, "5 %: some thousand days"),
    ];

    public override Check Broken => new AvellanedaStoikovTable("agents.1.avellaneda-stoikov.risk-aversion=0.0000001");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 24 : 240;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        double[][] seen = [.. Enumerable.Range(0, Days).Select(day => Day((seed * Days) + (ulong)day))];
        return
        [
            Mean(seen, 0), Deviation(seen, 0), Deviation(seen, 1),
            Mean(seen, 2), Deviation(seen, 2), Deviation(seen, 3),
        ];
    }

    /// <returns>Gain and inventory of the one maker, then of the other.</returns>
    double[] Day(ulong seed)
    {
        SimulationRun run = _scenario.Begin(seed);
        run.Market.RunUntil(run.End);
        Price close = run.Setup.Values[0]!.At(run.End);
        return [.. Outcome(run.Market, new(1), close), .. Outcome(run.Market, new(2), close)];
    }

    static double[] Outcome(Market market, ParticipantId maker, Price close)
    {
        long lots = market.InventoryOf(maker, default);
        return [(market.CashOf(maker).Units + (lots * close.Ticks)) / Unit, lots];
    }

    static double Mean(double[][] seen, int column) => seen.Average(row => row[column]);

    static double Deviation(double[][] seen, int column)
    {
        double mean = Mean(seen, column);
        return Math.Sqrt(seen.Sum(row => (row[column] - mean) * (row[column] - mean)) / (Days - 1));
    }
}
