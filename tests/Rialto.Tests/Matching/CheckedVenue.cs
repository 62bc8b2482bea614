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
    readonly TradingState[] _states;
    readonly LiveOrders _orders;
    readonly AccountCheck _accounts;

    public CheckedVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy, Func<InstrumentId, RandomStream> lots)
    {
        Clearing = new Clearing(directory, policy);
        _venue = new Venue(rules, Clearing, lots);
        _rules = rules;
        _states = [.. rules.Select(rule => rule is ScheduledRules { Schedule: not null } ? TradingState.Closed : TradingState.Continuous)];
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

    public MarketEvent[] Call(InstrumentId instrument, Timestamp now)
    {
        _venue.Call(instrument, now, _buffer);
        return Check(instrument, null, Drain());
    }

    public MarketEvent[] Halt(InstrumentId instrument, Timestamp now)
    {
        _venue.Halt(instrument, now, _buffer);
        return Check(instrument, null, Drain());
    }

    public MarketEvent[] Resume(InstrumentId instrument, Timestamp now)
    {
        _venue.Resume(instrument, now, _buffer);
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
        bool mayTrade = _states[instrument.Value] == TradingState.Continuous;
        foreach (MarketEvent changed in events.Where(happened => happened.Kind == EventKind.StateChanged))
            _states[instrument.Value] = changed.State;
        if (!mayTrade && _states[instrument.Value] != TradingState.Continuous && !events.Any(happened => happened.Kind == EventKind.AuctionEnded))
            Assert.DoesNotContain(events, happened => happened.Kind == EventKind.Executed);

        CheckBooks(instrument, events);
        return events;
    }

    void CheckBooks(InstrumentId instrument, MarketEvent[] events)
    {
        Level[] bids = _venue.Levels(instrument, Side.Buy);
        Level[] asks = _venue.Levels(instrument, Side.Sell);
        Assert.Equal(_orders.Levels(instrument, Side.Buy), bids);
        Assert.Equal(_orders.Levels(instrument, Side.Sell), asks);

        TradingState state = _states[instrument.Value];
        bool hasChanged = events.Any(happened => happened.Kind == EventKind.StateChanged);
        bool hasCleared = events.Any(happened => happened.Kind == EventKind.AuctionEnded);
        InstitutionRules rules = _rules[instrument.Value];
        bool trades = state == TradingState.Continuous && (hasCleared || rules is ContinuousRules or ScheduledRules { Inner: ContinuousRules });
        bool isHidden = !Told(instrument, Side.Buy).Concat(Told(instrument, Side.Sell)).Any();
        if (state == TradingState.Closed && isHidden)
            return;

        if (trades || state == TradingState.Closed || WhatIsShown(rules, state) == BookDisplay.Open)
        {
            Assert.Equal(Told(instrument, Side.Buy), bids);
            Assert.Equal(Told(instrument, Side.Sell), asks);
        }
        else if (hasChanged)
        {
            Assert.True(isHidden || rules is ScheduledRules { Display: BookDisplay.Open }); // Before a batch, the public knows what it saw in the call.
        }
        else
        {
            Assert.DoesNotContain(events, happened => happened.Kind == EventKind.LevelChanged);
        }

        if (trades || (state == TradingState.Closed && hasCleared))
            Assert.True(bids.Length == 0 || asks.Length == 0 || bids[0].Price < asks[0].Price);
    }

    /// <summary>While orders are collected, or trading is halted.</summary>
    static BookDisplay WhatIsShown(InstitutionRules rules, TradingState state) => rules switch
    {
        CallRules call when state == TradingState.Continuous => call.Display,
        ScheduledRules scheduled when state != TradingState.Continuous => scheduled.Display,
        ContinuousRules => BookDisplay.Open,
        _ => BookDisplay.Closed,
    };

    IEnumerable<Level> Told(InstrumentId instrument, Side side) => _displayed[instrument.Value].WorstFirst(side).ToArray().Reverse();
}
