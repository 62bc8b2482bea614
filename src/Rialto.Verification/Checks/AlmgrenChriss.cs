using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// What a large sale costs along the trajectory of least cost, and how far from its mean that may be.
/// </summary>
/// <remarks>
/// The paper's example: a million shares in five days. Its mean cost is γX²/2 + εX + η̃/τ Σn², seen where the value
/// stands still, and the variance of its cost σ²τ Σx², seen where it walks.
/// </remarks>
sealed class AlmgrenChriss(params IReadOnlyList<string> changes) : Check
{
    const int Sales = 100;

    static readonly (string Lambda, double Cost, double Deviation, double[] Holdings)[] Points =
    [
        ("0", 662_500, 1_040_673, [800_000, 600_000, 400_000, 200_000]),
        ("0.000001", 911_227, 603_431, [541_956, 289_854, 147_897, 62_142]),
    ];

    readonly ReferenceScenario[] _still =
        [.. Points.Select(point => Scenario(point.Lambda, ["values.XYZ={ start: 50 }", .. changes]))];
    readonly ReferenceScenario[] _walking = [.. Points.Select(point => Scenario(point.Lambda, changes))];

    public AlmgrenChriss()
        : this([])
    {
    }

    public override string Name => "almgren-chriss";

    public override string Source => "Almgren and Chriss, J. Risk 3(2), 2000, section 4";

    public override string Method => "A seller who follows the trajectory of least cost, against a dealer with linear "
        + "impact; shortfall against the price at the beginning.";

    public override string Mechanism => "slices as the trajectory says; broken: all at once";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Points.Select(point => new Claim(
            $"mean cost, lambda {point.Lambda}", point.Cost, 300, "the book's steps, and lots of 100 shares")),
        .. Points.Select(point => new Claim(
            $"standard deviation of cost, lambda {point.Lambda}", point.Deviation, 0.06 * point.Deviation,
            "6 %: some thousand sales")),
        .. Points.Select(point => new Claim(
            $"shares left after two days, lambda {point.Lambda}", point.Holdings[1], 50, "half a lot of 100 shares")),
    ];

    public override Check Broken => new AlmgrenChriss("agents.1.shortfall-orders.slices=1");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 20 : 200;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        (double Cost, double Left)[] still = [.. _still.Select(scenario => Sell(scenario, seed))];
        return [.. still.Select(sale => sale.Cost), .. _walking.Select(scenario => Deviation(scenario, seed)),
            .. still.Select(sale => sale.Left)];
    }

    static double Deviation(ReferenceScenario scenario, ulong seed)
    {
        double[] costs =
            [.. Enumerable.Range(0, Sales).Select(sale => Sell(scenario, (seed * Sales) + (ulong)sale).Cost)];
        double mean = costs.Average();
        return Math.Sqrt(costs.Sum(cost => (cost - mean) * (cost - mean)) / (Sales - 1));
    }

    static (double Cost, double Left) Sell(ReferenceScenario scenario, ulong seed)
    {
        SimulationRun run = scenario.Begin(seed);
        Instrument shares = run.Market.Directory[default(InstrumentId)];
        ParticipantId seller = new(1);
        run.Market.RunUntil(Timestamp.Zero + Duration.FromSeconds(1.5 * 86_400));
        double left = (double)(run.Market.InventoryOf(seller, default) * shares.LotSize);
        run.Market.RunUntil(run.End);
        double proceeds = (double)shares.ToCurrency(run.Market.CashOf(seller));
        return (50_000_000 - proceeds, left);
    }

    /// <summary>With as many quotes as its largest slice can take.</summary>
    static ReferenceScenario Scenario(string lambda, IReadOnlyList<string> changes) => new("almgren-chriss",
        ["agents.0.linear-impact-dealers.steps=120", $"agents.1.shortfall-orders.risk-aversion={lambda}", .. changes]);
}
