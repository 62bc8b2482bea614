using System.Numerics;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Finds the slot of a live order by its participant and the participant's name for it.</summary>
/// <remarks>
/// Open addressing with linear probing, at most a quarter full; removal moves later entries back, so no tombstones gather. An
/// entry is eight bytes, the hash and the slot: names are compared in the pool, where the order is needed next anyway.
/// </remarks>
sealed class OrderTable
{
    ulong[] _entries = new ulong[1024];
    int _count;

    public void Add(in RestingOrder order, int slot)
    {
        if (4 * ++_count > _entries.Length)
            Grow();

        Put(HashOf(order.Participant, order.Order), slot);
    }

    /// <returns>0 if there is none.</returns>
    public int Find(ParticipantId participant, ClientOrderId order, RestingOrder[] pool)
    {
        ulong[] entries = _entries;
        uint hash = HashOf(participant, order);
        int mask = entries.Length - 1;
        for (int place = (int)(hash & (uint)mask); entries[place] is var entry and not 0; place = (place + 1) & mask)
        {
            if (HashIn(entry) != hash)
                continue;

            int slot = SlotIn(entry);
            ref RestingOrder known = ref pool[slot];
            if (known.Order.Value == order.Value && known.Participant.Value == participant.Value)
                return slot;
        }

        return 0;
    }

    /// <summary>Removes an order that is in the table.</summary>
    public void Remove(in RestingOrder order, int slot)
    {
        ulong[] entries = _entries;
        int mask = entries.Length - 1;
        uint hash = HashOf(order.Participant, order.Order);
        ulong removed = EntryOf(hash, slot);
        int hole = (int)(hash & (uint)mask);
        while (entries[hole] != removed)
            hole = (hole + 1) & mask;

        for (int place = (hole + 1) & mask; entries[place] is var entry and not 0; place = (place + 1) & mask)
        {
            // An entry may fill the hole unless its own place lies between the hole and where it is.
            int home = (int)(HashIn(entry) & (uint)mask);
            if (((place - home) & mask) < ((place - hole) & mask))
                continue;

            entries[hole] = entry;
            hole = place;
        }

        entries[hole] = 0;
        _count--;
    }

    void Put(uint hash, int slot)
    {
        int mask = _entries.Length - 1;
        int place = (int)(hash & (uint)mask);
        while (_entries[place] != 0)
            place = (place + 1) & mask;

        _entries[place] = EntryOf(hash, slot);
    }

    void Grow()
    {
        ulong[] old = _entries;
        _entries = new ulong[2 * old.Length];
        foreach (ulong entry in old)
        {
            if (entry != 0)
                Put(HashIn(entry), SlotIn(entry));
        }
    }

    static ulong EntryOf(uint hash, int slot) => ((ulong)hash << 32) | (uint)slot;

    static uint HashIn(ulong entry) => (uint)(entry >> 32);

    static int SlotIn(ulong entry) => (int)(entry & int.MaxValue);

    /// <summary>
    /// Mixes the two names, but leaves eight that follow each other together: names ascend, and the youngest orders are
    /// those that are looked for most. Wraps on purpose.
    /// </summary>
    static uint HashOf(ParticipantId participant, ClientOrderId order)
    {
        unchecked
        {
            ulong eight = (ulong)(order.Value >> 3) ^ BitOperations.RotateLeft((ulong)(uint)participant.Value, 40);
            return ((uint)((eight * 0x9E3779B97F4A7C15) >> 32) << 3) | ((uint)order.Value & 7);
        }
    }
}
