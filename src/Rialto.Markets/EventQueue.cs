using System.Numerics;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>What is due, in order of time, and at one time in the order in which it was put in.</summary>
/// <remarks>
/// A hierarchical timing wheel over the 64 bits of a nanosecond clock: eight wheels of 256 slots, one per byte. An entry
/// waits in the wheel of the highest byte in which its time differs from now, and moves to lower wheels as that time comes
/// near; putting in and taking out cost O(1) amortised whatever the number of entries. An entry reaches a lower wheel
/// before any later one can be put there directly, so that a slot stays in order of arrival.
/// Source: Varghese and Lauck, Hashed and Hierarchical Timing Wheels, SOSP 1987. Oracle in the tests: PriorityQueue.
/// </remarks>
public sealed class EventQueue
{
    const int Wheels = 8;
    const int Slots = 256;
    const int WordsPerWheel = Slots / 64;

    readonly Slot[] _slots = new Slot[Wheels * Slots];
    readonly ulong[] _occupied = new ulong[Wheels * WordsPerWheel];
    readonly Stack<QueueEntry[]> _spare = new();
    long _now;

    public int Count { get; private set; }

    /// <summary>When the first entry is due; null if there is none. Costs O(entries of one slot): for drivers, not for the loop.</summary>
    public Timestamp? NextDue
    {
        get
        {
            for (int wheel = 0; wheel < Wheels; wheel++)
            {
                int index = FirstOccupied(wheel);
                if (index < 0)
                    continue;

                ref Slot slot = ref _slots[(wheel * Slots) + index];
                long first = long.MaxValue;
                foreach (QueueEntry entry in slot.Entries.AsSpan(slot.Taken, slot.Count - slot.Taken))
                    first = Math.Min(first, entry.Due);

                return new Timestamp(first);
            }

            return null;
        }
    }

    /// <param name="entry">Not due before the last entry taken.</param>
    public void Add(in QueueEntry entry)
    {
        Invariant.Holds(entry.Due >= _now, $"entry due at {entry.Due} ns, now {_now} ns");
        ulong difference = (ulong)(entry.Due ^ _now);
        int wheel = difference == 0 ? 0 : (63 - BitOperations.LeadingZeroCount(difference)) >> 3;
        int index = (int)((entry.Due >> (8 * wheel)) & (Slots - 1));
        Append(wheel, index, entry);
        Count++;
    }

    /// <summary>Moves to the first instant at which something is due, if that is not later than the horizon.</summary>
    public bool TryAdvance(Timestamp horizon, out Timestamp due)
    {
        while (true)
        {
            int wheel = 0;
            int index = FirstOccupied(0);
            while (index < 0 && ++wheel < Wheels)
                index = FirstOccupied(wheel);

            due = default;
            if (index < 0)
                return false;

            long start = (_now & ~(((1L << (8 * wheel)) << 8) - 1)) | ((long)index << (8 * wheel));
            if (start > horizon.Nanoseconds)
                return false;

            _now = start;
            if (wheel == 0)
            {
                due = new Timestamp(start);
                return true;
            }

            Cascade(wheel, index);
        }
    }

    /// <summary>Takes the next entry that is due at exactly the instant advanced to.</summary>
    public bool TryTake(out QueueEntry entry)
    {
        int index = (int)(_now & (Slots - 1));
        ref Slot slot = ref _slots[index];
        if (slot.Entries is null)
        {
            entry = default;
            return false;
        }

        entry = slot.Entries[slot.Taken++];
        Count--;
        if (slot.Taken == slot.Count)
            Release(0, index);

        return true;
    }

    void Cascade(int wheel, int index)
    {
        Slot from = _slots[(wheel * Slots) + index];
        _slots[(wheel * Slots) + index] = default;
        _occupied[(wheel * WordsPerWheel) + (index >> 6)] &= ~(1UL << index);

        foreach (ref readonly QueueEntry entry in from.Entries.AsSpan(0, from.Count))
        {
            ulong difference = (ulong)(entry.Due ^ _now);
            int lower = difference == 0 ? 0 : (63 - BitOperations.LeadingZeroCount(difference)) >> 3;
            Append(lower, (int)((entry.Due >> (8 * lower)) & (Slots - 1)), entry);
        }

        _spare.Push(from.Entries!);
    }

    void Append(int wheel, int index, in QueueEntry entry)
    {
        ref Slot slot = ref _slots[(wheel * Slots) + index];
        if (slot.Entries is null)
        {
            slot.Entries = _spare.TryPop(out QueueEntry[]? spare) ? spare : new QueueEntry[8];
            _occupied[(wheel * WordsPerWheel) + (index >> 6)] |= 1UL << index;
        }
        else if (slot.Count == slot.Entries.Length)
        {
            Array.Resize(ref slot.Entries, 2 * slot.Count);
        }

        slot.Entries[slot.Count++] = entry;
    }

    void Release(int wheel, int index)
    {
        ref Slot slot = ref _slots[(wheel * Slots) + index];
        _spare.Push(slot.Entries!);
        slot = default;
        _occupied[(wheel * WordsPerWheel) + (index >> 6)] &= ~(1UL << index);
    }

    /// <summary>The first occupied slot of a wheel; none lies before the place of now. Negative if there is none.</summary>
    int FirstOccupied(int wheel)
    {
        for (int word = 0; word < WordsPerWheel; word++)
        {
            ulong bits = _occupied[(wheel * WordsPerWheel) + word];
            if (bits != 0)
                return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }

    struct Slot
    {
        public QueueEntry[]? Entries;
        public int Count;
        public int Taken;
    }
}
