using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>One side of a venue's book: levels by price, and at each level a queue of orders by priority.</summary>
/// <remarks>
/// Levels stand in an array with the best last, so that a change near the best price moves little. Orders without a price
/// (market orders that wait for a batch) form a queue of their own, before the best level.
/// Invariant: no level is empty.
/// </remarks>
sealed class BookSide(Side side, OrderPool pool)
{
    PriceLevel[] _levels = new PriceLevel[16];
    PriceLevel _unpriced;
    int _count;

    public int Count => _count;

    /// <summary>The queue of orders without a price; its quantity is zero if there are none.</summary>
    public ref readonly PriceLevel Unpriced => ref _unpriced;

    /// <summary>The level this many places behind the best.</summary>
    public ref readonly PriceLevel this[int behindBest] => ref _levels[_count - 1 - behindBest];

    public Price? BestPrice => _count > 0 ? _levels[_count - 1].Price : null;

    public bool TryFind(Price price, out Level level)
    {
        int index = IndexOf(price);
        level = index >= 0 ? _levels[index].Displayed : default;
        return index >= 0;
    }

    /// <summary>The first order in priority, from the unpriced on; 0 if the side is empty.</summary>
    public int First => _unpriced.Head != 0 ? _unpriced.Head : _count > 0 ? _levels[_count - 1].Head : 0;

    /// <summary>The order after another in priority; 0 at the end.</summary>
    public int After(int slot)
    {
        ref RestingOrder order = ref pool[slot];
        if (order.Next != 0)
            return order.Next;
        if (order.Type == OrderType.Market)
            return _count > 0 ? _levels[_count - 1].Head : 0;

        int worse = IndexOf(order.Limit) - 1;
        return worse >= 0 ? _levels[worse].Head : 0;
    }

    /// <summary>Puts an order behind those of its level that were there before it, by batch and then by lot.</summary>
    public void Insert(int slot)
    {
        ref RestingOrder order = ref pool[slot];
        ref PriceLevel level = ref LevelFor(ref order);

        int before = level.Tail;
        while (before != 0 && Precedes(ref order, ref pool[before]))
            before = pool[before].Previous;

        order.Previous = before;
        order.Next = before == 0 ? level.Head : pool[before].Next;
        if (order.Next == 0)
            level.Tail = slot;
        else
            pool[order.Next].Previous = slot;
        if (before == 0)
            level.Head = slot;
        else
            pool[before].Next = slot;

        level.Quantity += order.Remaining;
        level.Orders++;
    }

    /// <summary>Takes lots away from an order; one with nothing left leaves the book and the pool.</summary>
    public void Take(int slot, Quantity quantity)
    {
        ref RestingOrder order = ref pool[slot];
        int index = order.Type == OrderType.Market ? -1 : IndexOf(order.Limit);
        ref PriceLevel level = ref (index < 0 ? ref _unpriced : ref _levels[index]);

        level.Quantity -= quantity;
        order.Remaining -= quantity;
        if (order.Remaining > Quantity.Zero)
            return;

        level.Orders--;
        if (order.Previous == 0)
            level.Head = order.Next;
        else
            pool[order.Previous].Next = order.Next;
        if (order.Next == 0)
            level.Tail = order.Previous;
        else
            pool[order.Next].Previous = order.Previous;

        bool isEmpty = level.Head == 0;
        Invariant.Holds(isEmpty == (level.Quantity == Quantity.Zero), $"level {level.Price}, {level.Quantity} lots, {level.Orders} orders");
        if (isEmpty && index >= 0)
            Array.Copy(_levels, index + 1, _levels, index, --_count - index);

        pool.Remove(slot);
    }

    /// <summary>Whether an order limited at <paramref name="limit"/> would trade at a price.</summary>
    public bool Accepts(Price price, Price limit) => side.Crosses(limit, price);

    /// <summary>Lots that an order may trade with at its limit or better, counted up to <paramref name="enough"/>.</summary>
    public Quantity Within(in RestingOrder incoming, Quantity enough)
    {
        Quantity sum = Quantity.Zero;
        for (int behind = 0; behind < _count && sum < enough && incoming.Accepts(this[behind].Price); behind++)
            sum += this[behind].Quantity;

        return sum;
    }

    static bool Precedes(ref RestingOrder order, ref RestingOrder other) =>
        order.Batch < other.Batch || (order.Batch == other.Batch && order.Lot < other.Lot);

    ref PriceLevel LevelFor(ref RestingOrder order)
    {
        if (order.Type == OrderType.Market)
            return ref _unpriced;

        int index = IndexOf(order.Limit);
        if (index >= 0)
            return ref _levels[index];

        if (_count == _levels.Length)
            Array.Resize(ref _levels, 2 * _count);

        index = ~index;
        Array.Copy(_levels, index, _levels, index + 1, _count++ - index);
        _levels[index] = new PriceLevel { Price = order.Limit };
        return ref _levels[index];
    }

    /// <summary>Where the price is, or the complement of where it belongs.</summary>
    int IndexOf(Price price)
    {
        int low = 0;
        int high = _count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            Price here = _levels[middle].Price;
            if (here == price)
                return middle;

            if (side.IsBetter(price, here))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}

/// <summary>One price of a venue's book, with the ends of its queue.</summary>
struct PriceLevel
{
    public Price Price;
    public Quantity Quantity;
    public int Orders;
    public int Head;
    public int Tail;

    public readonly Level Displayed => new(Price, Quantity, Orders);
}
