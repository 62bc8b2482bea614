using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>What the manifest of a run says, from the start and in the end.</summary>
static class RunManifest
{
    /// <summary>Makes the folder of a run that begins.</summary>
    /// <param name="path">Where the user wants it; null for a new one below <c>runs/</c>.</param>
    /// <param name="name">What the run is called.</param>
    /// <param name="seed">Null if there is no chance in it.</param>
    /// <param name="command">What makes it once more.</param>
    /// <param name="configuration">Everything else that determines it.</param>
    public static RunFolder Begin(string? path, string name, ulong? seed, string command, string configuration) =>
        RunFolder.Create(path ?? RunPaths.New(name), new()
        {
            ["name"] = name,
            ["seed"] = seed,
            ["command"] = command,
            ["configuration"] = configuration,
            ["configurationHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration))),
            ["version"] = RunOutput.Version,
            ["runtime"] = $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}",
            ["started"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        });

    /// <summary>Says what a market run has become, and ends its folder.</summary>
    /// <param name="folder">The run's.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="events">All of them.</param>
    /// <param name="facts">What else there is to say.</param>
    /// <param name="wall">How long it took.</param>
    /// <param name="peakMemory">In MiB; null where the process did other runs too.</param>
    public static void End(
        RunFolder folder, RunStatus status, EventHashSink events, JsonObject facts, TimeSpan wall,
        long? peakMemory = null)
    {
        JsonObject manifest = folder.Manifest;
        manifest["events"] = events.Events;
        manifest["eventsHash"] = events.CurrentHash();
        foreach ((string name, JsonNode? value) in facts)
            manifest[name] = value?.DeepClone();

        manifest["wallSeconds"] = Math.Round(wall.TotalSeconds, 3);
        if (peakMemory is { } mebibytes)
            manifest["peakMemoryMiB"] = mebibytes;
        manifest["ended"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        folder.End(status);
    }
}
