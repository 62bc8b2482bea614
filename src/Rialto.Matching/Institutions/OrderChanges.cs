using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Entries, cancels and replaces as far as they mean the same under every rule of trading.</summary>
static class OrderChanges
{
    /// <summary>Accepts an order, unless the rule of trading or the account refuses it.</summary>
    /// <param name="book">Where it is entered.</param>
    /// <param name="request">The enter request.</param>
    /// <param name="refusal">Why the rule of trading refuses it; none if it does not.</param>
    /// <param name="events">Where to say what happens.</param>
    /// <param name="incoming">The slot of the order.</param>
    public static bool TryEnter(Book book, in Request request, RejectReason refusal, EventBuffer events, out int incoming)
    {
        incoming = 0;
        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return false;
        }

        incoming = book.Draft();
        ref RestingOrder order = ref book.Order(incoming);
        order = new RestingOrder(request, request.Side, request.Quantity, Quantity.Zero);
        if (!book.Clearing.TryReserve(order, book.Instrument, out RejectReason reason))
        {
            book.Discard(incoming);
            events.Rejected(request, reason);
            return false;
        }

        order.Number = book.NextNumber();
        events.Accepted(request, order.Number, order.Limit);
        return true;
    }

    /// <summary>Cancels an order down to the quantity that shall remain. It keeps its priority.</summary>
    public static void Cancel(Book book, in Request request, int slot, EventBuffer events)
    {
        Quantity remaining = book.Order(slot).Remaining;
        if (request.Quantity >= remaining)
            events.Rejected(request, RejectReason.NothingToCancel);
        else
            book.Cancel(slot, remaining - request.Quantity, CancelReason.Requested, events);
    }

    public static void CancelAll(Book book, in Request request, EventBuffer events)
    {
        if (!book.CancelAll(request.Participant, CancelReason.Requested, events))
            events.Rejected(request, RejectReason.NothingToCancel);
    }

    /// <summary>
    /// Takes the replaced order out of the book. Its replacement is a new order, without the old one's priority; its
    /// quantity counts what was executed before (OUCH 4.2, "Replace Order": shares inclusive of previous executions).
    /// </summary>
    /// <param name="book">Where the order is.</param>
    /// <param name="request">The replace request.</param>
    /// <param name="slot">The order that gives way.</param>
    /// <param name="refusal">Why the rule of trading refuses a replacement of which something is left; none if it does not.</param>
    /// <param name="events">Where to say what happens.</param>
    /// <param name="replacement">The slot of what remains to be entered.</param>
    /// <returns>False if nothing is left to enter (the order is then canceled), or if the rule of trading or the account
    /// refuses the replacement (the old order is then as it was).</returns>
    public static bool TryReplace(
        Book book, in Request request, int slot, RejectReason refusal, EventBuffer events, out int replacement)
    {
        replacement = 0;
        ref RestingOrder old = ref book.Order(slot);
        Quantity left = new(Math.Max(0, request.Quantity.Lots - old.Executed.Lots));
        if (left == Quantity.Zero)
        {
            book.Cancel(slot, old.Remaining, CancelReason.Replaced, events);
            return false;
        }

        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return false;
        }

        replacement = book.Draft();
        old = ref book.Order(slot);
        ref RestingOrder order = ref book.Order(replacement);
        order = new RestingOrder(request, old.Side, left, old.Executed);
        book.Clearing.Release(old, old.Remaining, book.Instrument);
        if (!book.Clearing.TryReserve(order, book.Instrument, out RejectReason reason))
        {
            book.Clearing.Reserve(old, book.Instrument);
            book.Discard(replacement);
            events.Rejected(request, reason);
            return false;
        }

        order.Number = book.NextNumber();
        book.Withdraw(slot);
        events.Replaced(request, order.Side, left, order.Number, order.Limit);
        return true;
    }
}
