using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>The displayed book of somebody else's market, followed from its tape. Nothing is matched here.</summary>
/// <remarks>
/// <para>
/// A level's quantity has two parts: what remains of the orders that were entered on the tape, and a rest that came
/// with a recorded level and belongs to orders nobody named. A message for a followed order takes its own size from
/// the first; one for any other order takes the message's size from the rest, and never more than there is. So no
/// level is ever negative, and a message about an order that we never counted cannot take away one that we did.
/// </para>
/// <para>
/// A recorded book shows a number of levels on each side, the view; changes behind it are not on the tape. A level
/// that falls out of view is therefore dropped: kept, it might be wrong when it comes back. Its orders are lost,
/// because they may have been changed unseen; when the level returns, it returns from the recorded book, as a rest.
/// </para>
/// <para>
/// Every change of the book is a <see cref="EventKind.LevelChanged"/>, also where a level leaves or enters the view.
/// </para>
/// </remarks>
sealed class TapeBook(LobsterCounts counts)
{
    readonly LookupTable<long, TapeOrder> _orders = new();
    readonly LookupTable<Price, FollowedPart> _bids = new();
    readonly LookupTable<Price, FollowedPart> _asks = new();
    long _levels;

    public DisplayedBook Displayed { get; } = new();

    /// <summary>Adds an order to the book and follows it from now on.</summary>
    public void Enter(in LobsterMessage message, EventBuffer events)
    {
        Quantity shown = QuantityAt(message.Side, message.Price);
        Follow(message, shown + message.Quantity, events);
    }

    /// <summary>
    /// Follows an order that a recorded level contains; not if there is no such level or it is too small.
    /// </summary>
    public void Recognize(in LobsterMessage message, EventBuffer events)
    {
        Quantity shown = QuantityAt(message.Side, message.Price);
        if (shown >= message.Quantity)
            Follow(message, shown, events);
    }

    /// <summary>Takes what a partial cancel, a delete or a visible execution takes.</summary>
    /// <remarks>
    /// A delete takes what remains of a followed order, whatever its message says; a message that says something else
    /// about a followed order is counted as a contradiction, and the order is believed.
    /// </remarks>
    public OrderTrace Reduce(in LobsterMessage message, EventBuffer events)
    {
        if (!_orders.TryGet(message.Reference, out TapeOrder order))
        {
            TakeFromRest(message, events);
            return OrderTrace.Unknown;
        }

        if (!TryGetPart(order, out FollowedPart part))
        {
            if (message.Kind == LobsterMessageKind.Delete)
                _orders.Remove(message.Reference);

            TakeFromRest(message, events);
            return OrderTrace.Lost;
        }

        bool isDelete = message.Kind == LobsterMessageKind.Delete;
        Quantity taken = isDelete ? order.Remaining : Quantity.Min(message.Quantity, order.Remaining);
        Quantity remaining = order.Remaining - taken;
        bool ends = remaining == Quantity.Zero;
        if (taken != message.Quantity || order.Price != message.Price || order.Side != message.Side)
            counts.Contradictions++;

        if (ends)
            _orders.Remove(message.Reference);
        else
            _orders.Set(message.Reference, order with { Remaining = remaining });

        Show(order.Side, order.Price, QuantityAt(order.Side, order.Price) - taken, part.Without(taken, ends), events);
        return OrderTrace.Followed;
    }

    /// <summary>Puts a level that a recorded book shows, and of whose orders nothing is known, into the book.</summary>
    public void Reveal(Side side, Level recorded, EventBuffer events) =>
        Show(side, recorded.Price, recorded.Quantity, new FollowedPart(++_levels, Quantity.Zero, 0), events);

    /// <summary>Drops the worst levels of a side until so many are left. Returns how many were dropped.</summary>
    public int KeepBest(Side side, int levels, EventBuffer events)
    {
        int dropped = 0;
        for (; Displayed.WorstFirst(side).Length > levels; dropped++)
            Drop(side, Displayed.WorstFirst(side)[0].Price, events);

        return dropped;
    }

    /// <summary>Drops what a message proves gone. For a tape without a recorded book.</summary>
    /// <remarks>
    /// Without one the view is not known, so that levels that left it stay, and may have gone unseen. But an order
    /// rests only if the other side has nothing at or through its price, and is executed only if its side has nothing
    /// better.
    /// </remarks>
    public void DropDisproved(in LobsterMessage message, EventBuffer events)
    {
        bool isEntry = message.Kind == LobsterMessageKind.NewOrder;
        Side side = isEntry ? message.Side.Opposite : message.Side;
        while (Displayed.Best(side) is { } best
            && (side.IsBetter(best.Price, message.Price) || (isEntry && best.Price == message.Price)))
        {
            Drop(side, best.Price, events);
            counts.LevelsDisproved++;
        }
    }

    void Follow(in LobsterMessage message, Quantity total, EventBuffer events)
    {
        if (_orders.TryGet(message.Reference, out TapeOrder earlier))
            Unfollow(earlier);

        LookupTable<Price, FollowedPart> parts = PartsOf(message.Side);
        if (!parts.TryGet(message.Price, out FollowedPart part))
            part = new(++_levels, Quantity.Zero, 0);

        _orders.Set(message.Reference, new(message.Side, message.Price, message.Quantity, part.LevelNumber));
        Show(message.Side, message.Price, total, part.With(message.Quantity), events);
    }

    /// <summary>
    /// Lets go of an order whose name another one takes; what remains of it joins the rest of its level.
    /// </summary>
    void Unfollow(in TapeOrder order)
    {
        counts.Contradictions++;
        if (TryGetPart(order, out FollowedPart part))
            PartsOf(order.Side).Set(order.Price, part.Without(order.Remaining, ends: true));
    }

    void TakeFromRest(in LobsterMessage message, EventBuffer events)
    {
        Quantity taken = Quantity.Zero;
        if (PartsOf(message.Side).TryGet(message.Price, out FollowedPart part))
        {
            Quantity shown = QuantityAt(message.Side, message.Price);
            taken = Quantity.Min(message.Quantity, shown - part.Quantity);
            if (taken > Quantity.Zero)
                Show(message.Side, message.Price, shown - taken, part, events);
        }

        if (taken < message.Quantity)
            counts.ReductionsCut++;
    }

    void Drop(Side side, Price price, EventBuffer events) => Show(side, price, Quantity.Zero, default, events);

    /// <summary>
    /// Sets a level. It says as many orders as are followed there, and one for the rest, if there is one: never none,
    /// because a level without orders would be no level.
    /// </summary>
    void Show(Side side, Price price, Quantity total, FollowedPart part, EventBuffer events)
    {
        if (total == Quantity.Zero)
            PartsOf(side).Remove(price);
        else
            PartsOf(side).Set(price, part);

        int orders = total > part.Quantity ? part.Orders + 1 : part.Orders;
        Level level = new(price, total, total == Quantity.Zero ? 0 : orders);
        Displayed.Set(side, level);
        events.LevelChanged(side, level);
    }

    bool TryGetPart(in TapeOrder order, out FollowedPart part) =>
        PartsOf(order.Side).TryGet(order.Price, out part) && part.LevelNumber == order.LevelNumber;

    Quantity QuantityAt(Side side, Price price) =>
        Displayed.TryGet(side, price, out Level level) ? level.Quantity : Quantity.Zero;

    LookupTable<Price, FollowedPart> PartsOf(Side side) => side == Side.Buy ? _bids : _asks;
}
