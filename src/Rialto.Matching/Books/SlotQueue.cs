using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Live orders by a number, the smallest first; among equals, in the order in which they were accepted.
/// </summary>
/// <remarks>
/// An order that dies earlier stays noted: its slot then carries another number, and is passed over. When the notes
/// have doubled, the dead ones are thrown out.
/// </remarks>
sealed class SlotQueue(OrderPool pool)
{
    readonly PriorityQueue<(int Slot, OrderNumber Number), (long Key, long Number)> _queue = new();
    readonly List<((int Slot, OrderNumber Number) Noted, (long Key, long Number) Place)> _kept = [];
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

    /// <summary>Adds all live orders to a list, the smallest number first.</summary>
    public void CopyTo(List<int> slots)
    {
        ThrowOutDead();
        foreach (((int slot, OrderNumber _), _) in _kept)
            slots.Add(slot);
    }

    void ThrowOutDead()
    {
        _kept.Clear();
        while (_queue.TryDequeue(out (int Slot, OrderNumber Number) noted, out (long Key, long Number) place))
        {
            if (IsAlive(noted))
                _kept.Add((noted, place));
        }

        _queue.EnqueueRange(_kept);
        _many = Math.Max(256, 2 * _kept.Count);
    }

    bool IsAlive((int Slot, OrderNumber Number) noted) => pool[noted.Slot].Number == noted.Number;
}
