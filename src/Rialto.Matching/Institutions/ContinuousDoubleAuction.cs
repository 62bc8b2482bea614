using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Price-time priority: an incoming order trades with the best resting orders, displayed before hidden and older before
/// younger at each price, at their prices; what is left of it rests behind those of its own price.
/// </summary>
/// <remarks>
/// One request may set off more: a trade triggers orders that waited for its price, and a new best quote moves pegged orders
/// onto others. All that belongs to the same step.
/// </remarks>
sealed class ContinuousDoubleAuction(Book book, ContinuousRules rules) : ISuspendable
{
    readonly List<int> _woken = [];
    readonly PriceRule _priceRule = rules.Price;
    readonly bool _followsExternal = rules.FollowsExternalReference;
    PegReference _external;
    PegReference _reference;
    long _matches;

    public Timestamp? NextDeadline => book.NextExpiry;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Enter(in Request request, Timestamp now, EventBuffer events)
    {
        if (request.IsPlain && book.IsOrdinary)
        {
            if (OrderChanges.TryEnter(book, request, request.Limit, RejectReason.None, events, out int plain))
                ArrivePlain(plain, ref book.Order(plain), request.Side, isKnown: false, events);

            book.Publish(events);
        }
        else
        {
            EnterSpecial(request, events);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Replace(in Request request, int replaced, Timestamp now, EventBuffer events)
    {
        if (request.IsPlain && book.IsOrdinary)
        {
            ref RestingOrder order = ref book.Order(replaced);
            Side side = order.Side;
            if (OrderChanges.TryReplace(book, request, replaced, ref order, request.Limit, RejectReason.None, events))
                ArrivePlain(replaced, ref order, side, isKnown: true, events);

            book.Publish(events);
        }
        else
        {
            ReplaceSpecial(request, replaced, events);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void EnterSpecial(in Request request, EventBuffer events)
    {
        Begin(request);
        RejectReason refusal = RejectReason.None;
        Price limit = request.Limit;
        if ((request.Flags & OrderFlags.PostOnly) != 0)
            refusal = KeepPassive(request, request.Side, request.Quantity.Lots, ref limit);
        if (OrderChanges.TryEnter(book, request, limit, refusal, events, out int slot))
            Arrive(slot, request.Expiry, isKnown: false, events);

        Finish(events);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ReplaceSpecial(in Request request, int replaced, EventBuffer events)
    {
        Begin(request);
        RejectReason refusal = RejectReason.None;
        Price limit = request.Limit;
        if ((request.Flags & OrderFlags.PostOnly) != 0)
            refusal = KeepPassive(request, book.Order(replaced).Side, OrderChanges.LeftOf(request, book.Order(replaced)), ref limit);
        if (OrderChanges.TryReplace(book, request, replaced, ref book.Order(replaced), limit, refusal, events))
            Arrive(replaced, request.Expiry, isKnown: true, events);

        Finish(events);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Cancel(in Request request, int named, Timestamp now, EventBuffer events)
    {
        if (request.Kind == RequestKind.Cancel && request.Quantity == Quantity.Zero && book.Order(named).IsInSight)
            book.End(named, ref book.Order(named), CancelReason.Requested, events);
        else
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
        book.CancelWhere(participant, null, null, CancelReason.RiskLimit, events);
        Finish(events);
    }

    public void Close(EventBuffer events)
    {
        book.CancelWhere(null, null, TimeInForce.Day, CancelReason.Closed, events);
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

    /// <summary>What pegged orders follow stays as it is when a step begins. Later it is kept up to date at the end of each.</summary>
    void Begin(in Request request)
    {
        if ((request.Type >= OrderType.MidpointPeg || (request.Flags & OrderFlags.Hidden) != 0) && !book.HasSpecial)
            _reference = Reference;
    }

    /// <summary>Refuses a post-only order that would trade on arrival, or slides its limit to where it would not.</summary>
    RejectReason KeepPassive(in Request request, Side side, long lots, ref Price limit)
    {
        if (lots <= 0)
            return RejectReason.None;

        RestingOrder order = default;
        order.Set(request, side, limit, lots, executed: 0);
        if (WorstPrice(order, request.Offset) is not { } worst || Supply.First(book, order, worst, _reference) is not { } first)
            return RejectReason.None;
        if ((request.Flags & OrderFlags.Slide) == 0)
            return RejectReason.WouldTrade;

        limit = first - new Ticks(side.Sign);
        return book.Takes(limit, lots) ? RejectReason.None : RejectReason.InvalidPrice;
    }

    /// <summary>The worst price at which an arriving order trades; null if it does not because what it follows is not there.</summary>
    Price? WorstPrice(in RestingOrder order, Ticks offset)
    {
        if (!order.IsPeg)
            return order.Type == OrderType.Market ? new Price(order.Side.Sign * PriceLadder.None) : order.Limit;

        return _reference.Arriving(order, offset) is { } price && book.Takes(price, order.Lots) ? price : null;
    }

    /// <summary>An accepted order of which nothing is special, in a book of which nothing is, trades and then rests or ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ArrivePlain(int slot, ref RestingOrder incoming, Side side, bool isKnown, EventBuffer events)
    {
        if (book[side.Opposite].IsReachedBy(incoming.Limit))
            Match(ref incoming, incoming.Limit, events);

        if (incoming.Lots > 0 && incoming.IsPlain)
        {
            if (!isKnown)
                book.Know(slot, incoming);

            book.Append(slot, ref incoming, side, events);
        }
        else
        {
            EndPlain(slot, ref incoming, isKnown, events);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void EndPlain(int slot, ref RestingOrder incoming, bool isKnown, EventBuffer events)
    {
        if (incoming.Lots > 0)
            Withdraw(ref incoming, incoming.Lots, CancelReason.Immediate, events);

        End(slot, isKnown);
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

        if (incoming.Lots == 0)
        {
            End(slot, isKnown);
        }
        else if (incoming.Rests)
        {
            if (!isKnown)
                book.Know(slot);

            book.Rest(slot, expiry, events);
        }
        else
        {
            Withdraw(ref incoming, incoming.Lots, CancelReason.Immediate, events);
            End(slot, isKnown);
        }
    }

    void Meet(ref RestingOrder incoming, int slot, Price limit, EventBuffer events)
    {
        if (MeetsSome(incoming, limit) && MayTrade(incoming, slot, limit))
            Match(ref incoming, limit, events);
    }

    /// <summary>Whether anything rests that an order at this limit may trade with. Quick, and most often the answer is no.</summary>
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

    void End(int slot, bool isKnown)
    {
        if (isKnown)
            book.Forget(slot);
        else
            book.Discard(slot);
    }

    /// <summary>Whether as many lots could trade at once as the order demands.</summary>
    bool MayTrade(in RestingOrder incoming, int slot, Price limit)
    {
        int demanded = incoming.TimeInForce == TimeInForce.FillOrKill ? incoming.Lots
            : incoming.HasMinimum ? Math.Min(book.Terms(slot).Minimum, incoming.Lots)
            : 0;
        return demanded == 0 || Supply.Covers(book, incoming, limit, _reference, demanded);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Match(ref RestingOrder incoming, Price limit, EventBuffer events)
    {
        Side side = incoming.Side;
        BookSide displayed = book[side.Opposite];
        while (incoming.Lots > 0)
        {
            int slot = displayed.FirstPriced;
            Price price = displayed.BestOrWorst;
            if (book.HasDark)
                LookInTheDark(side.Opposite, incoming.Lots, ref slot, ref price);
            if (slot == 0 || !side.Crosses(limit, price))
                break;

            ref RestingOrder resting = ref book.Order(slot);
            if (incoming.SelfMatchPrevention != 0 && incoming.Participant == resting.Participant)
            {
                PreventSelfMatch(ref incoming, slot, events);
                continue;
            }

            int executed = Math.Min(incoming.Lots, resting.Lots);
            bool isByLimit = _priceRule != PriceRule.Resting && incoming.Type != OrderType.Market;
            Price at = isByLimit && _priceRule == PriceRule.Midpoint ? Halfway(limit, price, side) : price;
            Price paid = isByLimit && _priceRule == PriceRule.Overlap ? limit : at;
            if (book.Prices is { } prices && !prices.Allows(at))
            {
                prices.Interrupt();
                break;
            }

            if (!book.Clearing.CoversAnyMatch && Cut(ref incoming, slot, at, paid, executed, events))
                continue;

            Execute(ref incoming, slot, ref resting, at, paid, executed, events);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Execute(
        ref RestingOrder incoming, int slot, ref RestingOrder resting, Price at, Price paid, int executed, EventBuffer events)
    {
        Quantity lots = new(executed);
        book.Clearing.Settle(incoming, resting, at, lots, book.Instrument);
        MatchNumber match = book.NextMatch();
        _matches++;
        incoming.ExecutedLots += executed;
        incoming.Lots -= executed;
        book.SayExecuted(slot, ref resting, executed, at, Liquidity.Added, match, events);
        Book.SayExecuted(incoming, incoming.Lots, executed, at, Liquidity.Removed, match, events);
        book.Clearing.Charge(incoming, lots, paid, Liquidity.Removed, book.Instrument, events);
        if (paid != at)
            book.Clearing.ChargeDifference(incoming, lots, at, paid, book.Instrument, events);

        events.Trade(incoming.Side, Liquidity.Removed, at, lots, match);
        book.Take(slot, ref resting, executed, match, events);
        book.NoteTrade(at);
    }

    /// <summary>Finds the resting order that trades next with an incoming one of so many lots, if it is not a displayed one.</summary>
    void LookInTheDark(Side side, int incoming, ref int slot, ref Price price)
    {
        if (book.Dark(side) is { Count: > 0 } dark && dark.TryBest(_reference, incoming, default, out int hidden, out Price at)
            && (slot == 0 || side.IsBetter(at, price)))
            (slot, price) = (hidden, at);
    }

    /// <summary>Halfway between an incoming and a resting price; a half tick goes to the resting order.</summary>
    static Price Halfway(Price incoming, Price resting, Side incomingSide)
    {
        Midpoint midpoint = Midpoint.Between(incoming, resting);
        return incomingSide == Side.Sell ? midpoint.Down : midpoint.Up;
    }

    /// <summary>Two orders of one participant meet: one of them gives way, as the incoming one says.</summary>
    void PreventSelfMatch(ref RestingOrder incoming, int slot, EventBuffer events)
    {
        OrderFlags mode = incoming.SelfMatchPrevention;
        if ((mode & OrderFlags.Decrement) != 0)
        {
            ref RestingOrder resting = ref book.Order(slot);
            int lots = Math.Min(incoming.Lots, resting.Lots);
            book.Clearing.Release(resting, new Quantity(lots), book.Instrument);
            Book.SayCanceled(resting, book.LotsOf(slot), lots, CancelReason.SelfMatch, events);
            book.Reduce(slot, lots, default, events);
            Withdraw(ref incoming, lots, CancelReason.SelfMatch, events);
            book.Renew(slot, events);
            return;
        }

        if ((mode & OrderFlags.CancelResting) != 0)
            book.Cancel(slot, CancelReason.SelfMatch, events);
        if ((mode & OrderFlags.CancelIncoming) != 0)
            Withdraw(ref incoming, incoming.Lots, CancelReason.SelfMatch, events);
    }

    /// <summary>Cuts an order whose account cannot settle the match: the buyer's first, then the seller's.</summary>
    /// <returns>Whether one was cut, so that the match must be looked at again.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    bool Cut(ref RestingOrder incoming, int slot, Price price, Price paid, int executed, EventBuffer events)
    {
        bool isCut = incoming.Side == Side.Buy
            ? CutIncoming(ref incoming, paid, executed, events) || book.CutResting(slot, price, executed, events)
            : book.CutResting(slot, price, executed, events) || CutIncoming(ref incoming, paid, executed, events);
        return isCut || (paid != price && CutIncoming(ref incoming, price, executed, events));
    }

    bool CutIncoming(ref RestingOrder incoming, Price price, int executed, EventBuffer events)
    {
        long affordable = book.Clearing.Affordable(incoming, price, book.Instrument).Lots;
        if (affordable >= executed)
            return false;

        Withdraw(ref incoming, incoming.Lots - (int)affordable, CancelReason.InsufficientFunds, events);
        return true;
    }

    void Withdraw(ref RestingOrder incoming, int canceled, CancelReason reason, EventBuffer events)
    {
        book.Clearing.Release(incoming, new Quantity(canceled), book.Instrument);
        Book.SayCanceled(incoming, incoming.Lots, canceled, reason, events);
        incoming.Lots -= canceled;
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
        if (Reference != _reference && !book.IsSuspended)
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
    /// Orders in the dark may have been moved onto others, or find the lots that they demand: each arrives again, in order of
    /// acceptance, until none trades.
    /// </summary>
    void Wake(EventBuffer events)
    {
        long before;
        do
        {
            before = _matches;
            _woken.Clear();
            book.CopyDarkTo(_woken);
            foreach (int slot in _woken)
                Wake(slot, events);
        }
        while (_matches > before && !book.IsSuspended);

        if (!book.IsSuspended)
            _reference = Reference; // Or else it has moved when trading goes on, and wakes those that did not get their turn.
    }

    void Wake(int slot, EventBuffer events)
    {
        if (book.IsSuspended)
            return;

        _reference = Reference;
        ref RestingOrder order = ref book.Order(slot);
        bool isAlive = order.Number != default; // It may have traded with one that was woken before it.
        if (!isAlive || book.RestingPrice(slot, _reference) is not { } worst)
            return;

        if (MeetsSome(order, worst) && MayTrade(order, slot, worst))
        {
            int before = order.Lots;
            book.Lift(slot, ref order, order.Side, events);
            order.Lots = before;
            Match(ref order, worst, events);
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
