using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>A marketplace: its listings, each under its rule of trading, and what it admits.</summary>
/// <remarks>
/// A function from (state, input) to (state, events). It knows no clock, thread, agent or listener; the events of a
/// call are appended to the buffer that the caller hands in and drains.
/// </remarks>
public sealed class Venue
{
    readonly Clearing _clearing;
    readonly Admission _admission;
    readonly TradingPost[] _posts;
    readonly OrderPool _pool = new();
    readonly LookAhead _lookAhead;

    /// <param name="rules">The rule of trading of each instrument, in the order of the market's instruments.</param>
    /// <param name="clearing">The accounts, shared with the market's other venues.</param>
    /// <param name="lots">
    /// Draws lots where a rule leaves an order of precedence to chance: one stream per listing.
    /// </param>
    /// <param name="fees">What the venue charges; null for nothing.</param>
    public Venue(
        IReadOnlyList<InstitutionRules> rules, Clearing clearing, Func<InstrumentId, RandomStream> lots,
        FeeSchedule? fees = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(lots);
        _clearing = clearing;
        VenueFees? charged = fees is null ? null : new VenueFees(fees, clearing.Participants);
        VenueNumbers numbers = new();
        LevelChanges changes = new(); // For all listings that tell them in the step in which they happen.
        PriceRange range = new(clearing, rules.Count);
        _admission = new Admission(_pool, clearing, range, rules.Count);
        _posts = new TradingPost[rules.Count];
        _lookAhead = new LookAhead(_pool, _posts);
        for (short i = 0; i < rules.Count; i++)
        {
            InstrumentId instrument = new(i);
            Book book = new(
                _pool, numbers, new ListingClearing(clearing, charged, instrument), range, instrument, changes);
            _posts[i] = new TradingPost(
                book, rules[i].Open(book, lots(instrument)),
                rules[i] is SpeedBumpRules bump ? new SpeedBump(bump, book, _pool) : null);
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
    /// Applies a request. It gets its terminal answer in this call, or, if a speed bump holds it up, in the one that
    /// lets it go.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Apply(in Request request, Timestamp now, EventBuffer events)
    {
        if (!TryPlainly(request, now, events))
            ApplyAny(request, now, events);
    }

    /// <summary>
    /// Fetches what a request will need that is applied soon. A hint: it changes nothing, and may be left out.
    /// </summary>
    public void Prefetch(in Request upcoming)
    {
        // A small venue stands in the nearest cache anyway.
        if (_pool.IsLarge && _admission.Knows(upcoming))
            _lookAhead.Prefetch(upcoming);
    }

    /// <summary>
    /// Tells a listing the quotes that its pegged orders follow, if its rules say that they are told.
    /// </summary>
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
    /// Does what is due at a listing's <see cref="NextDeadline"/>: first what the institution does on its own, then, in
    /// a call each, the requests that a speed bump lets go.
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
    /// Stops a participant: what it has at a listing is canceled, and from now on no venue of the market lets it enter
    /// or replace an order. To cancel everything, stop it at every listing.
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

    /// <summary>
    /// Ends a halt: by an auction if the listing's rules say how long orders are collected for it, or else at once.
    /// </summary>
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

    /// <summary>
    /// Pays so much for each lot that anybody holds, at any venue; who is short pays it, as far as his free cash goes.
    /// </summary>
    /// <remarks>The money comes from the house, and is told as a charge below zero that belongs to no order.</remarks>
    public void Pay(InstrumentId instrument, Ticks perLot, EventBuffer events)
    {
        for (int participant = 0; participant < _clearing.Participants; participant++)
        {
            if (_clearing.TryPay(participant, instrument, perLot, out long lots, out long charged))
                events.Charged(
                    Side.Buy, Liquidity.None, new ParticipantId(participant), default, default,
                    new Quantity(Math.Abs(lots)), new Cash(charged));
        }
    }

    /// <summary>
    /// Ends a listing's trading session: day orders are canceled, requests that are held up and later ones are refused.
    /// </summary>
    public void Close(InstrumentId instrument, EventBuffer events)
    {
        TradingPost post = _posts[instrument.Value];
        if (post.IsClosed)
            return;

        while (post.Bump is { } bump && bump.TryRelease(Timestamp.Never, out Request request))
            events.Rejected(request, RejectReason.Closed);

        post.Institution.Close(events);
        post.Close();
        events.StateChanged(TradingState.Closed);
    }

    /// <summary>
    /// The levels of a side as the venue has them, best first: for checks and snapshots, not for agents.
    /// </summary>
    public Level[] Levels(InstrumentId instrument, Side side)
    {
        BookSide levels = _posts[instrument.Value].Book[side];
        List<Level> copy = new(levels.Count);
        for (bool any = levels.TryBest(out Level level); any; any = levels.TryWorse(ref level))
            copy.Add(level);

        return [.. copy];
    }

    /// <summary>
    /// Most requests take the short way. A request that anything speaks against does not, and changes nothing here.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryPlainly(in Request request, Timestamp now, EventBuffer events)
    {
        if (!request.IsPlain || !_admission.Knows(request)
            || Hardware.At(_posts, request.Listing.Instrument.Value).Plain is not { IsOpen: true } plain)
            return false;

        if (request.Kind == RequestKind.Enter)
        {
            if (request.Side > Side.Sell || !_admission.IsBeyondDoubt(request) || !_admission.TryName(request))
                return false;
            if (_clearing.Risk is null || IsWithinLimits(request, plain.Book, now, events))
                plain.Enter(request, events);

            return true;
        }

        bool isReplace = request.Kind == RequestKind.Replace;
        if (!isReplace && (request.Kind != RequestKind.Cancel || request.Quantity != Quantity.Zero))
            return false;

        int slot = _pool.Find(request.Participant, isReplace ? request.Replaces : request.Order);
        ref RestingOrder order = ref _pool[slot];
        if (slot == 0 || order.Instrument.Value != request.Listing.Instrument.Value || !order.IsInSight)
            return false;

        if (!isReplace)
        {
            plain.Cancel(slot, ref order, events);
            return true;
        }

        long left = OrderChanges.LeftOf(request, order);
        if (left <= 0 || !_admission.IsBeyondDoubt(request)
            || (request.Order.Value != request.Replaces.Value && !_admission.TryName(request)))
            return false;
        if (_clearing.Risk is null || IsWithinLimits(request, plain.Book, now, events))
            plain.Replace(request, slot, ref order, left, events);

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool IsWithinLimits(in Request request, Book book, Timestamp now, EventBuffer events)
    {
        RejectReason reason = _clearing.Risk![request.Participant]?.Check(request, book, now) ?? RejectReason.None;
        if (reason != RejectReason.None)
            events.Rejected(request, reason);

        return reason == RejectReason.None;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ApplyAny(in Request request, Timestamp now, EventBuffer events)
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

    void Admit(TradingPost post, in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason reason;
        int named = 0;
        if (request.Kind == RequestKind.Enter)
            reason = _admission.CheckEnter(request, now);
        else if (request.Kind == RequestKind.Replace)
            reason = _admission.CheckReplace(request, now, out named);
        else
            reason = _admission.CheckCancel(request, out named);

        // A replacement by nothing ends an order, which is never refused.
        bool isEntered = request.Kind <= RequestKind.Replace && request.Quantity > Quantity.Zero;
        if (reason == RejectReason.None && post.IsClosed)
            reason = RejectReason.Closed;
        else if (reason == RejectReason.None && isEntered && _clearing.Risk?[request.Participant] is { } limited)
            reason = limited.Check(request, post.Book, now);

        if (reason != RejectReason.None)
            events.Rejected(request, reason);
        else if (request.Kind == RequestKind.Enter)
            post.Institution.Enter(request, now, events);
        else if (request.Kind == RequestKind.Replace)
            post.Institution.Replace(request, named, now, events);
        else
            post.Institution.Cancel(request, named, now, events);
    }
}
