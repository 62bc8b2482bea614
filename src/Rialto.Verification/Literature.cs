namespace Rialto.Verification;

/// <summary>All checks, in the order in which they are shown.</summary>
public static class Literature
{
    public static IReadOnlyList<Check> Checks { get; } =
    [
        new GodeSunder(isConstrained: true),
        new GodeSunderUnconstrained(isConstrained: false),
        new SmithZeroIntelligence(isConstrained: true),
        new SmithConvergence(areLearning: true),
        new ZeroIntelligenceScaling(),
        new ContStoikovTalreja(),
        new ContDeLarrard(),
        new Kyle(),
        new GlostenMilgrom(),
        new Roll(),
        new BudishCramtonShim(),
        new SpeedRace(),
        new AvellanedaStoikovTable(),
        new AlmgrenChriss(),
        new OrnsteinUhlenbeck(),
        new HawkesBursts(),
        new CallAuction(),
        new Conservation(),
    ];
}
