using Rialto.Simulation;

namespace Rialto.Tests.Simulation;

/// <summary>A scenario that is as it should be, to change one thing in, and ways to read it.</summary>
static class ScenarioText
{
    public const string Good =
        """
        name: two-markets
        duration: 10 s
        seed: 7
        instruments:
          XYZ: { tick: 0.01, lot: 1 }
        venues:
          focal: { institution: continuous, ties: arrival }
          external: { institution: { batch: 2 s } }
        values:
          XYZ: { path: [[0 s, 100], [5 s, 90]] }
        agents:
          - investors: { venue: focal, rate: 10 / s, offset: 1, deviation: 1.2, grid: 1, lifetime: 7 s }
          - random-traders: { venue: external, count: 3, sleep: 1 s, opening: 10 }
          - elo: { venue: focal, watch: external, grid: 1, count: 2, schedule: [[3 s, 1, slow, 1, 0.1, 0.5]] }
        record: [events, trades]
        """;

    public static Scenario Read(string text, params ReadOnlySpan<string> assignments) =>
        Read(text, new AgentKinds(), assignments);

    public static Scenario Read(string text, AgentKinds kinds, params ReadOnlySpan<string> assignments)
    {
        MapNode document = YamlDocument.Read(text, "scenario.yaml");
        foreach (string assignment in assignments)
            Override.Apply(document, assignment);

        return new ScenarioReader(kinds).Read(document, AppContext.BaseDirectory);
    }

    /// <summary>The good scenario with one part, which is there exactly once, replaced.</summary>
    public static string With(string part, string replacement)
    {
        Assert.Equal(2, Good.Split(part).Length);
        return Good.Replace(part, replacement, StringComparison.Ordinal);
    }
}
