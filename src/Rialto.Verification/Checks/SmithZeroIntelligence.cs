using Rialto.Analysis;

namespace Rialto.Verification;

/// <summary>What traders without intelligence make of Smith's symmetric market.</summary>
sealed class SmithZeroIntelligence(bool isConstrained) : Check
{
    readonly ReferenceScenario _scenario = new("smith-zero-intelligence");

    public override string Name => "smith-zero-intelligence";

    public override string Source =>
        "Cliff, Hewlett-Packard Laboratories HPL-97-91, 1997, on Smith, J. Political Economy 70(2), 1962";

    public override string Method => "Eleven ZI-C buyers and eleven sellers with a unit each; the mean of many periods "
        + "with about 2 000 shouts each.";

    public override string Mechanism => "the budget constraint; broken: traders shout any price";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("allocative efficiency, ZI-C", 96.33, 1, "computed independently, to 0.03; 1 % for the quick run"),
        new("trades per period, ZI-C", 6.10, 0.12, "2 % for the quick run"),
        new("Smith's alpha, ZI-C", 20.2, 1, "5 % for the quick run"),
    ];

    public override Check Broken => new SmithZeroIntelligence(isConstrained: false);

    public override int Replications(Effort effort) => effort == Effort.Quick ? 12 : 60;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        InducedOutcome outcome = InducedRoom.Outcome(_scenario.End(seed), isConstrained ? "zi-c" : "zi-u");
        return [outcome.Efficiency!.Value, outcome.TradesPerPeriod!.Value, outcome.Alpha!.Value];
    }
}
