using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>One side of a venue's book: levels by price, and at each level a queue of orders by priority.</summary>
/// <remarks>
/// Orders without a price (market orders that wait for a batch) form a queue of their own, before the best level.
/// Invariant: no level is empty.
/// </remarks>
sealed class BookSide(Side side, OrderPool pool)
{
    PriceLadder _ladder = new();
    readonly long _worse = -side.Sign;
    PriceLevel _unpriced;

    /// <summary>How many levels there are.</summary>
    public int Count => _ladder.Count;

    /// <summary>The queue of orders without a price; it has no lots if there are none.</summary>
    public ref readonly PriceLevel Unpriced => ref _unpriced;

    /// <summary>The lots of the orders without a price.</summary>
    public Quantity UnpricedLots => new(_unpriced.Lots);

    /// <summary>The best price; of a side without levels, one that is worse than all.</summary>
    public Price BestOrWorst => PriceOf(_ladder.Best);

    /// <summary>Whether an order of the other side at this limit reaches the best price here.</summary>
    public bool IsReachedBy(Price limit) => _ladder.Best <= RankOf(limit);

    public Price? BestPrice => !_ladder.IsEmpty ? PriceOf(_ladder.Best) : null;

    /// <summary>The first order of the best level; 0 if there is no level.</summary>
    public int FirstPriced => _ladder.BestLevel.Head;

    /// <summary>The first order in priority, from the unpriced on; 0 if the side is empty.</summary>
    public int First => _unpriced.Head != 0 ? _unpriced.Head : _ladder.BestLevel.Head;

    /// <summary>
    /// Whether the best prices of two sides, one of each, leave room between them; a side without prices does.
    /// </summary>
    public bool IsApartFrom(BookSide opposite) => _ladder.Best + opposite._ladder.Best > 0;

    /// <summary>What rests at a price; all zero if nothing does.</summary>
    public ref readonly PriceLevel LevelAt(Price price) => ref _ladder.Find(RankOf(price));

    /// <summary>What rests at a price; nothing may.</summary>
    public Level At(Price price)
    {
        PriceLevel level = _ladder.Find(RankOf(price));
        return new Level(price, new Quantity(level.Lots), level.Orders);
    }

    public bool TryBest(out Level level) => TryLevel(_ladder.Best, out level);

    public bool TryWorst(out Level level) => TryLevel(!_ladder.IsEmpty ? _ladder.Worst : PriceLadder.None, out level);

    /// <summary>Goes from a level to the next worse one; false, and no level, behind the worst.</summary>
    public bool TryWorse(ref Level level) => TryLevel(_ladder.Behind(RankOf(level.Price)), out level);

    /// <summary>Goes from a level to the next better one; false, and no level, before the best.</summary>
    public bool TryBetter(ref Level level) => TryLevel(_ladder.Before(RankOf(level.Price)), out level);

    /// <summary>The order after another in priority; 0 at the end.</summary>
    public int After(int slot)
    {
        ref RestingOrder order = ref pool[slot];
        if (order.Next != 0)
            return order.Next;
        if (order.Type == OrderType.Market)
            return _ladder.BestLevel.Head;

        long behind = _ladder.Behind(RankOf(order.Limit));
        return behind == PriceLadder.None ? 0 : _ladder[behind].Head;
    }

    /// <summary>Puts an order behind those of its level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(int slot, ref RestingOrder order)
    {
        ref PriceLevel level = ref LevelFor(order);
        Link(ref level, ref order, slot, level.Tail, 0);
    }

    /// <summary>Puts an order with a price behind those of its level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PriceLevel AppendPriced(int slot, ref RestingOrder order)
    {
        ref PriceLevel level = ref _ladder.Open(RankOf(order.Limit));
        Link(ref level, ref order, slot, level.Tail, 0);
        return ref level;
    }

    /// <summary>Puts an order behind those of its level that were accepted before it.</summary>
    public void InsertByAge(int slot)
    {
        ref RestingOrder order = ref pool[slot];
        ref PriceLevel level = ref LevelFor(order);
        int before = level.Tail;
        while (before != 0 && pool[before].Number.Value > order.Number.Value)
            before = pool[before].Previous;

        Link(ref level, ref order, slot, before, before == 0 ? level.Head : pool[before].Next);
    }

    /// <summary>Puts an order behind those of its level that come before it by batch and lot.</summary>
    public void Insert(int slot)
    {
        ref RestingOrder order = ref pool[slot];
        ref PriceLevel level = ref LevelFor(order);
        int before = level.Tail;
        while (before != 0 && pool.Priority(slot).Precedes(pool.Priority(before)))
            before = pool[before].Previous;

        Link(ref level, ref order, slot, before, before == 0 ? level.Head : pool[before].Next);
    }

    /// <summary>Takes lots away from an order; one with nothing left leaves the book, but not the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(ref RestingOrder order, int lots)
    {
        long rank = RankOf(order.Limit);
        ref PriceLevel level = ref (order.Type == OrderType.Market ? ref _unpriced : ref _ladder[rank]);
        int left = order.Lots - lots;
        long leftOfLevel = level.Lots - lots;
        order.Lots = left;
        level.Lots = leftOfLevel;
        if (left > 0)
            return;

        level.Orders--;
        bool isEmpty = Unlink(ref level, ref order);
        if (isEmpty != (leftOfLevel == 0))
            Contradict(order.Limit, level);
        if (order.Type != OrderType.Market)
            _ladder.CloseIf(isEmpty, rank);
    }

    /// <summary>Takes a priced order out of the book, but not out of the pool.</summary>
    /// <returns>What is left of its level.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (long Lots, int Orders) Remove(ref RestingOrder order)
    {
        long rank = RankOf(order.Limit);
        ref PriceLevel level = ref _ladder[rank];
        long leftOfLevel = level.Lots - order.Lots;
        int ordersLeft = level.Orders - 1;
        level.Lots = leftOfLevel;
        level.Orders = ordersLeft;
        bool isEmpty = Unlink(ref level, ref order);
        if (isEmpty != (leftOfLevel == 0))
            Contradict(order.Limit, level);

        _ladder.CloseIf(isEmpty, rank);
        return (leftOfLevel, ordersLeft);
    }

    /// <summary>The first order at a price; 0 if there is none.</summary>
    public int FirstAt(Price price) => _ladder.Find(RankOf(price)).Head;

    /// <summary>Lots of the orders that would trade at a price.</summary>
    public Quantity WillingAt(Price price)
    {
        Quantity sum = UnpricedLots;
        for (bool any = TryBest(out Level level); any && side.Crosses(level.Price, price); any = TryWorse(ref level))
            sum += level.Quantity;

        return sum;
    }

    /// <summary>Fetches the last order of a level that was fetched. Changes nothing.</summary>
    public void PrefetchTail(Price price) => pool.Orders.Prefetch(_ladder.TailNear(RankOf(price)));

    /// <summary>Fetches the level of a price. Changes nothing.</summary>
    public void Prefetch(Price price) => _ladder.Prefetch(RankOf(price));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Link(ref PriceLevel level, ref RestingOrder order, int slot, int before, int behind)
    {
        order.Previous = before;
        order.Next = behind;

        // Written to the neighbours even if there are none, and chosen without a branch: whether an order is the first
        // or the last of its level nobody can guess.
        AlignedArray<RestingOrder> orders = pool.Orders;
        orders[behind].Previous = slot;
        orders[before].Next = slot;
        int head = level.Head;
        int tail = level.Tail;
        head = before == 0 ? slot : head;
        tail = behind == 0 ? slot : tail;
        level.Head = head;
        level.Tail = tail;
        level.Lots += order.Lots;
        level.Orders++;
    }

    /// <returns>Whether it was the last one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool Unlink(ref PriceLevel level, ref RestingOrder order)
    {
        (int before, int behind) = (order.Previous, order.Next);
        AlignedArray<RestingOrder> orders = pool.Orders;
        orders[behind].Previous = before;
        orders[before].Next = behind;
        int head = level.Head;
        int tail = level.Tail;
        head = before == 0 ? behind : head;
        tail = behind == 0 ? before : tail;
        level.Head = head;
        level.Tail = tail;
        return head == 0;
    }

    /// <summary>Apart from where it is found out, so that what it takes to say it costs nothing there.</summary>
    static void Contradict(Price price, PriceLevel level) =>
        Invariant.Holds(
            false, $"a level is empty when it has no lots: {price}, {level.Lots} lots, {level.Orders} orders");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref PriceLevel LevelFor(in RestingOrder order)
    {
        if (order.Type == OrderType.Market)
            return ref _unpriced;

        return ref _ladder.Open(RankOf(order.Limit));
    }

    bool TryLevel(long rank, out Level level)
    {
        level = rank == PriceLadder.None ? default : At(PriceOf(rank));
        return rank != PriceLadder.None;
    }

    /// <summary>Admission keeps prices far from where this would wrap.</summary>
    long RankOf(Price price) => unchecked(price.Ticks * _worse);

    Price PriceOf(long rank) => new(unchecked(rank * _worse));
}
