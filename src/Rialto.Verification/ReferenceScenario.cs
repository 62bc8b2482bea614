using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;

namespace Rialto.Verification;

/// <summary>A scenario that ships in <c>scenarios/reference</c>, with values changed as <c>--set</c> does.</summary>
sealed class ReferenceScenario
{
    readonly Lazy<Scenario> _scenario;

    /// <param name="name">The file's name without its extension.</param>
    /// <param name="assignments">Changes, each <c>path=value</c>.</param>
    public ReferenceScenario(string name, params IReadOnlyList<string> assignments) =>
        _scenario = new Lazy<Scenario>(() => Read(name, assignments));

    /// <summary>Builds the market, and adds the listeners to it.</summary>
    public SimulationRun Begin(ulong seed, params IReadOnlyList<IMarketListener> listeners)
    {
        SimulationRun run = new(_scenario.Value, seed);
        foreach (IMarketListener listener in listeners)
            run.Market.Add(listener);

        return run;
    }

    /// <summary>Runs it to its end.</summary>
    public Market Run(ulong seed, params IReadOnlyList<IMarketListener> listeners) => End(seed, listeners).Market;

    /// <summary>Runs it to its end, and gives the whole run.</summary>
    public SimulationRun End(ulong seed, params IReadOnlyList<IMarketListener> listeners)
    {
        SimulationRun run = Begin(seed, listeners);
        run.Market.RunUntil(run.End);
        run.Market.Close();
        return run.Market.StoppedAgents is [StoppedAgent first, ..]
            ? throw new InvalidOperationException(
                $"An agent of {_scenario.Value.Name} threw: {first.Fault.Message}", first.Fault)
            : run;
    }

    static Scenario Read(string name, IReadOnlyList<string> assignments)
    {
        using Stream stream = typeof(ReferenceScenario).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no reference scenario '{name}'.");
        using StreamReader reader = new(stream);
        MapNode document = YamlDocument.Read(reader.ReadToEnd(), $"scenarios/reference/{name}.yaml");
        foreach (string assignment in assignments)
            Override.Apply(document, assignment);

        return new ScenarioReader(new AgentKinds()).Read(document, ".");
    }
}
