using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rialto.Sinks;

/// <summary>Lists the runs that are kept under a directory.</summary>
public static class RunCatalog
{
    static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>
    /// Every folder with a manifest, by path; also those whose manifest cannot be read, with the problem.
    /// </summary>
    /// <param name="root">A directory that is missing holds no runs.</param>
    public static IReadOnlyList<RunSummary> List(string root)
    {
        if (!Directory.Exists(root))
            return [];

        return
        [
            .. Directory.EnumerateFiles(root, RunFolder.ManifestName, Everywhere)
                .Select(file => Read(root, file))
                .OrderBy(run => run.Path, StringComparer.Ordinal),
        ];
    }

    static RunSummary Read(string root, string file)
    {
        string path = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
        try
        {
            using FileStream stream = File.OpenRead(file);
            return JsonNode.Parse(stream) is JsonObject manifest
                ? Summarize(path, manifest)
                : Unreadable(path, "the manifest is not an object");
        }
        catch (JsonException broken)
        {
            return Unreadable(path, $"the manifest is not JSON: line {(broken.LineNumber ?? 0) + 1}");
        }
        catch (ArgumentException)
        {
            return Unreadable(path, "the manifest names a key twice");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, refused.Message);
        }
    }

    static RunSummary Summarize(string path, JsonObject manifest) => new(
        path,
        TextOf(manifest, "name"),
        TextOf(manifest, "status"),
        NumberOf<ulong>(manifest, "seed"),
        NumberOf<long>(manifest, "events"),
        NumberOf<double>(manifest, "wallSeconds"),
        DateTimeOffset.TryParse(
            TextOf(manifest, "started"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset at)
            ? at
            : null,
        Problem: null);

    static RunSummary Unreadable(string path, string problem) => new(path, null, null, null, null, null, null, problem);

    /// <summary>The value as text, whether it was written as text or as a number.</summary>
    static string? TextOf(JsonObject manifest, string key) =>
        manifest.TryGetPropertyValue(key, out JsonNode? value) && value is JsonValue ? value.ToString() : null;

    static T? NumberOf<T>(JsonObject manifest, string key)
        where T : struct, ISpanParsable<T> =>
        T.TryParse(TextOf(manifest, key), CultureInfo.InvariantCulture, out T number) ? number : null;
}
