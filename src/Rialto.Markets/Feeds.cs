using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// What is public: a feed for each listing, who sees it with which latency, and how far back it must reach.
/// </summary>
sealed class Feeds
{
    readonly Market _market;
    readonly ListingPlaces _places;
    readonly Feed[] _feeds;
    readonly List<LatencyClass> _latencyClasses = [];
    Duration _longestLatency;
    Duration _longestThought;

    public Feeds(Market market)
    {
        _market = market;
        _places = new ListingPlaces(market.Directory);
        _feeds = [.. Enumerable.Range(0, _places.Count).Select(place => new Feed(this, _places.At(place)))];
    }

    public IReadOnlyList<Feed> All => _feeds;

    public Feed this[Listing listing] => _feeds[_places.Of(listing)];

    public Timestamp Now => _market.Now;

    /// <summary>
    /// How far back somebody may still have to be told what was public: the longest latency, and the longest thought.
    /// </summary>
    public Duration Reach => _longestLatency + _longestThought;

    /// <exception cref="ArgumentException">
    /// There is no such listing, and so no venue that could refuse a request for it.
    /// </exception>
    public void Demand(Listing listing)
    {
        if (!_places.Have(listing))
        {
            throw new ArgumentException(
                $"There is no venue {listing.Venue.Value} with an instrument {listing.Instrument.Value}.");
        }
    }

    public LatencyClass Class(int place) => _latencyClasses[place];

    public LatencyClass AddClass(Feed feed, Duration latency)
    {
        LatencyClass added = new(feed, latency, _market.Queue, _latencyClasses.Count);
        _latencyClasses.Add(added);
        return added;
    }

    public void SeesWithin(Duration latency) => _longestLatency = latency > _longestLatency ? latency : _longestLatency;

    public void ThinksFor(Duration thought) => _longestThought = thought > _longestThought ? thought : _longestThought;

    /// <summary>Makes every delayed book of a listing take in the changes before a place, and forgets them.</summary>
    public void ReadBooks(Feed feed, long before)
    {
        foreach (LatencyClass seers in _latencyClasses)
        {
            if (seers.Feed == feed)
                seers.Book?.AsOf(Now);
        }

        feed.LevelChanges!.ForgetBefore(before);
    }
}
