using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Tests.House;

namespace Rialto.Tests.Simulation;

/// <summary>
/// Smith's symmetric market (J. Political Economy 70(2), 1962): prices come near to equilibrium from period to period
/// where traders learn, and stay where they are where they do not.
/// </summary>
public sealed class SmithTests
{
    static readonly Lazy<SimulationRun> Learners = new(() =>
        ScenarioRun.Run(ScenarioRun.Read(Repository.PathOf("scenarios/reference/smith-convergence.yaml")), 1));

    [Theory]
    [InlineData("zip")]
    [InlineData("gd")]
    [InlineData("gdx")]
    [InlineData("aa")]
    public void Learners_converge(string room)
    {
        InducedOutcome outcome = OutcomeOf(Learners.Value, room);
        Assert.Equal(5, outcome.Periods.Count);
        Assert.InRange(outcome.Periods[^1].Alpha!.Value, 0, 5);
        Assert.InRange(outcome.Efficiency!.Value, 94, 100);
        Assert.All(outcome.Periods, period =>
            Assert.Equal((200.0, 6), (period.Equilibrium!.Value.Price, period.Equilibrium.Value.Units)));
    }

    [Fact]
    public void Traders_without_intelligence_do_not()
    {
        SimulationRun run = ScenarioRun.Run(
            ScenarioRun.Read(Repository.PathOf("scenarios/reference/smith-zero-intelligence.yaml")), 1);
        InducedOutcome constrained = OutcomeOf(run, "zi-c");
        Assert.InRange(constrained.Alpha!.Value, 18, 22.5); // 20.2, 96.33 and 6.10 in the long run.
        Assert.InRange(constrained.Efficiency!.Value, 95, 97.7);
        Assert.InRange(constrained.TradesPerPeriod!.Value, 5.9, 6.3);
        Assert.All(OutcomeOf(run, "zi-u").Periods, period =>
            Assert.Equal((11, 0.0), (period.Trades, period.Efficiency)));
    }

    static InducedOutcome OutcomeOf(SimulationRun run, string room)
    {
        Assert.Empty(run.Market.StoppedAgents);
        return InducedOutcome.Of(run.Ledgers.Where(ledger => run.Market.Directory[ledger.Home.Venue] == room))!;
    }
}
