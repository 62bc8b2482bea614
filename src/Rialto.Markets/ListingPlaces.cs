using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// The listings of a market as places of arrays: venue by venue, and in each instrument by instrument.
/// </summary>
readonly struct ListingPlaces(MarketDirectory directory)
{
    readonly int _instruments = directory.Instruments.Count;

    public int Count { get; } = directory.Venues.Count * directory.Instruments.Count;

    public int Of(Listing listing) => (listing.Venue.Value * _instruments) + listing.Instrument.Value;

    public Listing At(int place) => new(new((short)(place / _instruments)), new((short)(place % _instruments)));

    public bool Have(Listing listing) =>
        listing.Venue.Value >= 0
            && listing.Instrument.Value >= 0
            && listing.Instrument.Value < _instruments
            && Of(listing) < Count;
}
