using Rialto.Simulation;

namespace Rialto.Verification;

/// <summary>
/// The spread that pays for being sniped in a continuous market, and that in a batch auction nobody is.
/// </summary>
/// <remarks>
/// A trader must earn as much by quoting as by sniping: λ(investors) s/2 = λ(jumps) E[(J − s/2)⁺]. With equal rates and
/// exponential jumps of mean 1, s/2 = W(1) = 0.567143. Observed is where the two gains are equal: between two spreads,
/// by a straight line, whose bend costs less than 0.001.
/// </remarks>
sealed class BudishCramtonShim(params IReadOnlyList<string> changes) : Check
{
    const double Narrow = 0.52;
    const double Wide = 0.62;
    const double Unit = 10_000;

    readonly ReferenceScenario _narrow = Scenario(Narrow, changes);
    readonly ReferenceScenario _wide = Scenario(Wide, changes);
    readonly ReferenceScenario _batches = Scenario(Narrow, ["venues.exchange.institution.batch=10 ms", .. changes]);

    public BudishCramtonShim()
        : this([])
    {
    }

    public override string Name => "budish-cramton-shim";

    public override string Source => "Budish, Cramton and Shim, Quarterly J. Economics 130(4), 2015";

    public override string Method =>
        "One who quotes and two who snipe, equally fast, at exponential jumps, with investors; gains against the "
            + "value, in a continuous market and in batches.";

    public override string Mechanism => "a race of equals; broken: the cancel takes 30 ms, more than a batch";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("half spread, continuous", 0.567143, 0.02, "3 %: gains over some ten thousand jumps"),
        new("a sniper's share of the races it could win", 1.0 / 3, 0.02, "a share of some ten thousand races"),
        new(
            "a sniper's gain per jump, batches", 0, 0.005,
            "it may meet an investor of the same batch: one in a hundred does"),
    ];

    public override Check Broken => new BudishCramtonShim("agents.0.value-quoters.order-latency=30 ms");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 20 : 160;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        (double narrow, double share) = Race(_narrow, Narrow, seed);
        (double wide, _) = Race(_wide, Wide, seed);
        (_, _, double rent) = Run(_batches, seed);
        return [Narrow - (narrow * (Wide - Narrow) / (wide - narrow)), share, rent];
    }

    /// <returns>
    /// What quoting earns per second beyond what sniping does; and the races that one sniper wins, of those worth
    /// winning.
    /// </returns>
    static (double Advantage, double Share) Race(ReferenceScenario scenario, double halfSpread, ulong seed)
    {
        (double quoter, long snipes, double sniper) = Run(scenario, seed);
        double jumpsWorthARace = 2000 * Math.Exp(-halfSpread);
        return (quoter - sniper, snipes / 2.0 / jumpsWorthARace);
    }

    /// <returns>The quoter's gain per second, the snipers' trades, and the mean gain of a sniper per second.</returns>
    static (double Quoter, long Snipes, double Sniper) Run(ReferenceScenario scenario, ulong seed)
    {
        SimulationRun run = scenario.Begin(seed);
        GainsMeter gains = new(run.Setup.Values[0]!, 4);
        run.Market.Add(gains);
        run.Market.RunUntil(run.End);
        double seconds = run.End.Nanoseconds / 1e9;
        long snipes = gains.ExecutionsOf(new(1)) + gains.ExecutionsOf(new(2));
        double sniped = (gains.GainsOf(new(1)) + gains.GainsOf(new(2))) / 2.0;
        return (gains.GainsOf(new(0)) / Unit / seconds, snipes, sniped / Unit / seconds);
    }

    static ReferenceScenario Scenario(double halfSpread, IReadOnlyList<string> changes) => new("budish-cramton-shim",
        [FormattableString.Invariant($"agents.0.value-quoters.half-spread={halfSpread}"), .. changes]);
}
