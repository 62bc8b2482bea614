using Rialto.Journal;
using Rialto.Simulation;

namespace Rialto.Tests.Simulation;

/// <summary>Runs scenarios to their end.</summary>
static class ScenarioRun
{
    public static SimulationRun Run(Scenario scenario, ulong seed, params ReadOnlySpan<IMarketListener> listeners)
    {
        SimulationRun run = new(scenario, seed);
        run.Market.ShowsAgents = true;
        foreach (IMarketListener listener in listeners)
            run.Market.Add(listener);
        while (run.Advance())
        {
        }

        return run;
    }

    public static ulong Hash(Scenario scenario, ulong seed)
    {
        SimulationRun run = Run(scenario, seed);
        Assert.Empty(run.Market.StoppedAgents);
        Assert.True(run.Market.Steps > 0);
        return run.Market.Hash;
    }

    public static Scenario Read(string path, params IReadOnlyList<string> assignments) =>
        new ScenarioReader(new AgentKinds()).ReadFile(path, assignments);
}
