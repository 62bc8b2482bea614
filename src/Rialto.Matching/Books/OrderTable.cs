using System.Numerics;
using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Finds the slot of a live order by its participant and the participant's name for it.</summary>
/// <remarks>
/// Buckets of eight entries, which are a line of memory. Names ascend, so eight that follow each other share a bucket, each at
/// its own place: the youngest orders, which are looked for most, stand together, and a search mostly ends where it begins.
/// An order whose place is taken goes anywhere in its bucket, or into the next one, which its bucket then counts. An entry is
/// the hash and the slot: names are compared in the pool, where the order is needed next anyway.
/// </remarks>
sealed class OrderTable
{
    const int Places = 8;

    ulong[] _entries = new ulong[1024];

    /// <summary>By bucket: how many entries were pushed out of it, or through it, into a later one.</summary>
    int[] _pushed = new int[1024 / Places];
    int _count;

    public void Add(in RestingOrder order, int slot)
    {
        if (4 * ++_count > _entries.Length)
            Grow();

        Put(HashOf(order.Participant, order.Order), slot);
    }

    /// <returns>0 if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ParticipantId participant, ClientOrderId order, RestingOrder[] pool)
    {
        ulong[] entries = _entries;
        uint hash = HashOf(participant, order);
        int place = (int)(hash & (uint)(entries.Length - 1));
        ulong entry = entries[place];
        if (HashIn(entry) == hash)
        {
            int slot = SlotIn(entry);
            ref RestingOrder known = ref pool[slot];
            if (known.Order.Value == order.Value && known.Participant.Value == participant.Value)
                return slot;
        }

        return FindElsewhere(participant, order, pool, hash);
    }

    /// <summary>Removes an order that is in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(in RestingOrder order, int slot)
    {
        _count--;
        uint hash = HashOf(order.Participant, order.Order);
        ulong removed = EntryOf(hash, slot);
        ref ulong entry = ref _entries[(int)(hash & (uint)(_entries.Length - 1))];
        if (entry == removed)
            entry = 0;
        else
            RemoveElsewhere(hash, removed);
    }

    /// <summary>Fetches where an order would stand. Changes nothing.</summary>
    public void Prefetch(ParticipantId participant, ClientOrderId order) =>
        Hardware.Prefetch(ref _entries[(int)(HashOf(participant, order) & (uint)(_entries.Length - 1))]);

    /// <summary>The slot that probably is the order's; 0 if none looks like it. A guess, for fetching it.</summary>
    public int Guess(ParticipantId participant, ClientOrderId order)
    {
        uint hash = HashOf(participant, order);
        ulong entry = _entries[(int)(hash & (uint)(_entries.Length - 1))];
        return HashIn(entry) == hash ? SlotIn(entry) : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    int FindElsewhere(ParticipantId participant, ClientOrderId order, RestingOrder[] pool, uint hash)
    {
        int bucket = BucketOf(hash);
        while (true)
        {
            foreach (ulong entry in _entries.AsSpan(bucket * Places, Places))
            {
                if (HashIn(entry) != hash)
                    continue;

                int slot = SlotIn(entry);
                if (pool[slot].Order == order && pool[slot].Participant == participant)
                    return slot;
            }

            if (_pushed[bucket] == 0)
                return 0;

            bucket = After(bucket);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void RemoveElsewhere(uint hash, ulong removed)
    {
        for (int bucket = BucketOf(hash); ; bucket = After(bucket))
        {
            int place = _entries.AsSpan(bucket * Places, Places).IndexOf(removed);
            if (place >= 0)
            {
                _entries[(bucket * Places) + place] = 0;
                return;
            }

            _pushed[bucket]--;
        }
    }

    void Put(uint hash, int slot)
    {
        ref ulong entry = ref _entries[(int)(hash & (uint)(_entries.Length - 1))];
        if (entry == 0)
            entry = EntryOf(hash, slot);
        else
            PutElsewhere(hash, EntryOf(hash, slot));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void PutElsewhere(uint hash, ulong entry)
    {
        for (int bucket = BucketOf(hash); ; bucket = After(bucket))
        {
            int place = _entries.AsSpan(bucket * Places, Places).IndexOf(0UL);
            if (place >= 0)
            {
                _entries[(bucket * Places) + place] = entry;
                return;
            }

            _pushed[bucket]++;
        }
    }

    void Grow()
    {
        ulong[] old = _entries;
        _entries = new ulong[2 * old.Length];
        _pushed = new int[_entries.Length / Places];
        foreach (ulong entry in old)
        {
            if (entry != 0)
                Put(HashIn(entry), SlotIn(entry));
        }
    }

    int BucketOf(uint hash) => (int)(hash & (uint)(_entries.Length - 1)) / Places;

    int After(int bucket) => (bucket + 1) & (_pushed.Length - 1);

    static ulong EntryOf(uint hash, int slot) => ((ulong)hash << 32) | (uint)slot;

    static uint HashIn(ulong entry) => (uint)(entry >> 32);

    static int SlotIn(ulong entry) => (int)(entry & int.MaxValue);

    /// <summary>Mixes the two names, but leaves eight that follow each other together. Wraps on purpose.</summary>
    static uint HashOf(ParticipantId participant, ClientOrderId order)
    {
        unchecked
        {
            ulong eight = (ulong)(order.Value >> 3) ^ BitOperations.RotateLeft((ulong)(uint)participant.Value, 40);
            return ((uint)((eight * 0x9E3779B97F4A7C15) >> 32) << 3) | ((uint)order.Value & 7);
        }
    }
}
