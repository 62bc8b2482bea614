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
    readonly SpeedBump?[] _bumps;
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
        _bumps = new SpeedBump?[rules.Count];
        _isClosed = new bool[rules.Count];
        for (short i = 0; i < rules.Count; i++)
        {
            InstrumentId instrument = new(i);
            _books[i] = new Book(pool, numbers, clearing, instrument);
            _institutions[i] = rules[i].Open(_books[i], lots(instrument));
            _bumps[i] = rules[i] is SpeedBumpRules bump ? new SpeedBump(bump, _books[i], pool) : null;
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

    bool IsHeldUp(in Request request, Timestamp now) =>
        _bumps[request.Listing.Instrument.Value] is { } bump
        && !_isClosed[request.Listing.Instrument.Value]
        && bump.TryHold(request, now);

    void Admit(in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason reason = _admission.Check(request, now, out int named);
        if (reason == RejectReason.None && _isClosed[request.Listing.Instrument.Value])
            reason = RejectReason.Closed;

        if (reason != RejectReason.None)
            events.Rejected(request, reason);
        else
            _institutions[request.Listing.Instrument.Value].Apply(request, named, now, events);
    }
}
