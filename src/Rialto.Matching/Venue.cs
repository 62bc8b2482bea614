using System.Runtime.CompilerServices;
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
    readonly TradingPost[] _posts;
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
        _posts = new TradingPost[rules.Count];
        for (short i = 0; i < rules.Count; i++)
        {
            InstrumentId instrument = new(i);
            Book book = new(_pool, numbers, accounts, range, instrument, changes);
            _posts[i] = new TradingPost(
                book, rules[i].Open(book, lots(instrument)), rules[i] is SpeedBumpRules bump ? new SpeedBump(bump, book, _pool) : null);
        }
    }

    /// <summary>When a listing next acts on its own; null if only a request can make it act.</summary>
    public Timestamp? NextDeadline(InstrumentId instrument)
    {
        TradingPost post = _posts[instrument.Value];
        if (post.IsClosed)
            return null;

        Timestamp? deadline = post.Institution.NextDeadline;
        return post.Bump?.NextDue is { } due ? Timestamp.Earliest(due, deadline ?? due) : deadline;
    }

    /// <summary>
    /// Applies a request. It gets its terminal answer in this call, or, if a speed bump holds it up, in the one that lets it go.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Apply(in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason refusal = _admission.CheckSender(request);
        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return;
        }

        TradingPost post = _posts[request.Listing.Instrument.Value];
        if (post.Bump is { } bump && !post.IsClosed && bump.TryHold(request, now))
            return;

        Admit(post, request, now, events);
    }

    /// <summary>Fetches what a request will need that is applied soon. A hint: it changes nothing, and may be left out.</summary>
    public void Prefetch(in Request upcoming)
    {
        // A small venue stands in the nearest cache anyway.
        if (_pool.IsLarge && unchecked((uint)upcoming.Listing.Instrument.Value < (uint)_posts.Length))
            PrefetchFar(upcoming);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void PrefetchFar(in Request upcoming)
    {
        int instrument = upcoming.Listing.Instrument.Value;

        ClientOrderId named = upcoming.Kind == RequestKind.Replace ? upcoming.Replaces : upcoming.Order;
        uint name = _pool.PrefetchName(upcoming.Participant, named);
        if (_posts.Length > 1)
        {
            _posts[instrument].Book.Prefetch();
            Hardware.PrefetchObject(_posts[instrument].Institution);
        }

        // By now, what was asked for a few requests ago has arrived, and says what else is needed.
        ref Upcoming earlier = ref _upcoming[_nextUpcoming & (Halfway - 1)];
        _nextUpcoming = (_nextUpcoming + 1) & (Halfway - 1);
        _pool.PrefetchOrder(earlier.Name);
        _posts[earlier.Instrument].Book.PrefetchLevel(earlier.Side, earlier.Limit);
        earlier = new Upcoming(name, instrument, upcoming.Side, upcoming.Limit);
    }

    /// <summary>Tells a listing the quotes that its pegged orders follow, if its rules say that they are told.</summary>
    /// <param name="instrument">The listing.</param>
    /// <param name="bid">Null if there is none.</param>
    /// <param name="ask">Null if there is none.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="events">Where to say what happens.</param>
    public void Refer(InstrumentId instrument, Price? bid, Price? ask, Timestamp now, EventBuffer events)
    {
        TradingPost post = _posts[instrument.Value];
        if (!post.IsClosed)
            post.Institution.Refer(bid, ask, now, events);
    }

    /// <summary>
    /// Does what is due at a listing's <see cref="NextDeadline"/>: first what the institution does on its own, then, in a call
    /// each, the requests that a speed bump lets go.
    /// </summary>
    public void Advance(InstrumentId instrument, Timestamp deadline, EventBuffer events)
    {
        TradingPost post = _posts[instrument.Value];
        bool isInstitutionDue = post.Institution.NextDeadline <= deadline;
        if (!isInstitutionDue && post.Bump is { } bump && bump.TryRelease(deadline, out Request request))
            Admit(post, request, deadline, events);
        else
            post.Institution.Advance(deadline, events);
    }

    /// <summary>
    /// Stops a participant: what it has at a listing is canceled, and from now on no venue of the market lets it enter or replace
    /// an order. To cancel everything, stop it at every listing.
    /// </summary>
    public void Stop(ParticipantId participant, InstrumentId instrument, EventBuffer events)
    {
        _clearing.Stop(participant);
        _posts[instrument.Value].Institution.Stop(participant, events);
    }

    /// <summary>Stops trading in a listing: until it is resumed, only cancels are accepted.</summary>
    public void Halt(InstrumentId instrument, Timestamp now, EventBuffer events)
    {
        TradingPost post = _posts[instrument.Value];
        if (!post.IsClosed)
            post.Session.Halt(now, events);
    }

    /// <summary>Ends a halt: by an auction if the listing's rules say how long orders are collected for it, or else at once.</summary>
    public void Resume(InstrumentId instrument, Timestamp now, EventBuffer events)
    {
        TradingPost post = _posts[instrument.Value];
        if (!post.IsClosed)
            post.Session.Resume(now, events);
    }

    /// <summary>Holds an auction now: that of a call market, or the one that ends an interruption or a halt.</summary>
    public void Call(InstrumentId instrument, Timestamp now, EventBuffer events)
    {
        TradingPost post = _posts[instrument.Value];
        if (post.IsClosed)
            return;

        if (post.Institution is CallAuction auction)
            auction.Call(events);
        else
            (post.Institution as TradingSession)?.Call(now, events);
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
        TradingPost post = _posts[instrument.Value];
        if (post.IsClosed)
            return;

        while (post.Bump is { } bump && bump.TryRelease(Timestamp.Never, out Request request))
            events.Rejected(request, RejectReason.Closed);

        post.Institution.Close(events);
        post.IsClosed = true;
        events.StateChanged(TradingState.Closed);
    }

    /// <summary>The levels of a side as the venue has them, best first: for checks and snapshots, not for agents.</summary>
    public Level[] Levels(InstrumentId instrument, Side side)
    {
        BookSide levels = _posts[instrument.Value].Book[side];
        List<Level> copy = new(levels.Count);
        for (bool any = levels.TryBest(out Level level); any; any = levels.TryWorse(ref level))
            copy.Add(level);

        return [.. copy];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Admit(TradingPost post, in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason reason;
        if (request.Kind == RequestKind.Enter)
        {
            reason = _admission.CheckEnter(request, now);
            if (reason == RejectReason.None && MayEnter(post, request, now, ref reason))
            {
                post.Institution.Enter(request, now, events);
                return;
            }
        }
        else if (request.Kind == RequestKind.Replace)
        {
            reason = _admission.CheckReplace(request, now, out int replaced);
            if (reason == RejectReason.None && MayEnter(post, request, now, ref reason))
            {
                post.Institution.Replace(request, replaced, now, events);
                return;
            }
        }
        else
        {
            reason = _admission.CheckCancel(request, out int named);
            if (reason == RejectReason.None && post.IsClosed)
                reason = RejectReason.Closed;
            if (reason == RejectReason.None)
            {
                post.Institution.Cancel(request, named, now, events);
                return;
            }
        }

        events.Rejected(request, reason);
    }

    /// <summary>Whether an admitted order is let in by the trading session and by its participant's limits; or why not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool MayEnter(TradingPost post, in Request request, Timestamp now, ref RejectReason reason)
    {
        if (!post.IsClosed && _clearing.Risk is null)
            return true;

        reason = post.IsClosed ? RejectReason.Closed : _clearing.Risk!.Check(request, post.Book, now);
        return reason == RejectReason.None;
    }

    /// <summary>What is known of a request that comes soon.</summary>
    readonly record struct Upcoming(uint Name, int Instrument, Side Side, Price Limit);
}
