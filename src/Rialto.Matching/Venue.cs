using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>A marketplace: its listings, each under its rule of trading, and what it admits.</summary>
/// <remarks>
/// A function from (state, input) to (state, events). It knows no clock, thread, agent or listener; the events of a call are
/// appended to the buffer that the caller hands in and drains.
/// </remarks>
public sealed class Venue
{
    readonly Admission _admission;
    readonly Book[] _books;
    readonly IInstitution[] _institutions;
    readonly bool[] _isClosed;

    /// <param name="rules">The rule of trading of each instrument, in the order of the market's instruments.</param>
    /// <param name="clearing">The accounts, shared with the market's other venues.</param>
    /// <param name="lots">Draws lots where a rule leaves an order of precedence to chance: one stream per listing.</param>
    public Venue(IReadOnlyList<InstitutionRules> rules, Clearing clearing, Func<InstrumentId, RandomStream> lots)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(lots);
        OrderPool pool = new();
        VenueNumbers numbers = new();
        _admission = new Admission(pool, clearing, rules.Count);
        _books = new Book[rules.Count];
        _institutions = new IInstitution[rules.Count];
        _isClosed = new bool[rules.Count];
        for (short i = 0; i < rules.Count; i++)
        {
            InstrumentId instrument = new(i);
            _books[i] = new Book(pool, numbers, clearing, instrument);
            _institutions[i] = rules[i].Open(_books[i], lots(instrument));
        }
    }

    /// <summary>When a listing next acts on its own; null if only a request can make it act.</summary>
    public Timestamp? NextDeadline(InstrumentId instrument) =>
        _isClosed[instrument.Value] ? null : _institutions[instrument.Value].NextDeadline;

    /// <summary>Applies a request. It gets its terminal answer in this call.</summary>
    public void Apply(in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason reason = _admission.Check(request, now, out int named);
        if (reason == RejectReason.None && _isClosed[request.Listing.Instrument.Value])
            reason = RejectReason.Closed;

        if (reason != RejectReason.None)
            events.Rejected(request, reason);
        else
            _institutions[request.Listing.Instrument.Value].Apply(request, named, now, events);
    }

    /// <summary>Does what is due at a listing's <see cref="NextDeadline"/>.</summary>
    public void Advance(InstrumentId instrument, Timestamp deadline, EventBuffer events) =>
        _institutions[instrument.Value].Advance(deadline, events);

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

    /// <summary>Ends a listing's trading session: day orders are canceled, later requests are refused.</summary>
    public void Close(InstrumentId instrument, EventBuffer events)
    {
        if (_isClosed[instrument.Value])
            return;

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
}
