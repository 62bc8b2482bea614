namespace Rialto.Verification;

/// <summary>Without a budget constraint every unit trades, so that the efficiency of a market is arithmetic.</summary>
sealed class GodeSunderUnconstrained(bool isConstrained) : Check
{
    static readonly int[] Markets = [1, 2, 4];

    readonly ReferenceScenario[] _scenarios =
        [.. Markets.Select(market => new ReferenceScenario($"gode-sunder-{market}", "duration=1000s"))];

    public override string Name => "gode-sunder-unconstrained";

    public override string Source => "Gode and Sunder, J. Political Economy 101(1), 1993, table 2";

    public override string Method => "Six buyers and six sellers with induced values shout any price; surplus of each "
        + "period by the greatest possible.";

    public override string Mechanism => "no budget constraint; broken: there is one";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("efficiency of market 1, ZI-U", 90, 1e-9, "exact"),
        new("efficiency of market 2, ZI-U", 90, 1e-9, "exact"),
        new("efficiency of market 4, ZI-U", 48.78, 0.005, "exact; published to two decimals"),
    ];

    public override Check Broken => new GodeSunderUnconstrained(isConstrained: true);

    public override int Replications(Effort effort) => 2;

    public override IReadOnlyList<double> Observe(ulong seed) =>
        [.. _scenarios.Select(scenario =>
            InducedRoom.Outcome(
                scenario.End(seed), isConstrained ? "constrained" : "unconstrained").Efficiency!.Value)];
}
