using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Price-time priority: an incoming order trades with the best resting orders, oldest first at each price, at their
/// prices; what is left of it rests behind those of its own price.
/// </summary>
sealed class ContinuousDoubleAuction(Book book) : ISuspendable
{
    public Timestamp? NextDeadline => book.NextExpiry;

    public void Apply(in Request request, int named, Timestamp now, EventBuffer events)
    {
        switch (request.Kind)
        {
            case RequestKind.Enter:
                Enter(request, events);
                break;
            case RequestKind.Replace:
                Replace(request, named, events);
                break;
            case RequestKind.Cancel:
                OrderChanges.Cancel(book, request, named, events);
                break;
            case RequestKind.CancelAll:
                OrderChanges.CancelAll(book, request, events);
                break;
        }

        book.Publish(events);
    }

    public void Advance(Timestamp deadline, EventBuffer events)
    {
        book.Expire(deadline, events);
        book.Publish(events);
    }

    public void Close(EventBuffer events)
    {
        book.CancelDayOrders(events);
        book.Publish(events);
    }

    public void Resume(Price? auctionPrice, Timestamp now, EventBuffer events) => book.Publish(events);

    void Enter(in Request request, EventBuffer events)
    {
        RejectReason refusal = WouldTrade(request, request.Side) ? RejectReason.WouldTrade : RejectReason.None;
        if (OrderChanges.TryEnter(book, request, refusal, events, out int incoming))
            Trade(incoming, request.Expiry, events);
    }

    void Replace(in Request request, int replaced, EventBuffer events)
    {
        Side side = book.Order(replaced).Side;
        RejectReason refusal = WouldTrade(request, side) ? RejectReason.WouldTrade : RejectReason.None;
        if (OrderChanges.TryReplace(book, request, replaced, refusal, events, out int replacement))
            Trade(replacement, request.Expiry, events);
    }

    bool WouldTrade(in Request request, Side side) =>
        (request.Flags & OrderFlags.PostOnly) != 0
        && book[side.Opposite].BestPrice is { } best
        && side.Crosses(request.Limit, best);

    void Trade(int slot, Timestamp expiry, EventBuffer events)
    {
        if (book.IsSuspended)
        {
            book.Rest(slot, expiry);
            return;
        }

        ref RestingOrder incoming = ref book.Order(slot);
        bool isKilled = incoming.TimeInForce == TimeInForce.FillOrKill
            && book[incoming.Side.Opposite].Within(incoming, incoming.Remaining, book.Prices) < incoming.Remaining;
        if (!isKilled)
            Match(ref incoming, events);

        if (incoming.Remaining > Quantity.Zero && incoming.Rests)
        {
            book.Rest(slot, expiry);
            return;
        }

        if (incoming.Remaining > Quantity.Zero)
            Withdraw(ref incoming, incoming.Remaining, CancelReason.Immediate, events);

        book.Discard(slot);
    }

    void Match(ref RestingOrder incoming, EventBuffer events)
    {
        BookSide contra = book[incoming.Side.Opposite];
        while (incoming.Remaining > Quantity.Zero && contra.First is var slot and not 0)
        {
            ref RestingOrder resting = ref book.Order(slot);
            Price price = resting.Limit;
            if (!incoming.Accepts(price))
                break;
            if (book.Prices is { } prices && !prices.Allows(price))
            {
                prices.Interrupt();
                break;
            }

            Quantity executed = Quantity.Min(incoming.Remaining, resting.Remaining);

            if (Cut(ref incoming, slot, price, executed, events))
                continue;

            if (incoming.Side == Side.Buy)
                book.Clearing.Settle(incoming, resting, price, executed, book.Instrument);
            else
                book.Clearing.Settle(resting, incoming, price, executed, book.Instrument);

            MatchNumber match = book.NextMatch();
            incoming.Executed += executed;
            incoming.Remaining -= executed;
            book.Execute(slot, executed, price, Liquidity.Added, match, events);
            Book.SayExecuted(incoming, incoming.Remaining, executed, price, Liquidity.Removed, match, events);
            events.Trade(incoming.Side, Liquidity.Removed, price, executed, match);
            book.Prices?.OnTrade(price);
        }
    }

    /// <summary>Cuts an order whose account cannot settle the match: the buyer's first, then the seller's.</summary>
    /// <returns>Whether one was cut, so that the match must be looked at again.</returns>
    bool Cut(ref RestingOrder incoming, int slot, Price price, Quantity executed, EventBuffer events)
    {
        if (book.Clearing.CoversAnyMatch)
            return false;

        return incoming.Side == Side.Buy
            ? CutIncoming(ref incoming, price, executed, events) || book.CutResting(slot, price, executed, events)
            : book.CutResting(slot, price, executed, events) || CutIncoming(ref incoming, price, executed, events);
    }

    bool CutIncoming(ref RestingOrder incoming, Price price, Quantity executed, EventBuffer events)
    {
        Quantity affordable = book.Clearing.Affordable(incoming, price, book.Instrument);
        if (affordable >= executed)
            return false;

        Withdraw(ref incoming, incoming.Remaining - affordable, CancelReason.InsufficientFunds, events);
        return true;
    }

    void Withdraw(ref RestingOrder incoming, Quantity canceled, CancelReason reason, EventBuffer events)
    {
        book.Clearing.Release(incoming, canceled, book.Instrument);
        Book.SayCanceled(incoming, canceled, reason, events);
        incoming.Remaining -= canceled;
    }
}
