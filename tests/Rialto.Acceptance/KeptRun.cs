using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Rialto.Acceptance;

/// <summary>The folder that a run left behind.</summary>
sealed class KeptRun(string folder)
{
    /// <summary>They tell when and for how long it ran.</summary>
    static readonly string[] OfTheHour = ["manifest.json", "log.jsonl"];

    public JsonObject Manifest => JsonNode.Parse(TextOf("manifest.json"))!.AsObject();

    public JsonObject Metrics => JsonNode.Parse(TextOf("metrics.json"))!.AsObject();

    public string Status => Manifest["status"]!.GetValue<string>();

    public string EventsHash => Manifest["eventsHash"]!.GetValue<string>();

    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    /// <summary>Each file with its SHA-256, but for those that know the wall clock.</summary>
    public IEnumerable<string> Content =>
        Files.Except(OfTheHour).Select(name =>
            $"{name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(name))))}");

    /// <summary>Runs a scenario and expects that it succeeds.</summary>
    public static KeptRun Of(string scenario, ulong seed, string folder)
    {
        Command.Rialto("simulate", scenario, "--seed", $"{seed}", "--out", folder).Succeed();
        return new KeptRun(folder);
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public string TextOf(string name) => File.ReadAllText(PathOf(name));

    public string[] LinesOf(string name) => File.ReadAllLines(PathOf(name));

    /// <summary>Every table ends with a whole row, and every row has as many columns as the first.</summary>
    public void HasWholeTables()
    {
        foreach (string name in Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            Assert.EndsWith("\n", TextOf(name), StringComparison.Ordinal);
            string[] lines = LinesOf(name);
            int columns = lines[0].Count(letter => letter == ',');
            Assert.True(
                lines[^1].Count(letter => letter == ',') == columns,
                $"{name} ends with '{lines[^1]}', expected the columns {lines[0]}");
        }
    }
}
