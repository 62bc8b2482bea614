using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Collects orders and lets them all trade at one price, at regular instants. Between two batches the book is sealed:
/// nobody sees it change.
/// </summary>
/// <remarks>
/// Priority: price, then what <see cref="Rationing"/> says. Market orders and orders that do not rest live for one
/// batch. A batch that trades nothing indicates where it would have cleared, unless a side is empty. See
/// <see cref="ClearingPrice"/> for the price.
/// <para>
/// A batch is planned before anything trades: the price, and how many lots each order gets. Orders whose accounts
/// cannot settle what they would get are cut, then one fill-or-kill order that would not get all of its lots is killed,
/// and the batch is planned again without them, until nothing is in the way.
/// </para>
/// Source: Budish, Cramton and Shim, Quarterly J. Economics 130(4), 2015.
/// </remarks>
sealed class FrequentBatchAuction(Book book, BatchRules rules, RandomStream lots) : ISuspendable
{
    readonly List<(int Slot, OrderNumber Number)> _untilBatch = [];
    readonly Pairing _pairing = new(book, rules.Rationing);
    Timestamp _nextBatch = Timestamp.Zero + (rules.Phase > Duration.Zero ? rules.Phase : rules.Interval);
    long _batch = 1;

    public Timestamp? NextDeadline =>
        book.NextExpiry is { } expiry ? Timestamp.Earliest(expiry, _nextBatch) : _nextBatch;

    public void Enter(in Request request, Timestamp now, EventBuffer events)
    {
        int order = OrderChanges.Enter(book, request, request.Limit, OrderChanges.RefusalInAuction(request), events);
        if (order == 0)
            return;

        book.Know(order);
        Rest(order, request.Expiry, events);
    }

    public void Replace(in Request request, int replaced, Timestamp now, EventBuffer events)
    {
        if (OrderChanges.TryReplace(
            book, request, replaced, request.Limit, OrderChanges.RefusalInAuction(request), events))
            Rest(replaced, request.Expiry, events);
    }

    public void Cancel(in Request request, int named, Timestamp now, EventBuffer events) =>
        OrderChanges.Cancel(book, request, named, events);

    public void Advance(Timestamp deadline, EventBuffer events)
    {
        book.Expire(deadline, events);
        if (deadline < _nextBatch)
            return;

        _nextBatch += rules.Interval;
        _batch++;
        Price? price = Plan();
        while ((price is { } at && _pairing.CutUncovered(at, events)) || KillUnfillable(events))
            price = Plan();

        Clear(price, events);
        book.Publish(events);
    }

    /// <summary>Batches that would have taken place in the meantime are left out.</summary>
    public void Resume(Price? auctionPrice, Timestamp now, EventBuffer events)
    {
        if (_nextBatch <= now)
            _nextBatch += rules.Interval * (((now - _nextBatch).Nanoseconds / rules.Interval.Nanoseconds) + 1);
    }

    public void Stop(ParticipantId participant, EventBuffer events) =>
        book.MassCancel.Where(participant, null, null, CancelReason.RiskLimit, events);

    public void Close(EventBuffer events)
    {
        CancelUntilBatch(CancelReason.Closed, events);
        book.MassCancel.Where(null, null, TimeInForce.Day, CancelReason.Closed, events);
        book.Hide(events); // Nothing more will match, so what remains may be crossed.
    }

    void Rest(int slot, Timestamp expiry, EventBuffer events)
    {
        if (rules.Rationing == Rationing.RandomByAge)
            book.Rest(slot, expiry, new BatchPriority(_batch, lots.NextBits()), events);
        else
            book.Rest(slot, expiry, events);

        ref RestingOrder order = ref book.Order(slot);
        if (!order.Rests)
            _untilBatch.Add((slot, order.Number));
    }

    /// <returns>The price at which the batch would clear as the book is now.</returns>
    Price? Plan()
    {
        Price? price = ClearingPrice.Of(book.Bids, book.Asks, rules.Price);
        Quantity volume = price is { } at
            ? Quantity.Min(book.Bids.WillingAt(at), book.Asks.WillingAt(at))
            : Quantity.Zero;
        _pairing.Share(volume);
        return price;
    }

    /// <summary>Cancels the first fill-or-kill order in priority that would not fill.</summary>
    bool KillUnfillable(EventBuffer events)
    {
        int slot = FindUnfillable();
        if (slot != 0)
            book.Cancel(slot, CancelReason.Immediate, events);

        return slot != 0;
    }

    int FindUnfillable()
    {
        bool any = false;
        foreach ((int slot, OrderNumber number) in _untilBatch)
            any |= book.Order(slot).Number == number && book.Order(slot).TimeInForce == TimeInForce.FillOrKill;
        if (!any)
            return 0;

        int bid = FirstUnfilled(book.Bids, _pairing.Bids);
        int ask = FirstUnfilled(book.Asks, _pairing.Asks);
        return bid == 0 || ask == 0
            ? bid + ask
            : book.Order(bid).Number.Value < book.Order(ask).Number.Value
            ? bid
            : ask;
    }

    /// <summary>The first fill-or-kill order of a side that would not get all of its lots.</summary>
    int FirstUnfilled(BookSide side, ReadOnlySpan<(int Slot, Quantity Lots)> shares)
    {
        int place = 0;
        for (int slot = side.First; slot != 0; slot = side.After(slot))
        {
            Quantity share = place < shares.Length ? shares[place++].Lots : Quantity.Zero;
            ref RestingOrder order = ref book.Order(slot);
            if (share < order.Remaining && order.TimeInForce == TimeInForce.FillOrKill)
                return slot;
        }

        return 0;
    }

    void Clear(Price? price, EventBuffer events)
    {
        Quantity cleared = price is { } at ? _pairing.Match(at, events) : Quantity.Zero;
        if (price is { } indicated && cleared == Quantity.Zero)
        {
            long imbalance = book.Bids.WillingAt(indicated).Lots - book.Asks.WillingAt(indicated).Lots;
            events.Indication(indicated, Quantity.Zero, imbalance);
        }

        CancelUntilBatch(CancelReason.Immediate, events);
        events.AuctionEnded(cleared > Quantity.Zero ? price!.Value : default, cleared);
    }

    void CancelUntilBatch(CancelReason reason, EventBuffer events)
    {
        foreach ((int slot, OrderNumber number) in _untilBatch)
        {
            if (book.Order(slot).Number == number)
                book.Cancel(slot, reason, events);
        }

        _untilBatch.Clear();
    }
}
