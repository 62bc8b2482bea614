using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>One value for each listing that something happened on, in the order of venues, then instruments.</summary>
sealed class ListingTable<T>(MarketDirectory directory)
    where T : class, new()
{
    readonly T?[] _values = new T?[directory.Venues.Count * directory.Instruments.Count];

    /// <summary>The listing's value; a new one if it had none.</summary>
    public T this[Listing listing] =>
        _values[(listing.Venue.Value * directory.Instruments.Count) + listing.Instrument.Value] ??= new T();

    public int Count => _values.Length;

    /// <summary>The listing at a place, and its value if it has one.</summary>
    public (Listing Listing, T? Value) At(int place)
    {
        (int venue, int instrument) = Math.DivRem(place, directory.Instruments.Count);
        return (new Listing(new VenueId((short)venue), new InstrumentId((short)instrument)), _values[place]);
    }
}
