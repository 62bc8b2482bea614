using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// How far a mean-reverting value strays, and how long it remembers, seen at the midpoint of who quotes around it.
/// </summary>
/// <remarks>var(Vₜ) = σ²/2κ (1 − e^(−2κt)), corr(Vₜ, Vₜ₊ₐ) → e^(−κa), with κ = 0.1 / s and σ = 1 / √s.</remarks>
sealed class OrnsteinUhlenbeck(params IReadOnlyList<string> changes) : Check
{
    const int Paths = 300;

    static readonly double[] Times = [5, 60, 70];

    readonly ReferenceScenario _scenario = new("ornstein-uhlenbeck", changes);

    public OrnsteinUhlenbeck()
        : this([])
    {
    }

    public override string Name => "ornstein-uhlenbeck";

    public override string Source => "Uhlenbeck and Ornstein, Physical Review 36, 1930";

    public override string Method => "A quoter around a mean-reverting value; moments of its midpoint over many runs.";

    public override string Mechanism => "the value reverts at 0.1 / s; broken: at 0.05 / s";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("variance after 5 s", 3.16060, 0.16, "5 %: some thousand paths"),
        new("variance after 60 s", 4.99997, 0.25, "5 %: some thousand paths"),
        new("correlation 10 s apart", 0.36788, 0.03, "some thousand paths"),
    ];

    public override Check Broken => new OrnsteinUhlenbeck("values.XYZ.mean-reverting.reversion=0.05 / s");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 40 : 400;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        double[][] paths = [.. Enumerable.Range(0, Paths).Select(path => Path((seed * Paths) + (ulong)path))];
        double after60 = paths.Average(path => path[1] * path[1]);
        double after70 = paths.Average(path => path[2] * path[2]);
        double product = paths.Average(path => path[1] * path[2]);
        return [paths.Average(path => path[0] * path[0]), after60, product / Math.Sqrt(after60 * after70)];
    }

    /// <summary>The midpoint at three times, less the mean.</summary>
    double[] Path(ulong seed)
    {
        SimulationRun run = _scenario.Begin(seed);
        return [.. Times.Select(seconds => MidpointAt(run, seconds) - 100)];
    }

    static double MidpointAt(SimulationRun run, double seconds)
    {
        run.Market.RunUntil(Timestamp.Zero + Duration.FromSeconds(seconds));
        DisplayedBook book = run.Market.DisplayedBook(default);
        return (book.Best(Side.Buy)!.Value.Price.Ticks + book.Best(Side.Sell)!.Value.Price.Ticks) / 200.0;
    }
}
