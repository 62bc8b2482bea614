using Rialto.Simulation;
using Rialto.Tests.House;

namespace Rialto.Tests.Simulation;

/// <summary>The shipped scenarios of laboratory traders run, and somebody trades.</summary>
public sealed class ClassicalScenarioTests
{
    [Theory]
    [InlineData("agents/zero-intelligence-unconstrained")]
    [InlineData("agents/zero-intelligence-constrained")]
    [InlineData("agents/zero-intelligence-plus")]
    [InlineData("agents/gjerstad-dickhaut")]
    [InlineData("agents/gjerstad-dickhaut-extended")]
    [InlineData("agents/adaptive-aggressive")]
    [InlineData("agents/parameterised-response")]
    [InlineData("agents/giveaways")]
    [InlineData("agents/shavers")]
    [InlineData("agents/snipers")]
    [InlineData("agents/proprietary-traders")]
    [InlineData("reference/bse", "duration=60s")]
    public void It_runs(string name, params string[] changes)
    {
        SimulationRun run = ScenarioRun.Run(ScenarioRun.Read(Repository.PathOf($"scenarios/{name}.yaml"), changes), 1);

        Assert.Empty(run.Market.StoppedAgents);
        Assert.True(run.Ledgers.SelectMany(ledger => ledger.Units).Count(unit => unit.TradedAt is not null) >= 20);
    }
}
