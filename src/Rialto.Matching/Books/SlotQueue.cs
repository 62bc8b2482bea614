using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Live orders by a number, the smallest first; among equals, in the order in which they were accepted.</summary>
/// <remarks>
/// An order that dies earlier stays noted: its slot then carries another number, and is passed over. When the notes have
/// doubled, the dead ones are thrown out.
/// </remarks>
sealed class SlotQueue(OrderPool pool)
{
    readonly PriorityQueue<(int Slot, OrderNumber Number), (long Key, long Number)> _queue = new();
    int _many = 256;

    /// <summary>Whether something may be noted: quick, and true for dead orders too.</summary>
    public bool MayHaveSome => _queue.Count > 0;

    /// <summary>The smallest number of a live order.</summary>
    public bool TryFirst(out long key)
    {
        while (_queue.TryPeek(out (int Slot, OrderNumber Number) first, out (long Key, long Number) place))
        {
            key = place.Key;
            if (IsAlive(first))
                return true;

            _queue.Dequeue();
        }

        key = 0;
        return false;
    }

    public void Add(int slot, long key)
    {
        if (_queue.Count >= _many)
            ThrowOutDead();

        OrderNumber number = pool[slot].Number;
        _queue.Enqueue((slot, number), (key, number.Value));
    }

    /// <summary>Takes the first live order if its number is at most this.</summary>
    public bool TryTake(long most, out int slot)
    {
        bool isDue = TryFirst(out long key) && key <= most;
        slot = isDue ? _queue.Dequeue().Slot : 0;
        return isDue;
    }

    /// <summary>Adds all live orders to a list, in no order.</summary>
    public void CopyTo(List<int> slots)
    {
        foreach (((int Slot, OrderNumber Number) noted, _) in _queue.UnorderedItems)
        {
            if (IsAlive(noted))
                slots.Add(noted.Slot);
        }
    }

    void ThrowOutDead()
    {
        ((int, OrderNumber) Element, (long, long) Priority)[] live = [.. _queue.UnorderedItems.Where(note => IsAlive(note.Element))];
        _queue.Clear();
        _queue.EnqueueRange(live);
        _many = Math.Max(256, 2 * live.Length);
    }

    bool IsAlive((int Slot, OrderNumber Number) noted) => pool[noted.Slot].Number == noted.Number;
}
