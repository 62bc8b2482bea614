using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Collects orders and lets them all trade at one price, at every multiple of an interval. Between two batches the book
/// is sealed: nobody sees it change.
/// </summary>
/// <remarks>
/// Priority: price, then age in batches, then by lot. Market orders and orders that do not rest live for one batch. A batch
/// that trades nothing indicates where it would have cleared, unless a side is empty. See <see cref="ClearingPrice"/> for the price.
/// Everything trades at once: an account pays for all that it buys, and not from what it sells.
/// Source: Budish, Cramton and Shim, Quarterly J. Economics 130(4), 2015; the rationing rule is that of the LEEPS exchange.
/// </remarks>
sealed class FrequentBatchAuction(Book book, Duration interval, RandomStream lots) : ISuspendable
{
    readonly List<(int Slot, OrderNumber Number)> _untilBatch = [];
    Timestamp _nextBatch = Timestamp.Zero + interval;
    long _batch = 1;

    public Timestamp? NextDeadline => book.NextExpiry is { } expiry ? Timestamp.Earliest(expiry, _nextBatch) : _nextBatch;

    public void Enter(in Request request, Timestamp now, EventBuffer events)
    {
        if (!OrderChanges.TryEnter(book, request, request.Limit, OrderChanges.RefusalInAuction(request), events, out int order))
            return;

        book.Know(order);
        Rest(order, request.Expiry, events);
    }

    public void Replace(in Request request, int replaced, Timestamp now, EventBuffer events)
    {
        if (OrderChanges.TryReplace(book, request, replaced, request.Limit, OrderChanges.RefusalInAuction(request), events))
            Rest(replaced, request.Expiry, events);
    }

    public void Cancel(in Request request, int named, Timestamp now, EventBuffer events) =>
        OrderChanges.Cancel(book, request, named, events);

    public void Advance(Timestamp deadline, EventBuffer events)
    {
        book.Expire(deadline, events);
        if (deadline < _nextBatch)
            return;

        _nextBatch += interval;
        _batch++;
        while (CutUncovered(events) || KillUnfillable(events))
        {
            // Without these lots the batch may clear elsewhere.
        }

        Clear(events);
        book.Publish(events);
    }

    /// <summary>Batches that would have taken place in the meantime are left out.</summary>
    public void Resume(Price? auctionPrice, Timestamp now, EventBuffer events)
    {
        if (_nextBatch <= now)
            _nextBatch += interval * (((now - _nextBatch).Nanoseconds / interval.Nanoseconds) + 1);
    }

    public void Close(EventBuffer events)
    {
        CancelUntilBatch(CancelReason.Closed, events);
        book.CancelWhere(null, null, TimeInForce.Day, CancelReason.Closed, events);
        book.Hide(events); // Nothing more will match, so what remains may be crossed.
    }

    void Rest(int slot, Timestamp expiry, EventBuffer events)
    {
        book.Rest(slot, expiry, new BatchPriority(_batch, lots.NextBits()), events);
        ref RestingOrder order = ref book.Order(slot);
        if (!order.Rests)
            _untilBatch.Add((slot, order.Number));
    }

    /// <summary>Cuts the orders that would trade now to what their accounts can settle; what is left of them may trade.</summary>
    bool CutUncovered(EventBuffer events)
    {
        bool hasUnpriced = book.Bids.Unpriced.Orders + book.Asks.Unpriced.Orders > 0;
        if ((book.Clearing.CoversAnyMatch && !hasUnpriced) || ClearingPrice.Of(book.Bids, book.Asks) is not { } price)
            return false;

        Quantity volume = Volume(price);
        bool any = CutUncovered(book.Bids, price, volume, events) || CutUncovered(book.Asks, price, volume, events);
        book.Clearing.ReleaseHeld(book.Instrument);
        return any;
    }

    bool CutUncovered(BookSide side, Price price, Quantity volume, EventBuffer events)
    {
        bool any = false;
        int next;
        for (int slot = side.First; slot != 0 && volume > Quantity.Zero && book.Order(slot).Accepts(price); slot = next)
        {
            next = side.After(slot);
            RestingOrder order = book.Order(slot);
            Quantity wanted = Quantity.Min(order.Remaining, volume);
            Quantity covered = Quantity.Min(wanted, book.Clearing.Affordable(order, price, book.Instrument));
            if (covered < wanted)
            {
                covered = order.TimeInForce == TimeInForce.FillOrKill ? Quantity.Zero : covered;
                book.Cancel(slot, order.Lots - (int)covered.Lots, CancelReason.InsufficientFunds, events);
                any = true;
            }

            book.Clearing.Hold(order, price, covered, book.Instrument);
            volume -= covered;
        }

        return any;
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

        Quantity volume = ClearingPrice.Of(book.Bids, book.Asks) is { } price ? Volume(price) : Quantity.Zero;
        int bid = FirstUnfilled(book.Bids, volume);
        int ask = FirstUnfilled(book.Asks, volume);
        return bid == 0 || ask == 0 ? bid + ask : book.Order(bid).Number.Value < book.Order(ask).Number.Value ? bid : ask;
    }

    /// <summary>The first fill-or-kill order of a side that does not wholly fit into the volume.</summary>
    int FirstUnfilled(BookSide side, Quantity volume)
    {
        Quantity sum = Quantity.Zero;
        for (int slot = side.First; slot != 0; slot = side.After(slot))
        {
            sum += book.Order(slot).Remaining;
            if (sum > volume && book.Order(slot).TimeInForce == TimeInForce.FillOrKill)
                return slot;
        }

        return 0;
    }

    void Clear(EventBuffer events)
    {
        Price? price = ClearingPrice.Of(book.Bids, book.Asks);
        Quantity cleared = price is { } at ? Match(at, events) : Quantity.Zero;
        if (price is { } indicated && cleared == Quantity.Zero)
        {
            long imbalance = book.Bids.WillingAt(indicated).Lots - book.Asks.WillingAt(indicated).Lots;
            events.Indication(indicated, Quantity.Zero, imbalance);
        }

        CancelUntilBatch(CancelReason.Immediate, events);
        events.AuctionEnded(cleared > Quantity.Zero ? price!.Value : default, cleared);
    }

    /// <summary>Pairs the bids and asks that accept the price, both in priority, until one side has no more.</summary>
    Quantity Match(Price price, EventBuffer events)
    {
        Quantity cleared = Quantity.Zero;
        while (book.Bids.First is var buy and not 0 && book.Asks.First is var sell and not 0)
        {
            ref RestingOrder bid = ref book.Order(buy);
            ref RestingOrder ask = ref book.Order(sell);
            if (!bid.Accepts(price) || !ask.Accepts(price))
                break;

            int lots = Math.Min(bid.Lots, ask.Lots);
            Quantity executed = new(lots);
            book.Clearing.Settle(bid, ask, price, executed, book.Instrument);
            MatchNumber match = book.NextMatch();
            book.SayExecuted(buy, lots, price, Liquidity.Auction, match, events);
            book.SayExecuted(sell, lots, price, Liquidity.Auction, match, events);
            events.Trade(default, Liquidity.Auction, price, executed, match);
            book.Take(buy, lots, match, events);
            book.Take(sell, lots, match, events);
            cleared += executed;
        }

        return cleared;
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

    Quantity Volume(Price price) => Quantity.Min(book.Bids.WillingAt(price), book.Asks.WillingAt(price));
}
