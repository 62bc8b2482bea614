using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>One instrument and the venues that trade it: what is drawn side by side, on the same scales.</summary>
sealed class ListingGroup(RunRecord record, InstrumentId instrument, IReadOnlyList<ListingRecord> listings, ulong? seed)
{
    public Instrument Instrument { get; } = record.Directory[instrument];
    public IReadOnlyList<ListingRecord> Listings => listings;
    public Horizon Horizon => record.Horizon;
    public Axis Time { get; } = TimeAxis.Of(record.Horizon);

    /// <summary>The path of the fundamental value; empty if there is none.</summary>
    public StepSeries Value { get; } = record.Values[instrument.Value];

    public double End => Horizon.End.Nanoseconds;

    public string VenueOf(ListingRecord listing) => record.Directory[listing.Listing.Venue];

    /// <summary>A distance between two prices in currency, as text.</summary>
    public string DistanceText(long ticks) => NumberText.Of((double)(ticks * Instrument.TickSize), Instrument.Decimals);

    /// <summary>For example <c>XYZ at focal · dots are trades · seed 7</c>.</summary>
    public string Subtitle(ListingRecord listing, string what) =>
        $"{Instrument.Symbol} at {VenueOf(listing)} · {what}{SeedText.Of(seed)}";

    /// <summary>The range of some numbers of every listing; null if there are none.</summary>
    public Extent? ExtentOf(Func<ListingRecord, IEnumerable<double>> numbers) =>
        Extent.Of(listings.SelectMany(numbers));
}
