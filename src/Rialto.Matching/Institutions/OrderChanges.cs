using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Entries, cancels and replaces as far as they mean the same under every rule of trading.</summary>
static class OrderChanges
{
    /// <summary>Accepts an order, unless the rule of trading or the account refuses it.</summary>
    /// <param name="book">Where it is entered.</param>
    /// <param name="request">The enter request.</param>
    /// <param name="limit">Its limit, which the rule of trading may have moved.</param>
    /// <param name="refusal">Why the rule of trading refuses it; none if it does not.</param>
    /// <param name="events">Where to say what happens.</param>
    /// <returns>The slot of the order, which nobody knows by name yet; 0 if it is refused.</returns>
    public static int Enter(Book book, in Request request, Price limit, RejectReason refusal, EventBuffer events)
    {
        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return 0;
        }

        int slot = book.Draft();
        ref RestingOrder order = ref book.Order(slot);
        order.Set(request, request.Side, limit, request.Quantity.Lots, executed: 0);
        if (book.Clearing.AsksOfOrders && !TryReserve(book, slot, ref order, request, events))
            return 0;

        order.Number = book.NextNumber();
        if (order.IsSpecial)
            SetTerms(book, slot, request);

        events.Accepted(request, order.Number, limit);
        return slot;
    }

    /// <summary>
    /// Takes the replaced order out of the book. Its replacement is a new order in the same slot, without the old one's
    /// priority; its quantity counts what was executed before (OUCH 4.2, "Replace Order": shares inclusive of previous
    /// executions), unless the request says that it is what shall be left.
    /// </summary>
    /// <param name="book">Where the order is.</param>
    /// <param name="request">The replace request.</param>
    /// <param name="slot">The order that gives way; then its replacement, which is known by its name.</param>
    /// <param name="limit">The replacement's limit, which the rule of trading may have moved.</param>
    /// <param name="refusal">
    /// Why the rule of trading refuses a replacement of which something is left; none if it does not.
    /// </param>
    /// <param name="events">Where to say what happens.</param>
    /// <returns>False if nothing is left to enter (the order is then canceled), or if the rule of trading or the
    /// account refuses the replacement (the old order is then as it was).</returns>
    public static bool TryReplace(
        Book book, in Request request, int slot, Price limit, RejectReason refusal, EventBuffer events)
    {
        ref RestingOrder order = ref book.Order(slot);
        Side side = order.Side;
        long left = LeftOf(request, order);
        if (left <= 0)
        {
            book.Cancel(slot, CancelReason.Replaced, events);
            return false;
        }

        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return false;
        }

        if (book.Clearing.AsksOfOrders && !TryReserveInstead(book, request, slot, limit, left, events))
            return false;

        OrderNumber number = Announce(book, request, side, left, limit, events);
        book.Lift(slot, ref order, side, events);
        int executed = ExecutedBefore(request, order);
        book.Rename(slot, ref order, request.Order);
        order.Set(request, side, limit, left, executed);
        order.Number = number;
        if (order.IsSpecial)
            SetTerms(book, slot, request);

        return true;
    }

    /// <summary>Says that a replacement is accepted.</summary>
    /// <returns>Its number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OrderNumber Announce(
        Book book, in Request request, Side side, long left, Price limit, EventBuffer events)
    {
        OrderNumber number = book.NextNumber();
        events.Replaced(request, side, new Quantity(left), number, limit);
        return number;
    }

    /// <summary>What a replacement has to trade; not positive if nothing is left.</summary>
    public static long LeftOf(in Request request, in RestingOrder replaced) =>
        request.Quantity.Lots - ExecutedBefore(request, replaced);

    /// <summary>What of a replacement's quantity counts as executed before.</summary>
    public static int ExecutedBefore(in Request request, in RestingOrder replaced) =>
        (request.Flags & OrderFlags.LeavesQuantity) != 0 ? 0 : replaced.ExecutedLots;

    /// <summary>
    /// Reserves for a replacement what the order has reserved that it replaces; if that is not enough, nothing changes.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryReserveInstead(
        Book book, in Request request, int slot, Price limit, long left, EventBuffer events)
    {
        ref RestingOrder order = ref book.Order(slot);
        RestingOrder replacement = default;
        replacement.Set(request, order.Side, limit, left, executed: 0);
        Quantity reserved = new(book.LotsOf(slot));
        if (book.Clearing.TryReserveInstead(order, reserved, ref replacement, out RejectReason reason))
        {
            order.ReservedPerLot = replacement.ReservedPerLot; // It stays in the slot.
            return true;
        }

        events.Rejected(request, reason);
        return false;
    }

    /// <summary>Reserves for a draft of an order; if its account has not enough, the draft is discarded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryReserve(Book book, int slot, ref RestingOrder order, in Request request, EventBuffer events)
    {
        if (book.Clearing.TryReserve(ref order, request.Quantity, out RejectReason reason))
            return true;

        book.Discard(slot);
        events.Rejected(request, reason);
        return false;
    }

    /// <summary>Why an auction in which all orders meet at once has no use for a request; none if it has.</summary>
    public static RejectReason RefusalInAuction(in Request request)
    {
        if ((request.Flags & OrderFlags.PostOnly) != 0)
            return RejectReason.PostOnlyNotSupported;

        bool isPlain =
            request.Type <= OrderType.Market && request.Displayed == Quantity.Zero && request.Minimum.Lots <= 1
            && (request.Flags & (OrderFlags.Hidden | OrderFlags.SelfMatchPrevention)) == 0;
        return isPlain ? RejectReason.None : RejectReason.OrderTypeNotSupported;
    }

    /// <summary>Applies one of the requests that only end orders.</summary>
    /// <param name="book">Where they are.</param>
    /// <param name="request">The request.</param>
    /// <param name="named">The order that it names, if it names one.</param>
    /// <param name="events">Where to say what happens.</param>
    public static void Cancel(Book book, in Request request, int named, EventBuffer events)
    {
        bool any = request.Kind switch
        {
            RequestKind.Cancel => Cut(book, request, named, events),
            RequestKind.CancelSide =>
                book.MassCancel.Where(request.Participant, request.Side, null, CancelReason.Requested, events),
            RequestKind.Disconnect =>
                book.MassCancel.Where(request.Participant, null, null, CancelReason.Disconnected, events),
            _ => book.MassCancel.Where(request.Participant, null, null, CancelReason.Requested, events),
        };
        if (!any)
            events.Rejected(request, RejectReason.NothingToCancel);
    }

    /// <summary>Cuts an order down to the quantity that shall remain. It keeps its priority.</summary>
    static bool Cut(Book book, in Request request, int slot, EventBuffer events)
    {
        int remaining = book.LotsOf(slot);
        if (request.Quantity.Lots >= remaining)
            return false;

        book.Cancel(slot, remaining - (int)request.Quantity.Lots, CancelReason.Requested, events);
        return true;
    }

    static void SetTerms(Book book, int slot, in Request request) => book.Terms(slot) = new SpecialTerms
    {
        Trigger = request.Trigger,
        Offset = request.Offset,
        Displayed = (int)Math.Min(request.Displayed.Lots, int.MaxValue),
        Minimum = (int)Math.Min(request.Minimum.Lots, int.MaxValue),
        Expiry = request.Expiry,
    };
}
