using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Tests.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>Small markets with induced values, as scenarios.</summary>
static class InducedMarket
{
    /// <summary>A market of these groups, one of whose periods is ten seconds long.</summary>
    public static string Of(string duration, params ReadOnlySpan<string> groups)
    {
        List<string> lines = [];
        foreach (string group in groups)
            lines.Add("  - " + group);

        return $$"""
            name: induced
            duration: {{duration}}
            instruments:
              UNIT: { tick: 1, lot: 1 }
            venues:
              room: { institution: continuous }
            agents:
            {{string.Join('\n', lines)}}
            """;
    }

    public static SimulationRun Run(string text, ulong seed = 1, params ReadOnlySpan<IMarketListener> listeners)
    {
        SimulationRun run = ScenarioRun.Run(ScenarioText.Read(text), seed, listeners);
        Assert.Empty(run.Market.StoppedAgents);
        return run;
    }

    /// <summary>Every order that a participant entered, as time and price.</summary>
    public sealed class Shouts(string participant) : IMarketListener
    {
        readonly List<string> _all = [];

        public IReadOnlyList<string> All => _all;

        public Market? Market { get; set; }

        public void OnStep(in Step step)
        {
            Request request = step.Input.Request;
            if (step.Input.Kind == InputKind.Request && request.Kind is RequestKind.Enter or RequestKind.Replace
                && Market!.Directory[request.Participant].Name == participant)
                _all.Add($"{step.Input.At} {request.Limit}");
        }
    }
}
