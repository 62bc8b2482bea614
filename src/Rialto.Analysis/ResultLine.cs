using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>One line of a result card: what a terminal prints when a run has ended.</summary>
/// <param name="Label">What was measured; where several listings are shown, after <c>venue · instrument</c>.</param>
/// <param name="Value">The number as text, <c>–</c> if there is none.</param>
/// <param name="Unit">Empty if it has none.</param>
public sealed record ResultLine(string Label, string Value, string Unit)
{
    /// <summary>A dozen lines per listing at most; those without a value are left out.</summary>
    public static IReadOnlyList<ResultLine> Of(RunRecord record)
    {
        record.Finish();
        ListingRecord[] listings = [.. record.Listings];
        List<ResultLine> lines = [];
        foreach (ListingRecord listing in listings)
        {
            Instrument instrument = record.Directory[listing.Listing.Instrument];
            string prefix = listings.Length > 1 ? $"{record.Directory[listing.Listing.Venue]} · {instrument.Symbol} · " : "";
            lines.AddRange(
                from measure in ListingMeasures.Of(listing, record.Directory, record.Horizon)
                where measure.IsHeadline && measure.Value is not null
                select new ResultLine(prefix + measure.Label, MeasureText.Of(measure, instrument), measure.Unit));
        }

        return lines;
    }
}
