using System.Numerics;
using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Finds the slot of a live order by its participant and the participant's name for it.</summary>
/// <remarks>
/// Buckets of eight entries, at most a quarter full. Names ascend, so eight that follow each other share a bucket, each at a
/// place of its own: the youngest orders, which are looked for most, stand together, and most often one look is enough. If
/// its place is taken an order goes anywhere in its bucket; if the bucket is full, into the next one, and its bucket counts
/// that. An entry is the hash and the slot: names are compared in the pool, where the order is needed next anyway.
/// </remarks>
sealed class OrderTable
{
    const int Places = 8;

    /// <summary>There are at least so many places for each entry.</summary>
    const int Thinness = 4;

    ulong[] _entries = new ulong[1024];

    /// <summary>By bucket: how many entries were pushed out of it, or through it, into a later one.</summary>
    int[] _pushed = new int[1024 / Places];
    uint _mask = 1023;
    int _count;
    int _most = 1024 / Thinness;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in RestingOrder order, int slot)
    {
        if (++_count > _most)
            Grow();

        Put(HashOf(order.Participant, order.Order), slot);
    }

    /// <returns>0 if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ParticipantId participant, ClientOrderId order, RestingOrder[] pool)
    {
        uint hash = HashOf(participant, order);
        int slot = SlotIn(Own(hash));
        ref RestingOrder known = ref Hardware.At(pool, slot);
        return known.Order.Value == order.Value && known.Participant.Value == participant.Value
            ? slot
            : FindFurther(participant, order, pool, hash);
    }

    /// <summary>Removes an order that is in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(in RestingOrder order, int slot)
    {
        _count--;
        uint hash = HashOf(order.Participant, order.Order);
        ref ulong own = ref Own(hash);
        if (own == EntryOf(hash, slot))
            own = 0;
        else
            RemoveFurther(hash, EntryOf(hash, slot));
    }

    /// <summary>Fetches where an order would stand. Changes nothing.</summary>
    /// <returns>The hash of its name.</returns>
    public uint Prefetch(ParticipantId participant, ClientOrderId order)
    {
        uint hash = HashOf(participant, order);
        Hardware.Prefetch(ref Own(hash));
        return hash;
    }

    /// <summary>The slot that probably is the order's whose name has this hash. A guess, for fetching it.</summary>
    public int Guess(uint hash) => SlotIn(Own(hash));

    [MethodImpl(MethodImplOptions.NoInlining)]
    int FindFurther(ParticipantId participant, ClientOrderId order, RestingOrder[] pool, uint hash)
    {
        for (int bucket = BucketOf(hash); ; bucket = After(bucket))
        {
            Span<ulong> entries = Bucket(bucket);
            for (uint step = 0; step < Places; step++)
            {
                ulong entry = entries[(int)((hash ^ step) % Places)];
                int slot = SlotIn(entry);
                if (HashIn(entry) == hash && pool[slot].Order == order && pool[slot].Participant == participant)
                    return slot;
            }

            if (_pushed[bucket] == 0)
                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void RemoveFurther(uint hash, ulong removed)
    {
        int bucket = BucketOf(hash);
        for (; !TryChange(Bucket(bucket), hash, removed, 0); bucket = After(bucket))
            _pushed[bucket]--;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Put(uint hash, int slot)
    {
        ref ulong own = ref Own(hash);
        if (own == 0)
            own = EntryOf(hash, slot);
        else
            PutFurther(hash, EntryOf(hash, slot));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void PutFurther(uint hash, ulong entry)
    {
        int bucket = BucketOf(hash);
        for (; !TryChange(Bucket(bucket), hash, 0, entry); bucket = After(bucket))
            _pushed[bucket]++;
    }

    /// <summary>Changes an entry of a bucket, where it is there: looked for from its hash's own place on, its neighbour first.</summary>
    static bool TryChange(Span<ulong> bucket, uint hash, ulong from, ulong to)
    {
        for (uint step = 0; step < Places; step++)
        {
            ref ulong entry = ref bucket[(int)((hash ^ step) % Places)];
            if (entry != from)
                continue;

            entry = to;
            return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Grow()
    {
        ulong[] old = _entries;
        _entries = new ulong[2 * old.Length];
        _pushed = new int[_entries.Length / Places];
        _mask = (uint)_entries.Length - 1;
        _most = _entries.Length / Thinness;
        foreach (ulong entry in old)
        {
            if (entry != 0)
                Put(HashIn(entry), SlotIn(entry));
        }
    }

    Span<ulong> Bucket(int bucket) => _entries.AsSpan(bucket * Places, Places);

    int BucketOf(uint hash) => unchecked((int)(hash & _mask)) / Places;

    int After(int bucket) => (bucket + 1) & (_pushed.Length - 1);

    /// <summary>The own place of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref ulong Own(uint hash) => ref Hardware.At(_entries, unchecked((int)(hash & _mask)));

    static ulong EntryOf(uint hash, int slot) => ((ulong)hash << 32) | unchecked((uint)slot);

    static uint HashIn(ulong entry) => unchecked((uint)(entry >> 32));

    static int SlotIn(ulong entry) => unchecked((int)(entry & int.MaxValue));

    /// <summary>Mixes the two names; the low three bits tell eight apart that follow each other. Wraps on purpose.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint HashOf(ParticipantId participant, ClientOrderId order)
    {
        unchecked
        {
            ulong eight = (ulong)(order.Value >> 3) ^ BitOperations.RotateLeft((ulong)(uint)participant.Value, 40);
            return ((uint)((eight * 0x9E3779B97F4A7C15) >> 35) << 3) | ((uint)order.Value & 7);
        }
    }
}
