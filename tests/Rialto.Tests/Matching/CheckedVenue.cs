using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// A venue that is watched at every step: whatever is asked, each request has one answer, the books that public and private
/// events tell are the venue's own, lots and cash are conserved, and priority is kept.
/// </summary>
sealed class CheckedVenue
{
    readonly Venue _venue;
    readonly EventBuffer _buffer = new();
    readonly IReadOnlyList<InstitutionRules> _rules;
    readonly DisplayedBook[] _displayed;
    readonly LiveOrders _orders;
    readonly AccountCheck _accounts;

    public CheckedVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy, Func<InstrumentId, RandomStream> lots)
    {
        Clearing = new Clearing(directory, policy);
        _venue = new Venue(rules, Clearing, lots);
        _rules = rules;
        _displayed = [.. rules.Select(_ => new DisplayedBook())];
        _orders = new LiveOrders();
        _accounts = new AccountCheck(directory, Clearing);
    }

    public Clearing Clearing { get; }

    public int Instruments => _rules.Count;

    public DisplayedBook DisplayedBook(InstrumentId instrument) => _displayed[instrument.Value];

    public Level[] Levels(InstrumentId instrument, Side side) => _venue.Levels(instrument, side);

    public Timestamp? NextDeadline(InstrumentId instrument) => _venue.NextDeadline(instrument);

    public MarketEvent[] Apply(in Request request, Timestamp now)
    {
        _venue.Apply(request, now, _buffer);
        MarketEvent[] events = Drain();
        Answers.CheckThatThereIsOne(request, events);
        if (events[0].Kind != EventKind.Rejected)
            Check(request.Listing.Instrument, request, events);

        return events;
    }

    public MarketEvent[] Advance(InstrumentId instrument, Timestamp deadline)
    {
        _venue.Advance(instrument, deadline, _buffer);
        return Check(instrument, null, Drain());
    }

    public MarketEvent[] Close(InstrumentId instrument)
    {
        _venue.Close(instrument, _buffer);
        return Check(instrument, null, Drain());
    }

    public MarketEvent[] Call(InstrumentId instrument)
    {
        _venue.Call(instrument, _buffer);
        return Check(instrument, null, Drain());
    }

    MarketEvent[] Drain()
    {
        MarketEvent[] events = _buffer.Written.ToArray();
        _buffer.Clear();
        return events;
    }

    MarketEvent[] Check(InstrumentId instrument, Request? request, MarketEvent[] events)
    {
        _orders.Follow(instrument, request, events);
        _accounts.Follow(instrument, events);

        MarketEvent[] changes = [.. events.Where(happened => happened.Kind == EventKind.LevelChanged)];
        Assert.Equal(changes.Length, changes.DistinctBy(change => (change.Side, change.Price)).Count());
        foreach (MarketEvent change in changes)
            _displayed[instrument.Value].Apply(change);

        CheckBooks(instrument, events);
        return events;
    }

    void CheckBooks(InstrumentId instrument, MarketEvent[] events)
    {
        Level[] bids = _venue.Levels(instrument, Side.Buy);
        Level[] asks = _venue.Levels(instrument, Side.Sell);
        Assert.Equal(_orders.Levels(instrument, Side.Buy), bids);
        Assert.Equal(_orders.Levels(instrument, Side.Sell), asks);

        bool collects = _rules[instrument.Value] is BatchRules or CallRules;
        bool isSealed = collects && _rules[instrument.Value] is not CallRules { Display: BookDisplay.Open };
        bool hasCleared = events.Any(happened => happened.Kind == EventKind.AuctionEnded);
        bool isClosed = events.Any(happened => happened.Kind == EventKind.StateChanged);
        if (collects && isClosed)
        {
            Assert.Empty(Told(instrument, Side.Buy).Concat(Told(instrument, Side.Sell)));
            return;
        }

        if (isSealed && !hasCleared)
        {
            Assert.DoesNotContain(events, happened => happened.Kind == EventKind.LevelChanged);
            return;
        }

        Assert.Equal(Told(instrument, Side.Buy), bids);
        Assert.Equal(Told(instrument, Side.Sell), asks);
        Assert.True((collects && !hasCleared) || bids.Length == 0 || asks.Length == 0 || bids[0].Price < asks[0].Price);
    }

    IEnumerable<Level> Told(InstrumentId instrument, Side side) => _displayed[instrument.Value].WorstFirst(side).ToArray().Reverse();
}
