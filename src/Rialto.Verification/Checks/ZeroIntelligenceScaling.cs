using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>The spread and the size of an order book of random flow, by the one number that they depend on.</summary>
/// <remarks>
/// The spread of the model is known from simulations only: those of the paper gave f(ε) = 0.28 + 1.86 ε^0.75, which
/// fits the middle of the range. Ours is compared with a direct one of the model, without a market in it, of 4·10⁵/μ
/// (standard errors 0.0005 to 0.0009). How many orders rest is exact: per side (αW − μ)/δ, because what comes in goes
/// out by a trade or a cancel.
/// </remarks>
sealed class ZeroIntelligenceScaling(params IReadOnlyList<string> changes) : Check
{
    const double Warming = 100;

    static readonly (double Epsilon, double Spread)[] Points = [(0.2, 0.7616), (0.1, 0.6299), (0.05, 0.5523)];

    readonly ReferenceScenario[] _scenarios =
    [
        .. Points.Select(point => new ReferenceScenario(
            "zero-intelligence-scaling",
            [Text($"agents.0.zero-intelligence-flows.lifetime={1 / point.Epsilon} s"), .. changes])),
    ];

    public ZeroIntelligenceScaling()
        : this([])
    {
    }

    public override string Name => "zero-intelligence-scaling";

    public override string Source =>
        "Daniels, Farmer, Gillemot, Iori and Smith, Physical Review Letters 90, 108102, 2003";

    public override string Method =>
        "Poisson limit orders, market orders and cancels in a continuous double auction; mean spread over time, mean "
            + "number of orders.";

    public override string Mechanism => "orders trade as they meet; broken: they wait for a batch every 5 s";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Points.Select(point => new Claim(
            Text($"spread, eps {point.Epsilon}"), point.Spread, 0.02 * point.Spread,
            "2 %: a tick is 1 % of the unit of price, as in the reference")),
        .. Points.Select(point => new Claim(
            Text($"orders resting, eps {point.Epsilon}"), 18 / point.Epsilon, 0.02 * 18 / point.Epsilon,
            "2 %: an exact mean, seen for a finite time")),
    ];

    public override Check Broken => new ZeroIntelligenceScaling("venues.exchange.institution.batch=5 s");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 10 : 60;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        double[] spreads = new double[Points.Length];
        double[] orders = new double[Points.Length];
        for (int i = 0; i < Points.Length; i++)
            (spreads[i], orders[i]) = Run(_scenarios[i], Points[i].Epsilon, seed);

        return [.. spreads, .. orders];
    }

    static (double Spread, double Orders) Run(ReferenceScenario scenario, double epsilon, ulong seed)
    {
        double step = 0.5 / epsilon;
        Timestamp warm = Timestamp.Zero + Duration.FromSeconds(Warming);
        SpreadMeter spread = new(warm);
        Simulation.SimulationRun run = scenario.Begin(seed, spread);
        double orders = 0;
        int samples = 0;
        for (Timestamp at = warm; at <= run.End; at += Duration.FromSeconds(step), samples++)
        {
            run.Market.RunUntil(at);
            orders += OrdersIn(run.Market);
        }

        return (spread.Mean(run.End) / 100, orders / samples);
    }

    static int OrdersIn(Market market)
    {
        Listing listing = default;
        return market.Levels(listing, Side.Buy).Sum(level => level.Orders) + market.Levels(listing, Side.Sell)
            .Sum(level => level.Orders);
    }

    static string Text(FormattableString text) => FormattableString.Invariant(text);
}
