using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>All live orders of a venue, in numbered slots, found by their sender's name.</summary>
/// <remarks>
/// Slots are used again; nothing is allocated once the pool has grown to what the venue needs. Slot 0 is none: nobody's
/// neighbour, to whom whoever has no neighbour may write, and from whom nobody reads.
/// </remarks>
sealed class OrderPool
{
    const int Slots = 256;

    OrderTable _table = new(Slots);
    AlignedArray<RestingOrder> _orders = new(Slots);
    SpecialTerms[] _terms = [];
    BatchPriority[] _priorities = [];
    int _used = 1;
    int _free;

    /// <summary>Whether the orders are too many for a nearest cache.</summary>
    public bool IsLarge => _orders.Length > 8192;

    public ref RestingOrder this[int slot] => ref _orders[slot];

    /// <summary>All slots, as long as no order comes: for whoever needs several.</summary>
    public AlignedArray<RestingOrder> Orders => _orders;

    /// <summary>Terms stand apart, since few orders have any.</summary>
    public ref SpecialTerms Terms(int slot)
    {
        if (slot >= _terms.Length)
            Array.Resize(ref _terms, _orders.Length);

        return ref _terms[slot];
    }

    /// <summary>Priorities stand apart, since only the orders of batch auctions have one.</summary>
    public ref BatchPriority Priority(int slot)
    {
        if (slot >= _priorities.Length)
            Array.Resize(ref _priorities, _orders.Length);

        return ref _priorities[slot];
    }

    /// <summary>A slot for an order that has arrived. Nobody finds it by name until it rests.</summary>
    /// <remarks>References to orders that were taken before do not survive this.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Draft()
    {
        int slot = _free;
        if (slot != 0)
        {
            _free = this[slot].Next;
        }
        else
        {
            if (_used == _orders.Length)
                Grow();

            slot = _used++;
        }

        return slot;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Grow()
    {
        _orders.Double();
        _table.Double(_orders);
    }

    /// <summary>Makes an order known by its name.</summary>
    public void Add(int slot, ref RestingOrder order) => _table.Add(slot, ref order);

    /// <summary>Makes an order known by another name than before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Rename(int slot, ref RestingOrder order, ClientOrderId name)
    {
        _table.Remove(slot, ref order, _orders);
        order.Order = name;
        _table.Add(slot, ref order);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int slot, ref RestingOrder order)
    {
        _table.Remove(slot, ref order, _orders);
        Discard(slot, ref order);
    }

    /// <summary>Gives back the slot of an order that is not known by its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Discard(int slot, ref RestingOrder order)
    {
        order.Number = default;
        order.Next = _free;
        _free = slot;
    }

    /// <summary>The slot of a live order; 0 if there is none of this name.</summary>
    public int Find(ParticipantId participant, ClientOrderId order) => _table.Find(participant, order, _orders);

    /// <summary>Fetches where a name stands in the table, or would stand. Changes nothing.</summary>
    /// <returns>What <see cref="PrefetchOrder"/> wants to know.</returns>
    public uint PrefetchName(ParticipantId participant, ClientOrderId order) => _table.Prefetch(participant, order);

    /// <summary>Fetches the order that probably has the name that was fetched. Changes nothing.</summary>
    /// <returns>Its slot; 0 if there is none.</returns>
    public int PrefetchOrder(uint name)
    {
        int slot = _table.Guess(name);
        _orders.Prefetch(slot);
        return slot;
    }

    /// <summary>
    /// Fetches the neighbours of an order that was fetched. Changes nothing, whatever has become of the order.
    /// </summary>
    public void PrefetchNeighbours(int slot)
    {
        AlignedArray<RestingOrder> orders = _orders;
        orders.Prefetch(orders[slot].Previous);
        orders.Prefetch(orders[slot].Next);
    }

    /// <summary>
    /// Fetches what is needed when an order is filled: its name, and the order behind it. Changes nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchEnd(in RestingOrder order)
    {
        _table.Prefetch(order.NameHash);
        _orders.Prefetch(order.Next);
    }
}
