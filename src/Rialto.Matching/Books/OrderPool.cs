using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>All live orders of a venue, in numbered slots, found by their sender's name.</summary>
/// <remarks>Slots are used again; nothing is allocated once the pool has grown to what the venue needs. Slot 0 is none.</remarks>
sealed class OrderPool
{
    readonly LookupTable<(ParticipantId, ClientOrderId), int> _slots = new();
    RestingOrder[] _orders = new RestingOrder[256];
    int _used = 1;
    int _free;

    public ref RestingOrder this[int slot] => ref _orders[slot];

    public int Add(in RestingOrder order)
    {
        int slot = _free;
        if (slot != 0)
        {
            _free = _orders[slot].Next;
        }
        else
        {
            if (_used == _orders.Length)
                Array.Resize(ref _orders, 2 * _used);

            slot = _used++;
        }

        _orders[slot] = order;
        _slots.Set((order.Participant, order.Order), slot);
        return slot;
    }

    public void Remove(int slot)
    {
        ref RestingOrder order = ref _orders[slot];
        _slots.Remove((order.Participant, order.Order));
        order = default;
        order.Next = _free;
        _free = slot;
    }

    public bool TryFind(ParticipantId participant, ClientOrderId order, out int slot) =>
        _slots.TryGet((participant, order), out slot);
}
