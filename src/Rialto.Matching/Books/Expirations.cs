using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>When good-till-time orders expire, earliest first; at one instant, in the order in which they were accepted.</summary>
/// <remarks>An order that dies earlier stays noted until its time: its slot then carries another number, and is passed over.</remarks>
sealed class Expirations(OrderPool pool)
{
    readonly PriorityQueue<(int Slot, OrderNumber Number), (long Expiry, long Number)> _queue = new();

    /// <summary>When the next live order expires; null if none does.</summary>
    public Timestamp? Next
    {
        get
        {
            while (_queue.TryPeek(out (int Slot, OrderNumber Number) first, out (long Expiry, long Number) due))
            {
                if (pool[first.Slot].Number == first.Number)
                    return new Timestamp(due.Expiry);

                _queue.Dequeue();
            }

            return null;
        }
    }

    public void Add(int slot, OrderNumber number, Timestamp expiry) =>
        _queue.Enqueue((slot, number), (expiry.Nanoseconds, number.Value));

    /// <summary>Takes the next live order whose time has come.</summary>
    public bool TryTake(Timestamp now, out int slot)
    {
        bool isDue = Next is { } next && next <= now;
        slot = isDue ? _queue.Dequeue().Slot : 0;
        return isDue;
    }
}
