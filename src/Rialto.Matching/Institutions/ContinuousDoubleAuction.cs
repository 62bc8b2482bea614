using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Price-time priority: an incoming order trades with the best resting orders, displayed before hidden and older before
/// younger at each price, at their prices; what is left of it rests behind those of its own price.
/// </summary>
/// <remarks>
/// One request may set off more: a trade triggers orders that waited for its price, and a new best quote moves pegged
/// orders onto others. All that belongs to the same step.
/// </remarks>
sealed class ContinuousDoubleAuction(Book book, ContinuousRules rules) : ISuspendable
{
    readonly List<int> _woken = [];
    readonly bool _followsExternal = rules.FollowsExternalReference;
    PegReference _external;
    readonly Matcher _matcher = new(book, rules.Price);

    public Timestamp? NextDeadline => book.NextExpiry;

    /// <summary>Lets orders trade.</summary>
    public Matcher Matcher => _matcher;

    public void Enter(in Request request, Timestamp now, EventBuffer events)
    {
        Begin(request);
        RejectReason refusal = RejectReason.None;
        Price limit = request.Limit;
        if ((request.Flags & OrderFlags.PostOnly) != 0)
            refusal = KeepPassive(request, request.Side, request.Quantity.Lots, ref limit);

        int slot = OrderChanges.Enter(book, request, limit, refusal, events);
        if (slot != 0)
            Arrive(slot, request.Expiry, isKnown: false, events);

        Finish(events);
    }

    public void Replace(in Request request, int replaced, Timestamp now, EventBuffer events)
    {
        Begin(request);
        RejectReason refusal = RejectReason.None;
        Price limit = request.Limit;
        if ((request.Flags & OrderFlags.PostOnly) != 0)
        {
            refusal = KeepPassive(
                request, book.Order(replaced).Side, OrderChanges.LeftOf(request, book.Order(replaced)), ref limit);
        }

        if (OrderChanges.TryReplace(book, request, replaced, limit, refusal, events))
            Arrive(replaced, request.Expiry, isKnown: true, events);

        Finish(events);
    }

    public void Cancel(in Request request, int named, Timestamp now, EventBuffer events)
    {
        OrderChanges.Cancel(book, request, named, events);
        Finish(events);
    }

    public void Advance(Timestamp deadline, EventBuffer events)
    {
        book.Expire(deadline, events);
        Finish(events);
    }

    public void Stop(ParticipantId participant, EventBuffer events)
    {
        book.MassCancel.Where(participant, null, null, CancelReason.RiskLimit, events);
        Finish(events);
    }

    public void Close(EventBuffer events)
    {
        book.MassCancel.Where(null, null, TimeInForce.Day, CancelReason.Closed, events);
        book.Publish(events);
    }

    /// <summary>Lets act what the auction has triggered or moved.</summary>
    public void Resume(Price? auctionPrice, Timestamp now, EventBuffer events) => Finish(events);

    public void Refer(Price? bid, Price? ask, Timestamp now, EventBuffer events)
    {
        _external = new PegReference(InRange(bid), InRange(ask));
        Finish(events);
    }

    /// <summary>A quote that no order could have is no quote.</summary>
    static Price? InRange(Price? quote) =>
        quote is { Ticks: >= -PriceRange.FarthestTicks and <= PriceRange.FarthestTicks } ? quote : null;

    /// <summary>
    /// What pegged orders follow stays as it is when a step begins. Later it is kept up to date at the end of each.
    /// </summary>
    void Begin(in Request request)
    {
        if ((request.Type >= OrderType.MidpointPeg || (request.Flags & OrderFlags.Hidden) != 0) && !book.HasSpecial)
            _matcher.Reference = Reference;
    }

    /// <summary>
    /// Refuses a post-only order that would trade on arrival, or slides its limit to where it would not.
    /// </summary>
    RejectReason KeepPassive(in Request request, Side side, long lots, ref Price limit)
    {
        if (lots <= 0)
            return RejectReason.None;

        RestingOrder order = default;
        order.Set(request, side, limit, lots, executed: 0);
        if (WorstPrice(order, request.Offset) is not { } worst
            || Supply.First(book, order, worst, _matcher.Reference) is not { } first)
            return RejectReason.None;
        if ((request.Flags & OrderFlags.Slide) == 0)
            return RejectReason.WouldTrade;

        limit = first - new Ticks(side.Sign);
        return book.Takes(limit, lots) ? RejectReason.None : RejectReason.InvalidPrice;
    }

    /// <summary>
    /// The worst price at which an arriving order trades; null if it does not because what it follows is not there.
    /// </summary>
    Price? WorstPrice(in RestingOrder order, Ticks offset)
    {
        if (!order.IsPeg)
            return order.Type == OrderType.Market ? new Price(order.Side.Sign * PriceLadder.None) : order.Limit;

        return _matcher.Reference.Arriving(order, offset) is { } price && book.Takes(price, order.Lots) ? price : null;
    }

    /// <summary>An accepted order waits, or trades and then rests or ends.</summary>
    void Arrive(int slot, Timestamp expiry, bool isKnown, EventBuffer events)
    {
        if (book.IsSuspended)
        {
            Collect(slot, expiry, isKnown, events);
            return;
        }

        ref RestingOrder incoming = ref book.Order(slot);
        if (incoming.IsSpecial && !TryBegin(ref incoming, slot, expiry, isKnown, events))
            return;

        if (WorstPrice(incoming, incoming.IsPeg ? book.Terms(slot).Offset : default) is { } worst)
            Meet(ref incoming, slot, worst, events);

        if (incoming.Lots > 0 && incoming.Rests)
        {
            if (!isKnown)
                book.Know(slot);

            book.Rest(slot, expiry, events);
        }
        else
        {
            _matcher.EndAtOnce(slot, ref incoming, isKnown, events);
        }
    }

    void Meet(ref RestingOrder incoming, int slot, Price limit, EventBuffer events)
    {
        if (MeetsSome(incoming, limit) && MayTrade(incoming, slot, limit))
            _matcher.Match(ref incoming, limit, events);
    }

    /// <summary>
    /// Whether anything rests that an order at this limit may trade with. Quick, and most often the answer is no.
    /// </summary>
    bool MeetsSome(in RestingOrder incoming, Price limit)
    {
        Side opposite = incoming.Side.Opposite;
        return book[opposite].IsReachedBy(limit) || book.Dark(opposite) is { Count: > 0 };
    }

    /// <summary>Lets an order that waits for a price wait; all others go on.</summary>
    bool TryBegin(ref RestingOrder incoming, int slot, Timestamp expiry, bool isKnown, EventBuffer events)
    {
        if (!incoming.Waits)
            return true;

        if (!isKnown)
            book.Know(slot);

        book.Wait(slot, expiry);
        return false;
    }

    /// <summary>Puts an order into the book without a match: it waits for an auction.</summary>
    void Collect(int slot, Timestamp expiry, bool isKnown, EventBuffer events)
    {
        if (!isKnown)
            book.Know(slot);

        book.Rest(slot, expiry, events);
    }

    /// <summary>Whether as many lots could trade at once as the order demands.</summary>
    bool MayTrade(in RestingOrder incoming, int slot, Price limit)
    {
        int demanded = incoming.TimeInForce == TimeInForce.FillOrKill ? incoming.Lots
            : incoming.HasMinimum ? Math.Min(book.Terms(slot).Minimum, incoming.Lots)
            : 0;
        return demanded == 0 || Supply.Covers(book, incoming, limit, _matcher.Reference, demanded);
    }

    /// <summary>Does what the step has set off, and tells the public how the book is now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Finish(EventBuffer events)
    {
        if (book.HasSpecial && !book.IsSuspended)
            Follow(events);

        book.Publish(events);
    }

    /// <summary>Lets the orders act that a trade has triggered, or that a new best quote has moved.</summary>
    void Follow(EventBuffer events)
    {
        if (book.HasTriggered)
            Activate(events);
        if (Reference != _matcher.Reference && !book.IsSuspended)
            Wake(events);
    }

    /// <summary>Lets the orders arrive whose price was traded, one after another.</summary>
    void Activate(EventBuffer events)
    {
        while (!book.IsSuspended && book.TryTakeTriggered(out int slot))
        {
            ref RestingOrder order = ref book.Order(slot);
            ref SpecialTerms terms = ref book.Terms(slot);
            Price trigger = order.Type == OrderType.TrailingStop
                ? terms.Trigger + new Ticks(order.Side.Sign * terms.Offset.Count)
                : terms.Trigger;
            order.Type = order.Type == OrderType.StopLimit ? OrderType.Limit : OrderType.Market;
            events.Triggered(order.Side, order.Participant, order.Number, order.Order, trigger, order.Remaining);
            Arrive(slot, terms.Expiry, isKnown: true, events);
        }
    }

    /// <summary>
    /// Orders in the dark may have been moved onto others, or find the lots that they demand: each arrives again, in
    /// order of acceptance, until none trades.
    /// </summary>
    void Wake(EventBuffer events)
    {
        long before;
        do
        {
            before = _matcher.Matches;
            _woken.Clear();
            book.CopyDarkTo(_woken);
            foreach (int slot in _woken)
                Wake(slot, events);
        }
        while (_matcher.Matches > before && !book.IsSuspended);

        if (!book.IsSuspended)
            // Or else it has moved when trading goes on, and wakes those that did not get their turn.
            _matcher.Reference = Reference;
    }

    void Wake(int slot, EventBuffer events)
    {
        if (book.IsSuspended)
            return;

        _matcher.Reference = Reference;
        ref RestingOrder order = ref book.Order(slot);
        bool isAlive = order.Number != default; // It may have traded with one that was woken before it.
        if (!isAlive || book.RestingPrice(slot, _matcher.Reference) is not { } worst)
            return;

        if (MeetsSome(order, worst) && MayTrade(order, slot, worst))
        {
            int before = order.Lots;
            book.Lift(slot, ref order, order.Side, events);
            order.Lots = before;
            _matcher.Match(ref order, worst, events);
            if (order.Lots > 0)
                book.RestInTheDark(slot);
            else
                book.Forget(slot);
        }

        if (book.HasTriggered)
            Activate(events);
    }

    PegReference Reference => _followsExternal ? _external : new PegReference(book.Bids.BestPrice, book.Asks.BestPrice);
}
