using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// The short way of most requests: an order of which nothing is special is entered, replaced or canceled in a
/// continuous book of which nothing is.
/// </summary>
/// <remarks>
/// What <see cref="ContinuousDoubleAuction"/> does, without the questions whose answers are known, and without a list
/// of the levels that have changed where nothing trades. A request that anything but its account speaks against goes
/// the long way.
/// </remarks>
sealed class PlainTrading(Book book, Matcher matcher)
{
    public Book Book => book;

    /// <summary>Whether the short way is open now.</summary>
    public bool IsOpen => book.IsOrdinary;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Enter(in Request request, EventBuffer events)
    {
        int slot = book.Draft();
        ref RestingOrder order = ref book.Order(slot);
        Side side = request.Side;
        order.SetPlain(request, side, request.Quantity.Lots, executed: 0);
        if (book.Clearing.AsksOfOrders && !OrderChanges.TryReserve(book, slot, ref order, request, events))
            return;

        order.Number = book.NextNumber();
        events.Accepted(request, order.Number, order.Limit);
        if (book[side.Opposite].IsReachedBy(order.Limit))
        {
            Meet(slot, ref order, side, isKnown: false, events);
        }
        else if (order.Stays)
        {
            book.Know(slot, ref order);
            ref PriceLevel level = ref book[side].AppendPriced(slot, ref order);
            if (events.Takes(Publication.Displayed))
                TellArrived(order, side, level, events);
        }
        else
        {
            matcher.EndAtOnce(slot, ref order, isKnown: false, events);
        }
    }

    /// <param name="request">The replace request.</param>
    /// <param name="slot">The order that gives way, which is in sight.</param>
    /// <param name="order">What stands there.</param>
    /// <param name="left">What the replacement has to trade: something.</param>
    /// <param name="events">Where to say what happens.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Replace(in Request request, int slot, ref RestingOrder order, long left, EventBuffer events)
    {
        Side side = order.Side;
        Price limit = request.Limit;
        if (book.Clearing.AsksOfOrders && !OrderChanges.TryReserveInstead(book, request, slot, limit, left, events))
            return;

        OrderNumber number = OrderChanges.Announce(book, request, side, left, limit, events);
        BookSide own = book[side];
        bool tells = events.Takes(Publication.Displayed);
        if (tells)
            book.Publication.NoteGone(order, order.Lots, default, events);

        own.Remove(ref order);
        book.Rename(slot, ref order, request.Order);
        order.SetPlain(request, side, left, OrderChanges.ExecutedBefore(request, order));
        order.Number = number;
        if (book[side.Opposite].IsReachedBy(limit))
        {
            Meet(slot, ref order, side, isKnown: true, events);
            return;
        }

        if (order.Stays)
        {
            own.AppendPriced(slot, ref order);
            if (tells)
                book.Publication.NoteShown(order, events);
        }
        else
        {
            matcher.EndAtOnce(slot, ref order, isKnown: true, events);
        }

        if (tells)
            book.Publish(events);
    }

    /// <summary>Cancels an order that is in sight, all of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Cancel(int slot, ref RestingOrder order, EventBuffer events)
    {
        if (book.Clearing.AsksOfOrders)
            book.Clearing.Release(order, order.Remaining);

        Side side = order.Side;
        Book.SayCanceled(order, order.Lots, order.Lots, CancelReason.Requested, events);
        (long lots, int orders) = book[side].Remove(ref order);
        if (events.Takes(Publication.Displayed))
            TellGone(order, side, lots, orders, events);

        book.Forget(slot, ref order);
    }

    /// <summary>An order that meets others trades; then it rests or ends.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Meet(int slot, ref RestingOrder order, Side side, bool isKnown, EventBuffer events)
    {
        matcher.Match(ref order, order.Limit, events);
        if (order.Lots > 0 && order.Stays)
        {
            if (!isKnown)
                book.Know(slot, ref order);

            book.Append(slot, ref order, side, events);
        }
        else
        {
            matcher.EndAtOnce(slot, ref order, isKnown, events);
        }

        book.Publish(events);
    }

    void TellArrived(in RestingOrder order, Side side, in PriceLevel level, EventBuffer events)
    {
        book.Publication.TellShown(order, events);
        events.LevelChanged(side, order.Limit, new Quantity(level.Lots), level.Orders);
    }

    void TellGone(in RestingOrder order, Side side, long lots, int orders, EventBuffer events)
    {
        book.Publication.TellGone(order, order.Lots, default, events);
        events.LevelChanged(side, order.Limit, new Quantity(lots), orders);
    }
}
