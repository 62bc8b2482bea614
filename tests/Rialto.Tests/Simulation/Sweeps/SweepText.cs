using Rialto.Simulation;

namespace Rialto.Tests.Simulation.Sweeps;

/// <summary>A small sweep that can be read, and others made of it.</summary>
static class SweepText
{
    public const string Good = """
        name: small
        scenario:
          name: market
          duration: 1 s
          instruments: { XYZ: { tick: 0.01 } }
          venues: { focal: { institution: continuous } }
          agents:
            - random-traders: { count: 2, cash: 100, sleep: 10 ms, opening: 10 }
        parameters:
          agents.random-traders.sleep: [10 ms, 100 ms]
          venues.focal.institution: [continuous, { batch: 500 ms }]
        seeds: 1..3

        """;

    public static Sweep Read(string text) =>
        new SweepReader(new AgentKinds()).Read(YamlDocument.Read(text, "sweep.yaml"), ".");

    /// <summary>The good sweep with other parameters.</summary>
    public static Sweep With(string parameters) =>
        Read(Good[..Good.IndexOf("parameters:", StringComparison.Ordinal)] + parameters + "\nseeds: 1..3\n");

    /// <summary>The labels of each cell's values.</summary>
    public static IEnumerable<string> CellsOf(Sweep sweep) =>
        sweep.Cells.Select(cell => string.Join(" | ", cell.Values.Select(value => value.Label)));
}
