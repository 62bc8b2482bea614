namespace Rialto.Verification;

/// <summary>
/// How much of the gains from trade traders without intelligence realise, with and without a budget constraint.
/// </summary>
/// <remarks>
/// Published for ZI-C: 99.9, 99.2 and 98.2 % in periods of unknown length; here periods have 2 000 shouts, for which
/// the numbers were computed independently, to 0.04. Without the constraint every unit trades, and the number is
/// arithmetic.
/// </remarks>
sealed class GodeSunder(bool isConstrained) : Check
{
    static readonly int[] Markets = [1, 2, 4];

    readonly ReferenceScenario[] _scenarios =
        [.. Markets.Select(market => new ReferenceScenario($"gode-sunder-{market}", "duration=1000s"))];

    public override string Name => "gode-sunder";

    public override string Source => "Gode and Sunder, J. Political Economy 101(1), 1993, table 2";

    public override string Method =>
        "Six buyers and six sellers with induced values shout random prices at which they do not lose; surplus of each "
            + "period by the greatest possible.";

    public override string Mechanism => "the budget constraint; broken: traders shout any price";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("efficiency of market 1, ZI-C", 99.86, 0.2, "published 99.9; four standard errors of the quick run"),
        new(
            "efficiency of market 2, ZI-C", 99.77, 0.2,
            "published 99.2 for other periods; four standard errors of the quick run"),
        new(
            "efficiency of market 4, ZI-C", 99.53, 0.3,
            "published 98.2 for other periods; four standard errors of the quick run"),
    ];

    public override Check Broken => new GodeSunder(isConstrained: false);

    public override int Replications(Effort effort) => effort == Effort.Quick ? 12 : 60;

    public override IReadOnlyList<double> Observe(ulong seed) =>
        [.. _scenarios.Select(scenario =>
            InducedRoom.Outcome(
                scenario.End(seed), isConstrained ? "constrained" : "unconstrained").Efficiency!.Value)];
}
