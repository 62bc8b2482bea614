using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>A marketplace: its listings, each under its rule of trading, and what it admits.</summary>
/// <remarks>
/// A function from (state, input) to (state, events). It knows no clock, thread, agent or listener; the events of a call are
/// appended to the buffer that the caller hands in and drains.
/// </remarks>
public sealed class Venue
{
    /// <summary>After how many further requests a hint is followed up. A power of two.</summary>
    const int Halfway = 8;

    readonly Clearing _clearing;
    readonly Admission _admission;
    readonly Book[] _books;
    readonly IInstitution[] _institutions;
    readonly SpeedBump?[] _bumps;
    readonly bool[] _isClosed;
    readonly OrderPool _pool = new();
    readonly Upcoming[] _upcoming = new Upcoming[Halfway];
    int _nextUpcoming;

    /// <param name="rules">The rule of trading of each instrument, in the order of the market's instruments.</param>
    /// <param name="clearing">The accounts, shared with the market's other venues.</param>
    /// <param name="lots">Draws lots where a rule leaves an order of precedence to chance: one stream per listing.</param>
    /// <param name="fees">What the venue charges; null for nothing.</param>
    public Venue(
        IReadOnlyList<InstitutionRules> rules, Clearing clearing, Func<InstrumentId, RandomStream> lots, FeeSchedule? fees = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(lots);
        _clearing = clearing;
        VenueClearing accounts = new(clearing, fees);
        VenueNumbers numbers = new();
        LevelChanges changes = new(); // For all listings that tell them in the step in which they happen.
        PriceRange range = new(clearing, rules.Count);
        _admission = new Admission(_pool, clearing, range, rules.Count);
        _books = new Book[rules.Count];
        _institutions = new IInstitution[rules.Count];
        _bumps = new SpeedBump?[rules.Count];
        _isClosed = new bool[rules.Count];
        for (short i = 0; i < rules.Count; i++)
        {
            InstrumentId instrument = new(i);
            _books[i] = new Book(_pool, numbers, accounts, range, instrument, changes);
            _institutions[i] = rules[i].Open(_books[i], lots(instrument));
            _bumps[i] = rules[i] is SpeedBumpRules bump ? new SpeedBump(bump, _books[i], _pool) : null;
        }
    }

    /// <summary>When a listing next acts on its own; null if only a request can make it act.</summary>
    public Timestamp? NextDeadline(InstrumentId instrument)
    {
        if (_isClosed[instrument.Value])
            return null;

        Timestamp? deadline = _institutions[instrument.Value].NextDeadline;
        return _bumps[instrument.Value]?.NextDue is { } due ? Timestamp.Earliest(due, deadline ?? due) : deadline;
    }

    /// <summary>
    /// Applies a request. It gets its terminal answer in this call, or, if a speed bump holds it up, in the one that lets it go.
    /// </summary>
    public void Apply(in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason reason = _admission.CheckSender(request);
        if (reason != RejectReason.None)
            events.Rejected(request, reason);
        else if (!IsHeldUp(request, now))
            Admit(request, now, events);
    }

    /// <summary>Fetches what a request will need that is applied soon. A hint: it changes nothing, and may be left out.</summary>
    public void Prefetch(in Request upcoming)
    {
        // A small venue stands in the nearest cache anyway.
        int instrument = upcoming.Listing.Instrument.Value;
        if (!_pool.IsLarge || unchecked((uint)instrument) >= (uint)_books.Length)
            return;

        ClientOrderId named = upcoming.Kind == RequestKind.Replace ? upcoming.Replaces : upcoming.Order;
        _pool.PrefetchName(upcoming.Participant, named);
        _books[instrument].Prefetch();
        Hardware.PrefetchObject(_institutions[instrument]);

        // By now, what was asked for a few requests ago has arrived, and says what else is needed.
        ref Upcoming earlier = ref _upcoming[_nextUpcoming & (Halfway - 1)];
        _nextUpcoming = (_nextUpcoming + 1) & (Halfway - 1);
        _pool.PrefetchOrder(earlier.Participant, earlier.Order);
        _books[earlier.Instrument].PrefetchLevel(earlier.Side, earlier.Limit);
        earlier = new Upcoming(upcoming.Participant, named, instrument, upcoming.Side, upcoming.Limit);
    }

    /// <summary>Tells a listing the quotes that its pegged orders follow, if its rules say that they are told.</summary>
    /// <param name="instrument">The listing.</param>
    /// <param name="bid">Null if there is none.</param>
    /// <param name="ask">Null if there is none.</param>
    /// <param name="events">Where to say what happens.</param>
    public void Refer(InstrumentId instrument, Price? bid, Price? ask, EventBuffer events)
    {
        if (!_isClosed[instrument.Value])
            _institutions[instrument.Value].Refer(bid, ask, events);
    }

    /// <summary>
    /// Does what is due at a listing's <see cref="NextDeadline"/>: first what the institution does on its own, then, in a call
    /// each, the requests that a speed bump lets go.
    /// </summary>
    public void Advance(InstrumentId instrument, Timestamp deadline, EventBuffer events)
    {
        IInstitution institution = _institutions[instrument.Value];
        bool isInstitutionDue = institution.NextDeadline <= deadline;
        if (!isInstitutionDue && _bumps[instrument.Value] is { } bump && bump.TryRelease(deadline, out Request request))
            Admit(request, deadline, events);
        else
            institution.Advance(deadline, events);
    }

    /// <summary>
    /// Stops a participant: what it has at a listing is canceled, and from now on no venue of the market lets it enter or replace
    /// an order. To cancel everything, stop it at every listing.
    /// </summary>
    public void Stop(ParticipantId participant, InstrumentId instrument, EventBuffer events)
    {
        _clearing.Stop(participant);
        _institutions[instrument.Value].Stop(participant, events);
    }

    /// <summary>Stops trading in a listing: until it is resumed, only cancels are accepted.</summary>
    public void Halt(InstrumentId instrument, Timestamp now, EventBuffer events)
    {
        if (!_isClosed[instrument.Value])
            SessionOf(instrument).Halt(now, events);
    }

    /// <summary>Ends a halt: by an auction if the listing's rules say how long orders are collected for it, or else at once.</summary>
    public void Resume(InstrumentId instrument, Timestamp now, EventBuffer events)
    {
        if (!_isClosed[instrument.Value])
            SessionOf(instrument).Resume(now, events);
    }

    /// <summary>Holds an auction now: that of a call market, or the one that ends an interruption or a halt.</summary>
    public void Call(InstrumentId instrument, Timestamp now, EventBuffer events)
    {
        if (_isClosed[instrument.Value])
            return;

        if (_institutions[instrument.Value] is CallAuction auction)
            auction.Call(events);
        else
            (_institutions[instrument.Value] as TradingSession)?.Call(now, events);
    }

    /// <summary>Pays so much for each lot that anybody holds, at any venue; who is short pays it, as far as his free cash goes.</summary>
    /// <remarks>The money comes from the house, and is told as a charge below zero that belongs to no order.</remarks>
    public void Pay(InstrumentId instrument, Ticks perLot, EventBuffer events)
    {
        for (int participant = 0; participant < _clearing.Participants; participant++)
        {
            if (_clearing.TryPay(participant, instrument, perLot, out long lots, out long charged))
                events.Charged(
                    Side.Buy, Liquidity.None, new ParticipantId(participant), default, default, new Quantity(Math.Abs(lots)), new Cash(charged));
        }
    }

    /// <summary>Ends a listing's trading session: day orders are canceled, requests that are held up and later ones are refused.</summary>
    public void Close(InstrumentId instrument, EventBuffer events)
    {
        if (_isClosed[instrument.Value])
            return;

        while (_bumps[instrument.Value] is { } bump && bump.TryRelease(Timestamp.Never, out Request request))
            events.Rejected(request, RejectReason.Closed);

        _institutions[instrument.Value].Close(events);
        _isClosed[instrument.Value] = true;
        events.StateChanged(TradingState.Closed);
    }

    /// <summary>The levels of a side as the venue has them, best first: for checks and snapshots, not for agents.</summary>
    public Level[] Levels(InstrumentId instrument, Side side)
    {
        BookSide levels = _books[instrument.Value][side];
        List<Level> copy = new(levels.Count);
        for (bool any = levels.TryBest(out Level level); any; any = levels.TryWorse(ref level))
            copy.Add(level);

        return [.. copy];
    }

    /// <summary>A listing that is always open gets a session when it is first halted: until then it costs nothing.</summary>
    TradingSession SessionOf(InstrumentId instrument)
    {
        ref IInstitution institution = ref _institutions[instrument.Value];
        if (institution is not TradingSession session)
            institution = session = TradingSession.Around(institution, _books[instrument.Value]);

        return session;
    }

    bool IsHeldUp(in Request request, Timestamp now) =>
        _bumps[request.Listing.Instrument.Value] is { } bump
        && !_isClosed[request.Listing.Instrument.Value]
        && bump.TryHold(request, now);

    void Admit(in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason reason;
        int named;
        int instrument = request.Listing.Instrument.Value;
        bool isOpen = !_isClosed[instrument];
        switch (request.Kind)
        {
            case RequestKind.Enter:
                reason = _admission.CheckEnter(request, now);
                if (reason == RejectReason.None && isOpen)
                    reason = _books[instrument].Clearing.CheckRisk(request, _books[instrument], now);
                if (reason == RejectReason.None && isOpen)
                    _institutions[instrument].Enter(request, now, events);
                break;

            case RequestKind.Replace:
                reason = _admission.CheckReplace(request, now, out named);
                if (reason == RejectReason.None && isOpen)
                    reason = _books[instrument].Clearing.CheckRisk(request, _books[instrument], now);
                if (reason == RejectReason.None && isOpen)
                    _institutions[instrument].Replace(request, named, now, events);
                break;

            default:
                reason = _admission.CheckCancel(request, out named);
                if (reason == RejectReason.None && isOpen)
                    _institutions[instrument].Cancel(request, named, now, events);
                break;
        }

        if (reason != RejectReason.None)
            events.Rejected(request, reason);
        else if (!isOpen)
            events.Rejected(request, RejectReason.Closed);
    }

    /// <summary>What is known of a request that comes soon.</summary>
    readonly record struct Upcoming(ParticipantId Participant, ClientOrderId Order, int Instrument, Side Side, Price Limit);
}
