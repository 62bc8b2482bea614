using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The measures of a run as JSON: what <c>metrics.json</c> holds.</summary>
/// <remarks>
/// <code>
/// { "horizonSeconds", "steps", "events", "trades", "agentStates",
///   "listings": { venue: { instrument: { measure: number or null } } },
///   "participants": { count, "byGroup": { group: { … } } },
///   "informationShares": { instrument: { venue: { lowest, highest } } } }
/// </code>
/// Keys keep their order. A group's fees are there if anybody paid any, information shares if two venues trade an
/// instrument. Prices are in currency, everything else is in the unit that its key ends with. Real numbers carry
/// twelve digits, so that the last bits of one machine's logarithm do not make a difference.
/// </remarks>
public static class Metrics
{
    public static JsonObject Of(RunRecord record)
    {
        record.Finish();
        JsonObject metrics = new()
        {
            ["horizonSeconds"] = Number(record.Horizon.Length.Seconds),
            ["steps"] = record.Steps,
            ["events"] = record.Events,
            ["trades"] = record.Trades,
            ["agentStates"] = record.AgentStates,
            ["listings"] = OfListings(record),
            ["participants"] = OfParticipants(record),
        };
        AddPriceDiscovery(record, metrics);
        return metrics;
    }

    /// <summary>For each instrument that two venues trade, the bounds of each venue's information share.</summary>
    static void AddPriceDiscovery(RunRecord record, JsonObject metrics)
    {
        JsonObject instruments = [];
        foreach (
            IGrouping<InstrumentId, ListingRecord> listings in record.Listings.GroupBy(one => one.Listing.Instrument))
        {
            if (listings.ToArray() is not [ListingRecord first, ListingRecord second])
                continue;

            (long First, long Second)[] both =
            [
                .. from pair in first.Samples.Zip(second.Samples)
                   where pair.First.HalfTicks.HasValue && pair.Second.HalfTicks.HasValue
                   select (pair.First.HalfTicks!.Value, pair.Second.HalfTicks!.Value),
            ];
            if (InformationShare.Of(
                [.. both.Select(pair => (double)pair.First)], [.. both.Select(pair => (double)pair.Second)])
                is not { } share)
                continue;

            instruments[record.Directory[listings.Key].Symbol] = new JsonObject
            {
                [record.Directory[first.Listing.Venue]] = Bounds(share.Lowest, share.Highest),
                [record.Directory[second.Listing.Venue]] = Bounds(1 - share.Highest, 1 - share.Lowest),
            };
        }

        if (instruments.Count > 0)
            metrics["informationShares"] = instruments;

        static JsonObject Bounds(double lowest, double highest) =>
            new() { ["lowest"] = Number(lowest), ["highest"] = Number(highest) };
    }

    static JsonObject OfListings(RunRecord record)
    {
        JsonObject venues = [];
        foreach (ListingRecord listing in record.Listings.OrderBy(listing => listing.Listing.Venue.Value))
        {
            string venue = record.Directory[listing.Listing.Venue];
            if (venues[venue] is not JsonObject instruments)
                venues[venue] = instruments = [];

            JsonObject measures = [];
            foreach (Measure measure in ListingMeasures.Of(listing, record.Directory, record.Horizon))
            {
                measures[measure.Key] =
                    measure.Format == MeasureFormat.Count ? (long?)measure.Value : Number(measure.Value);
            }

            instruments[record.Directory[listing.Listing.Instrument].Symbol] = measures;
        }

        return venues;
    }

    static JsonObject OfParticipants(RunRecord record)
    {
        JsonObject groups = [];
        foreach (GroupOutcome group in GroupOutcome.ByGroup(record))
        {
            JsonObject outcome = new()
            {
                ["count"] = group.Count,
                ["tradedLots"] = group.TradedLots,
                ["gainMean"] = Number(group.MeanGain),
                ["gainLeast"] = Number(group.LeastGain),
                ["gainMost"] = Number(group.MostGain),
            };
            if (record.Participants.HasFees)
                outcome["fees"] = Number(group.Fees);
            if (group.MeanProfit is not null)
                outcome["profitMean"] = Number(group.MeanProfit);
            groups[group.Name] = outcome;
        }

        return new() { ["count"] = record.Directory.Participants.Count, ["byGroup"] = groups };
    }

    /// <summary>A real number of twelve digits; nothing for what is no number.</summary>
    static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number)
        ? JsonValue.Create(
            double.Parse(number.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : null;
}
