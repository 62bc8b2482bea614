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
    readonly Queue<Request>[] _heldUp;
    readonly LiveOrders _orders;
    readonly AccountCheck _accounts;

    public CheckedVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy, Func<InstrumentId, RandomStream> lots)
    {
        Clearing = new Clearing(directory, policy);
        _venue = new Venue(rules, Clearing, lots);
        _rules = [.. rules.Select(rule => rule is SpeedBumpRules bump ? bump.Inner : rule)];
        _heldUp = [.. rules.Select(_ => new Queue<Request>())];
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
        if (events.Length == 0)
            _heldUp[request.Listing.Instrument.Value].Enqueue(request);
        else
            CheckAnswered(request, events);

        return events;
    }

    public MarketEvent[] Advance(InstrumentId instrument, Timestamp deadline)
    {
        _venue.Advance(instrument, deadline, _buffer);
        MarketEvent[] events = Drain();
        bool isAnswer = events is [var first, ..]
            && (first.Kind <= EventKind.Replaced || first.CancelReason is CancelReason.Requested or CancelReason.Replaced or CancelReason.Disconnected);
        if (!isAnswer)
            return Check(instrument, null, events);

        CheckAnswered(_heldUp[instrument.Value].Dequeue(), events);
        return events;
    }

    public MarketEvent[] Close(InstrumentId instrument)
    {
        _venue.Close(instrument, _buffer);
        MarketEvent[] events = Drain();
        Assert.Equal(
            _heldUp[instrument.Value].Select(request => (request.Participant, request.Order, RejectReason.Closed)),
            events.TakeWhile(happened => happened.Kind == EventKind.Rejected)
                .Select(rejected => (rejected.Participant, rejected.Order, rejected.RejectReason)));
        _heldUp[instrument.Value].Clear();
        return Check(instrument, null, events);
    }

    void CheckAnswered(in Request request, MarketEvent[] events)
    {
        Answers.CheckThatThereIsOne(request, events);
        if (events[0].Kind != EventKind.Rejected)
            Check(request.Listing.Instrument, request, events);
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

        bool isSealed = _rules[instrument.Value] is BatchRules;
        bool hasBatchEnded = events.Any(happened => happened.Kind == EventKind.AuctionEnded);
        if (isSealed && !hasBatchEnded)
        {
            bool isClosed = events.Any(happened => happened.Kind == EventKind.StateChanged);
            Assert.True(isClosed || events.All(happened => happened.Kind != EventKind.LevelChanged));
            return;
        }

        Assert.Equal(Told(instrument, Side.Buy), bids);
        Assert.Equal(Told(instrument, Side.Sell), asks);
        Assert.True(bids.Length == 0 || asks.Length == 0 || bids[0].Price < asks[0].Price);
    }

    IEnumerable<Level> Told(InstrumentId instrument, Side side) => _displayed[instrument.Value].WorstFirst(side).ToArray().Reverse();
}
