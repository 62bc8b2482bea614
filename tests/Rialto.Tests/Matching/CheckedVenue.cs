using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// A venue that is watched at every step: whatever is asked, each request has one answer, the books that public and
/// private events tell are the venue's own, lots and cash are conserved, priority is kept, and what is hidden stays
/// hidden.
/// </summary>
sealed class CheckedVenue : ITestedVenue
{
    readonly ITestedVenue _venue;
    readonly IReadOnlyList<InstitutionRules> _rules;
    readonly DisplayedBook[] _displayed;
    readonly ShownOrders[] _shown;
    readonly TradingState[] _states;
    readonly LiveOrders _orders = new();
    readonly Queue<Request>[] _heldUp;
    readonly AccountCheck _accounts;

    /// <summary>Watches the real venue.</summary>
    public CheckedVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy,
        Func<InstrumentId, RandomStream> lots, FeeSchedule? fees = null, IReadOnlyList<RiskLimits?>? limits = null)
        : this(new RealVenue(rules, directory, policy, lots, fees, limits), rules, directory, policy, limits)
    {
    }

    /// <summary>Watches any venue.</summary>
    public CheckedVenue(
        ITestedVenue venue, IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy,
        IReadOnlyList<RiskLimits?>? limits = null)
    {
        _venue = venue;
        _rules = [.. rules.Select(rule => rule is SpeedBumpRules bump ? bump.Inner : rule)];
        _heldUp = [.. rules.Select(_ => new Queue<Request>())];
        _states = [.. _rules.Select(rule =>
            rule is ScheduledRules { Schedule: not null } ? TradingState.Closed : TradingState.Continuous)];
        _displayed = [.. rules.Select(_ => new DisplayedBook())];
        _shown = [.. rules.Select(rule =>
            new ShownOrders(_orders, rule is not ContinuousRules { Price: PriceRule.Midpoint }))];
        _accounts = new AccountCheck(directory, venue, policy, limits);
    }

    public EventBuffer Events => _venue.Events;

    public void Apply(in Request request, Timestamp now)
    {
        _venue.Apply(request, now);
        MarketEvent[] events = Events.Written.ToArray();
        if (events.Length == 0)
            _heldUp[request.Listing.Instrument.Value].Enqueue(request);
        else
            CheckAnswered(request, events);
    }

    public void Advance(InstrumentId instrument, Timestamp deadline)
    {
        _venue.Advance(instrument, deadline);
        MarketEvent[] events = Events.Written.ToArray();
        bool isAnswer = events is [var first, ..]
            && (first.Kind <= EventKind.Replaced || first.CancelReason
                is CancelReason.Requested or CancelReason.Replaced or CancelReason.Disconnected);
        if (isAnswer)
            CheckAnswered(_heldUp[instrument.Value].Dequeue(), events);
        else
            Check(instrument, default, events);
    }

    public void Refer(InstrumentId instrument, Price? bid, Price? ask, Timestamp now)
    {
        _venue.Refer(instrument, bid, ask, now);
        Check(instrument, default, Events.Written.ToArray());
    }

    /// <summary>Throws the kill switch of a participant; only the real venue has one.</summary>
    public void Stop(ParticipantId participant, InstrumentId instrument)
    {
        ((RealVenue)_venue).Stop(participant, instrument);
        Check(instrument, default, Events.Written.ToArray());
    }

    public long House => ((RealVenue)_venue).House;

    public void Halt(InstrumentId instrument, Timestamp now)
    {
        ((RealVenue)_venue).Halt(instrument, now);
        Check(instrument, default, Events.Written.ToArray());
    }

    public void Resume(InstrumentId instrument, Timestamp now)
    {
        ((RealVenue)_venue).Resume(instrument, now);
        Check(instrument, default, Events.Written.ToArray());
    }

    public void Call(InstrumentId instrument, Timestamp now)
    {
        ((RealVenue)_venue).Call(instrument, now);
        Check(instrument, default, Events.Written.ToArray());
    }

    public void Close(InstrumentId instrument)
    {
        _venue.Close(instrument);
        MarketEvent[] events = Events.Written.ToArray();
        Assert.Equal(
            _heldUp[instrument.Value].Select(request => (request.Participant, request.Order, RejectReason.Closed)),
            events.TakeWhile(happened => happened.Kind == EventKind.Rejected)
                .Select(rejected => (rejected.Participant, rejected.Order, rejected.RejectReason)));
        _heldUp[instrument.Value].Clear();
        Check(instrument, default, events);
    }

    public Timestamp? NextDeadline(InstrumentId instrument) => _venue.NextDeadline(instrument);

    public Level[] Levels(InstrumentId instrument, Side side) => _venue.Levels(instrument, side);

    public long CashOf(ParticipantId participant) => _venue.CashOf(participant);

    public long LotsOf(ParticipantId participant, InstrumentId instrument) => _venue.LotsOf(participant, instrument);

    void CheckAnswered(in Request request, MarketEvent[] events)
    {
        Answers.CheckThatThereIsOne(request, events);
        if (events[0].Kind != EventKind.Rejected)
            Check(request.Listing.Instrument, request, events);
    }

    void Check(InstrumentId instrument, in Request request, MarketEvent[] events)
    {
        bool tellsOrders = TellsOrders(instrument);
        foreach (MarketEvent happened in events)
        {
            if (tellsOrders)
                _shown[instrument.Value].Follow(happened);

            _orders.Follow(instrument, request, happened);
        }

        _accounts.Follow(instrument, events);

        MarketEvent[] changes = [.. events.Where(happened => happened.Kind == EventKind.LevelChanged)];
        Assert.Equal(changes.Length, changes.DistinctBy(change => (change.Side, change.Price)).Count());
        foreach (MarketEvent change in changes)
            _displayed[instrument.Value].Apply(change);

        bool mayTrade = _states[instrument.Value] == TradingState.Continuous;
        foreach (MarketEvent changed in events.Where(happened => happened.Kind == EventKind.StateChanged))
            _states[instrument.Value] = changed.State;
        mayTrade |= _states[instrument.Value] == TradingState.Continuous;
        if (!mayTrade && !events.Any(happened => happened.Kind == EventKind.AuctionEnded))
            Assert.DoesNotContain(events, happened => happened.Kind == EventKind.Executed);

        CheckBooks(instrument, events);
    }

    void CheckBooks(InstrumentId instrument, MarketEvent[] events)
    {
        Level[] bids = _venue.Levels(instrument, Side.Buy);
        Level[] asks = _venue.Levels(instrument, Side.Sell);
        bool tellsOrders = TellsOrders(instrument);
        Assert.Equal(
            tellsOrders ? _shown[instrument.Value].Levels(Side.Buy) : _orders.Levels(instrument, Side.Buy), bids);
        Assert.Equal(
            tellsOrders ? _shown[instrument.Value].Levels(Side.Sell) : _orders.Levels(instrument, Side.Sell), asks);
        Assert.All(bids.Concat(asks), level => Assert.True(level.Quantity > Quantity.Zero && level.Orders > 0));

        TradingState state = _states[instrument.Value];
        bool hasChanged = events.Any(happened => happened.Kind == EventKind.StateChanged);
        bool hasCleared = events.Any(happened => happened.Kind == EventKind.AuctionEnded);
        InstitutionRules rules = _rules[instrument.Value];
        bool trades = state == TradingState.Continuous
            && (hasCleared || rules is ContinuousRules or ScheduledRules { Inner: ContinuousRules });
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
            // Before a batch, the public knows what it saw in the call.
            Assert.True(isHidden || rules is ScheduledRules { Display: BookDisplay.Open });
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

    /// <summary>Whether the public is told of single orders: a sealed book tells nothing of them.</summary>
    bool TellsOrders(InstrumentId instrument) => Events.Takes(EventClasses.Orders) && _rules[instrument.Value] is
        ContinuousRules or ScheduledRules { Inner: ContinuousRules, Display: BookDisplay.Open }
        or CallRules { Display: BookDisplay.Open };

    IEnumerable<Level> Told(InstrumentId instrument, Side side) =>
        _displayed[instrument.Value].WorstFirst(side).ToArray().Reverse();
}
