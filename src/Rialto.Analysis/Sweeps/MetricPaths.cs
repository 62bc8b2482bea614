using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rialto.Analysis;

/// <summary>
/// The numbers of <c>metrics.json</c> by their paths, for example <c>listings.focal.XYZ.spreadMeanTicks</c>.
/// </summary>
public static class MetricPaths
{
    /// <summary>A longer list is a curve, not a handful of measures.</summary>
    const int MostOfList = 32;

    /// <summary>Every number and every absent number, in the order in which they stand.</summary>
    public static IReadOnlyList<KeyValuePair<string, double?>> Of(JsonObject metrics)
    {
        List<KeyValuePair<string, double?>> numbers = [];
        Collect(metrics, "", numbers);
        return numbers;
    }

    /// <summary>Whether a path is called so by somebody: as a whole, or by its last parts.</summary>
    public static bool IsCalled(string path, string name) =>
        path == name || path.EndsWith("." + name, StringComparison.Ordinal);

    static void Collect(JsonNode? node, string path, List<KeyValuePair<string, double?>> numbers)
    {
        switch (node)
        {
            case JsonObject section:
                foreach ((string key, JsonNode? value) in section)
                    Collect(value, path.Length == 0 ? key : $"{path}.{key}", numbers);
                break;
            case JsonArray { Count: <= MostOfList } list:
                for (int i = 0; i < list.Count; i++)
                    Collect(list[i], $"{path}.{i}", numbers);
                break;
            case null:
                numbers.Add(new(string.Intern(path), null));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                numbers.Add(new(string.Intern(path), value.Deserialize<double>())); // The same few paths in every run.
                break;
        }
    }
}
