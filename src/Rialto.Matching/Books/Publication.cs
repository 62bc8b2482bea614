using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// What the public is told of a book: its levels that have changed, and its displayed orders one by one.
/// </summary>
/// <remarks>
/// Changed levels are noted and told together, each as it is then: after each request in a continuous auction, after
/// each batch in a batch auction. Orders are told at once.
/// </remarks>
sealed class Publication(Book book, LevelChanges changes)
{
    /// <summary>What is told of displayed orders.</summary>
    public const EventClasses Displayed = EventClasses.Levels | EventClasses.Orders;

    LevelChanges _changes = changes;
    DisplayedBook? _known;

    /// <summary>Whether the public is told of each displayed order, where it is told of any.</summary>
    public bool ShowsOrders { get; set; }

    /// <summary>Whether changes are told later.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Whether what the public knows may differ from the book.</summary>
    public bool IsKept => _known is not null;

    /// <summary>Keeps what the public knows, so that it is told only of levels that differ from that.</summary>
    public void Keep()
    {
        if (_known is not null)
            return;

        _changes = new LevelChanges(); // They may now be kept for longer than a step, and are this book's alone.
        _known = new DisplayedBook();
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            for (bool any = book[side].TryBest(out Level level); any; any = book[side].TryWorse(ref level))
                _known.Set(side, level);
        }
    }

    /// <summary>Tells the public, of which it is kept what it knows, that all levels are gone.</summary>
    public void Withdraw(EventBuffer events)
    {
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            while (_known!.Best(side) is { } level)
            {
                Level gone = new(level.Price, Quantity.Zero, 0);
                _known.Set(side, gone);
                _changes.Note(side, level.Price);
                events.LevelChanged(side, gone);
            }
        }
    }

    /// <summary>Shows a displayed order, and notes that its level has changed.</summary>
    public void NoteShown(in RestingOrder order, EventBuffer events)
    {
        NoteChange(order, events);
        if (order.Type == OrderType.Limit)
            TellShown(order, events);
    }

    /// <summary>Shows that lots of a displayed order are gone, and notes that its level has changed.</summary>
    public void NoteGone(in RestingOrder order, int gone, MatchNumber match, EventBuffer events)
    {
        NoteChange(order, events);
        if (order.Type == OrderType.Limit)
            TellGone(order, gone, match, events);
    }

    /// <summary>Notes that the level of an order has changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoteChange(in RestingOrder order, EventBuffer events)
    {
        if (order.Type == OrderType.Limit && events.Takes(EventClasses.Levels))
            _changes.Note(order.Side, order.Limit);
    }

    /// <summary>Shows a displayed order with a price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TellShown(in RestingOrder order, EventBuffer events)
    {
        if (events.Takes(EventClasses.Orders) && ShowsOrders)
            events.OrderShown(order.Side, order.Number, order.Limit, order.Remaining);
    }

    /// <summary>Shows that lots of a displayed order with a price are gone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TellGone(in RestingOrder order, int gone, MatchNumber match, EventBuffer events)
    {
        if (events.Takes(EventClasses.Orders) && ShowsOrders)
        {
            events.OrderReduced(
                order.Side, order.Number, order.Limit, new Quantity(gone), new Quantity(order.Lots - gone), match);
        }
    }

    /// <summary>Tells how the changed levels are now, unless they are hidden.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tell(EventBuffer events)
    {
        if (_changes.Any && !IsHidden)
            TellChanges(events);
    }

    void TellChanges(EventBuffer events)
    {
        DisplayedBook? known = _known;

        // By reference: to copy a few bytes that were just written one by one, a processor waits until they are in its
        // cache.
        foreach (ref readonly LevelChange change in _changes.Once())
        {
            (Side side, Price price) = (change.Side, change.Price);
            ref readonly PriceLevel level = ref book[side].LevelAt(price);
            if (known is null || IsNews(known, side, price, level))
                events.LevelChanged(side, price, new Quantity(level.Lots), level.Orders);
        }

        _changes.Clear();
    }

    static bool IsNews(DisplayedBook known, Side side, Price price, in PriceLevel now)
    {
        Level level = new(price, new Quantity(now.Lots), now.Orders);
        if (known.TryGet(side, price, out Level before) ? before == level : level.Quantity == Quantity.Zero)
            return false;

        known.Set(side, level);
        return true;
    }
}
