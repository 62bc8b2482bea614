using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>The folder of a run that has ended: what it was, and what it kept.</summary>
sealed class KeptRun
{
    /// <exception cref="RunFolderException">There is no run in the folder that could be executed again.</exception>
    public KeptRun(string folder)
    {
        Folder = folder;
        string path = Path.Combine(folder, RunFolder.ManifestName);
        try
        {
            Manifest = JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw Unusable("its manifest is not an object");
            Configuration = File.ReadAllText(Path.Combine(folder, RunInputs.ScenarioName));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw Unusable("expected the folder of a simulated run, with manifest.json and scenario.yaml");
        }
        catch (JsonException)
        {
            throw Unusable("its manifest is not JSON");
        }

        Seed = ulong.TryParse(
            Manifest["seed"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw Unusable("its manifest has no seed");
    }

    public string Folder { get; }

    public JsonObject Manifest { get; }

    public string Name => Manifest["name"]?.ToString() ?? "run";

    public ulong Seed { get; }

    /// <summary>The effective scenario, as text.</summary>
    public string Configuration { get; }

    public string? EventsHash => Manifest["eventsHash"]?.ToString();

    public bool HasJournal => File.Exists(JournalPath);

    string JournalPath => Path.Combine(Folder, RunInputs.JournalName);

    public JournalReader OpenJournal() => new(File.OpenRead(JournalPath));

    /// <summary>What the run was at evenly spaced times; nothing if it did not keep that.</summary>
    public IReadOnlyList<Checkpoint> KeptCheckpoints =>
        File.Exists(Path.Combine(Folder, Checkpoint.FileName))
            ? Checkpoint.Read(Path.Combine(Folder, Checkpoint.FileName))
            : [];

    /// <summary>What the run was at evenly spaced times up to one, and at that one if it kept its journal.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints(Timestamp at)
    {
        List<Checkpoint> checkpoints = [.. KeptCheckpoints.Where(checkpoint => checkpoint.At <= at)];
        if (HasJournal)
        {
            using JournalReader journal = OpenJournal();
            if (Checkpoint.Of(journal, at) is { } exact)
                checkpoints.Add(exact);
        }

        return checkpoints.Count > 0
            ? checkpoints
            : throw Unusable(
                "it kept neither checkpoints nor a journal up to that time, so nothing can be proven of it");
    }

    RunFolderException Unusable(string why) => new($"{Folder}: {why}.");
}
