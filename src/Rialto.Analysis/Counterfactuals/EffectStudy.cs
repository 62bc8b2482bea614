using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// What an intervention does to a market, from paired replications of what comes after a branch point.
/// </summary>
/// <param name="Branch">The branch point.</param>
/// <param name="Times">At which the paths are given; the first is the branch point.</param>
/// <param name="Replications">How many pairs.</param>
/// <param name="Interventions">What was done, in the words of the scenario.</param>
/// <param name="Listings">The effect on each.</param>
public sealed record EffectStudy(
    Timestamp Branch, IReadOnlyList<Timestamp> Times, int Replications, IReadOnlyList<string> Interventions,
    IReadOnlyList<ListingEffect> Listings)
{
    /// <summary>The midpoints of the run before the branch point, by listing, in currency.</summary>
    public IReadOnlyList<IReadOnlyList<(Timestamp At, double? Midpoint)>> Before { get; init; } = [];

    /// <summary>
    /// The measures of every listing: without, with, and the effect with its standard error and interval.
    /// </summary>
    public JsonArray ToJson() => [.. Listings.Select(listing => (JsonNode)new JsonObject
    {
        ["listing"] = listing.Name,
        ["measures"] = new JsonArray([.. listing.Measures.Select(measure => (JsonNode)new JsonObject
        {
            ["name"] = measure.Name,
            ["unit"] = measure.Unit,
            ["pairs"] = measure.Value.Effect?.Count ?? 0,
            ["without"] = measure.Value.Without?.Mean,
            ["with"] = measure.Value.With?.Mean,
            ["effect"] = measure.Value.Effect?.Mean,
            ["standardError"] = measure.Value.Effect?.StandardError,
            ["low"] = measure.Value.Effect?.Low,
            ["high"] = measure.Value.Effect?.High,
            ["saving"] = measure.Value.Saving,
        })]),
    })];

    /// <summary>Writes every path as a table: a row for each listing and time.</summary>
    public void WriteCsv(TextWriter writer)
    {
        string[] quantities = ["midpoint", "spread", "volume"];
        writer.Write("listing,seconds,since_branch," + string.Join(',', quantities.Select(
            name => $"{name}_without,{name}_with,{name}_effect,{name}_effect_se,{name}_pairs")) + "\n");
        foreach (ListingEffect listing in Listings)
        {
            for (int i = 0; i < Times.Count; i++)
            {
                writer.Write($"{listing.Name},{Seconds(Times[i] - Timestamp.Zero)},{Seconds(Times[i] - Branch)}");
                foreach (PairedSeries series in (ReadOnlySpan<PairedSeries>)[
                    listing.Midpoint, listing.Spread, listing.Volume])
                {
                    writer.Write($",{Text(series.Without[i]?.Mean)},{Text(series.With[i]?.Mean)},"
                        + $"{Text(series.Effect[i]?.Mean)},");
                    writer.Write($"{Text(series.Effect[i]?.StandardError)},{series.Effect[i]?.Count ?? 0}");
                }

                writer.Write("\n");
            }
        }
    }

    static string Seconds(Duration span) =>
        (span.Nanoseconds / 1e9m).ToString("0.#########", CultureInfo.InvariantCulture);

    static string Text(double? number) => number?.ToString("G10", CultureInfo.InvariantCulture) ?? "";
}
