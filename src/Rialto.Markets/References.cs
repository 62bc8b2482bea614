using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>The listings whose pegged orders follow quotes of other venues, and the lines that bring them.</summary>
sealed class References
{
    readonly Market _market;
    readonly Venues _venues;
    readonly ListingPlaces _places;
    readonly List<QuoteLine> _lines = [];
    readonly QuoteLine[][] _linesTo;

    /// <param name="market">The carrier, in whose queue the quotes are on their way.</param>
    /// <param name="setup">Which venues follow which, and how late.</param>
    /// <param name="venues">Who are told.</param>
    public References(Market market, MarketSetup setup, Venues venues)
    {
        (_market, _venues, _places) = (market, venues, new ListingPlaces(setup.Directory));
        _linesTo = new QuoteLine[_places.Count][];
        for (int place = 0; place < _linesTo.Length; place++)
        {
            Listing listing = _places.At(place);
            _linesTo[place] = LinesTo(listing, setup.Venues[listing.Venue.Value]);
        }
    }

    /// <summary>Tells a listing what it follows, if that is new, after all else that is due there.</summary>
    /// <param name="line">The one on which something has arrived.</param>
    public void Bring(int line)
    {
        _lines[line].Arrive(_market.Now);
        Listing listing = _lines[line].Destination;
        (Price? Bid, Price? Ask) best = Best(_linesTo[_places.Of(listing)]);
        if (_venues.IsClosed(listing) || best == _venues.ReferenceOf(listing))
            return;

        while (_venues.NextDeadline(listing) <= _market.Now)
            _market.Apply(Input.OfDeadline(_market.Now, listing));

        _market.Apply(Input.OfReference(_market.Now, Origin.Schedule, listing, best.Bid, best.Ask));
    }

    /// <summary>Lays the lines to a listing; none if its pegged orders follow its own quotes.</summary>
    QuoteLine[] LinesTo(Listing listing, VenueSetup venue)
    {
        if (venue.Reference.Count == 0)
            return [];

        string name = _market.Directory.Venues[listing.Venue.Value];
        if (!venue.Rules[listing.Instrument.Value].IsReferred)
            throw new ArgumentException($"The rules of {name} have no pegged orders that follow other venues' quotes.");

        return [.. venue.Reference.Select(from => Lay(from, listing, name))];
    }

    QuoteLine Lay(ReferenceLine from, Listing listing, string name)
    {
        Listing source = listing with { Venue = from.Venue };
        _market.Feeds.Demand(source);
        if (from.Venue == listing.Venue || from.Delay < Duration.Zero)
        {
            throw new ArgumentException(
                $"To {name}, quotes come from another venue, in zero time or more: {from.Venue.Value}, {from.Delay}.");
        }

        Feed feed = _market.Feeds[source];
        QuoteLine line = new(feed, from.Delay, listing, _market.Queue, _lines.Count);
        _lines.Add(line);
        feed.Add(line);
        _market.Feeds.SeesWithin(from.Delay);
        return line;
    }

    /// <summary>The highest bid and the lowest ask that have arrived.</summary>
    (Price? Bid, Price? Ask) Best(QuoteLine[] lines)
    {
        (Price? bid, Price? ask) = (null, null);
        foreach (QuoteLine line in lines)
        {
            (Price? otherBid, Price? otherAsk) = line.Seen(_market.Now);
            bid = bid is { } b && otherBid is { } ob ? Price.Max(b, ob) : bid ?? otherBid;
            ask = ask is { } a && otherAsk is { } oa ? Price.Min(a, oa) : ask ?? otherAsk;
        }

        return (bid, ask);
    }
}
