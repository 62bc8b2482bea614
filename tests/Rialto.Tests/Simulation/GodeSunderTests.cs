using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// The shipped markets of Gode and Sunder (J. Political Economy 101(1), 1993): with a budget constraint traders without
/// intelligence realise nearly all gains from trade; without it every unit trades, and the efficiency is arithmetic.
/// </summary>
public sealed class GodeSunderTests
{
    [Theory]
    [InlineData(1, 99.86, 90.00)]
    [InlineData(2, 99.77, 90.00)]
    [InlineData(4, 99.53, 48.78)]
    public void A_budget_constraint_makes_efficiency(int market, double constrained, double unconstrained)
    {
        SimulationRun run = ScenarioRun.Run(
            ScenarioRun.Read(Repository.PathOf($"scenarios/reference/gode-sunder-{market}.yaml")), 1);
        Assert.Empty(run.Market.StoppedAgents);

        InducedOutcome with = OutcomeOf(run, 0);
        Assert.Equal(50, with.Periods.Count);
        // The standard error of 50 periods is 0.03 to 0.09.
        Assert.InRange(with.Efficiency!.Value, constrained - 0.3, constrained + 0.3);
        Assert.All(OutcomeOf(run, 1).Periods, period => Assert.Equal(unconstrained, period.Efficiency!.Value, 0.005));
    }

    static InducedOutcome OutcomeOf(SimulationRun run, short venue) =>
        InducedOutcome.Of(run.Ledgers.Where(ledger => ledger.Home.Venue == new VenueId(venue)))!;
}
