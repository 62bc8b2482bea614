using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>Runs a market again, to see every order and trade of it.</summary>
/// <remarks>
/// A run's files hold what its scenario asked for, and no more; the same scenario and seed give the same events. So a
/// run is observed by running it again, which the hash of its events proves to be the same run.
/// </remarks>
static class ObservedRun
{
    /// <param name="path">A run's folder, or a scenario file.</param>
    /// <param name="kinds">The agents that there are.</param>
    /// <param name="stop">Asked between the slices of the run.</param>
    /// <param name="notes">Takes what the user must know.</param>
    /// <returns>Null if it was asked to stop.</returns>
    public static ObservedMarket? Of(string path, AgentKinds kinds, StopRequest stop, List<string> notes)
    {
        bool isFolder = Directory.Exists(path);
        string file = isFolder ? Path.Combine(path, RunInputs.ScenarioName) : path;
        if (!File.Exists(file))
        {
            throw new RunFolderException(isFolder
                ? $"{path}: there is no scenario.yaml in this folder, so the run cannot be run again. A replayed tape "
                    + $"is given by --tape."
                : $"{path}: there is no such folder or file.");
        }

        Scenario scenario = new ScenarioReader(kinds).ReadFile(file, []);
        SimulationRun run = new(scenario, scenario.Seed);
        FactsRecord record = new(run.Setup.Directory, new Horizon(Timestamp.Zero, run.End));
        using EventHashSink hash = new();
        run.Market.ShowsAgents = SimulateCommand.ShowsAgents(scenario);
        run.Market.Add(record);
        run.Market.Add(hash);
        Screen.Watch(run, stop);
        if (stop.IsAsked)
            return null;

        run.Market.Close();
        if (isFolder && RecordedHash(path) is { } recorded && recorded != hash.CurrentHash())
        {
            notes.Add($"{path}: run again, it gave other events than it recorded; it was stopped early, or made by "
                + $"another version.");
        }

        string seed = "seed " + scenario.Seed.ToString(CultureInfo.InvariantCulture);
        return new($"{scenario.Name} · {seed}", "simulated", IsTape: false, HasSides: true, record);
    }

    static string? RecordedHash(string folder)
    {
        try
        {
            using FileStream manifest = File.OpenRead(Path.Combine(folder, RunFolder.ManifestName));
            return JsonNode.Parse(manifest)?["eventsHash"]?.ToString();
        }
        catch (Exception unreadable) when (
            unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
