using System.Text.Json.Nodes;

namespace Rialto.Sinks;

/// <summary>How one of many runs went: a line of their ledger.</summary>
/// <param name="Run">The hash of the run's configuration.</param>
/// <param name="Engine">The hash of the programs that executed it.</param>
/// <param name="Status">Complete or failed.</param>
/// <param name="EventsHash">The SHA-256 of its events; null if it failed.</param>
/// <param name="WallSeconds">How long it took, in seconds of the wall clock.</param>
/// <param name="Measures">
/// Its numbers by their paths in <c>metrics.json</c>, in that order; null where it says nothing.
/// </param>
/// <param name="Reason">Why it failed.</param>
public sealed record RunOutcome(
    string Run, string Engine, RunStatus Status, ulong Seed, long Events, string? EventsHash, double WallSeconds,
    IReadOnlyList<KeyValuePair<string, double?>> Measures, string? Reason)
{
    internal JsonObject ToJson()
    {
        JsonObject measures = [];
        foreach ((string path, double? value) in Measures)
            measures[path] = value;

        JsonObject line = new()
        {
            ["run"] = Run, ["engine"] = Engine, ["status"] = Words<RunStatus>.All[
                (int)Status], ["seed"] = Seed, ["events"] = Events,
            ["eventsHash"] = EventsHash, ["wallSeconds"] = Math.Round(WallSeconds, 3), ["measures"] = measures,
        };
        if (Reason is not null)
            line["reason"] = Reason;

        return line;
    }

    /// <returns>Null if it is not a line that <see cref="ToJson"/> made.</returns>
    internal static RunOutcome? OfJson(JsonNode? node)
    {
        try
        {
            return node is JsonObject line && line["measures"] is JsonObject measures
                ? new(
                    line["run"]!.GetValue<string>(), line["engine"]!.GetValue<string>(),
                    Word(line["status"]!.GetValue<string>()), line["seed"]!.GetValue<ulong>(),
                    line["events"]!.GetValue<long>(), line["eventsHash"]?.GetValue<string>(),
                    line["wallSeconds"]!.GetValue<double>(),
                    [.. measures.Select(one =>
                        KeyValuePair.Create(string.Intern(one.Key), one.Value?.GetValue<double>()))],
                    line["reason"]?.GetValue<string>())
                : null;
        }
        catch (Exception other)
            when (other is InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            return null;
        }
    }

    static RunStatus Word(string word) =>
        Enum.GetValues<RunStatus>().Where(status => Words<RunStatus>.All[(int)status] == word).Cast<RunStatus?>()
            .FirstOrDefault()
        ?? throw new FormatException(word);
}
