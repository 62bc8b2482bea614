using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>Where a run is kept, and what its manifest says from the start.</summary>
static class RunManifest
{
    public static JsonObject Begin(string name, ulong? seed, string command, string configuration) => new()
    {
        ["name"] = name,
        ["seed"] = seed,
        ["command"] = command,
        ["configuration"] = configuration,
        ["configurationHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration))),
        ["version"] = RunOutput.Version,
        ["runtime"] = $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}",
        ["started"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>The folder that the user named, or a new one below <c>runs/</c>.</summary>
    public static RunFolder Folder(string? wanted, string name, JsonObject manifest)
    {
        if (wanted is not null)
            return RunFolder.Create(wanted, manifest);

        string stamp = DateTimeOffset.Now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        return RunFolder.Create(Path.Combine("runs", name, stamp), manifest);
    }

    /// <summary>An argument as a shell takes it.</summary>
    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:,".Contains(letter))
            ? argument
            : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
