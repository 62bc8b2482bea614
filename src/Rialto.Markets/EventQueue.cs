using System.Numerics;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>What is due, in order of time, and at one time in the order in which it was put in.</summary>
/// <remarks>
/// A hierarchical timing wheel over the 64 bits of a nanosecond clock: eight wheels of 256 slots, one per byte. An
/// entry waits in the wheel of the highest byte in which its time differs from now, and moves to lower wheels as that
/// time comes near; putting in and taking out cost O(1) amortised whatever the number of entries. An entry reaches a
/// lower wheel before any later one can be put there directly, so that a slot stays in order of arrival.
/// A slot is a list of blocks of 16 entries from one pool: a cascade reads memory in order, and nothing is allocated
/// once the pool has grown to the largest number of entries.
/// Source: Varghese and Lauck, Hashed and Hierarchical Timing Wheels, SOSP 1987. Oracle in the tests: PriorityQueue.
/// </remarks>
/// <param name="approaching">
/// Is shown entries that will be due soon, twice each, so that what they need can be fetched; it changes nothing. May
/// be null.
/// </param>
public sealed class EventQueue(Action<QueueEntry, bool>? approaching = null)
{
    /// <summary>
    /// Slots with more entries than this are shown when they have come nearer: the caches hold no more.
    /// </summary>
    const int MostShown = 1_024;

    const int Wheels = 8;
    const int Slots = 256;
    const int WordsPerWheel = Slots / 64;
    const int BlockLength = 16;
    const int None = -1;

    readonly Slot[] _slots = new Slot[Wheels * Slots];
    readonly ulong[] _occupied = new ulong[Wheels * WordsPerWheel];
    uint _words;
    QueueEntry[] _entries = new QueueEntry[64 * BlockLength];
    int[] _nextBlock = new int[64];
    int _usedBlocks;
    int _freeBlock = None;
    long _now;

    public int Count { get; private set; }

    /// <summary>
    /// When the first entry is due; null if there is none. Costs O(entries of one slot): for drivers, not for the loop.
    /// </summary>
    public Timestamp? NextDue
    {
        get
        {
            return _words == 0 ? null : EarliestOf(_slots[FirstOccupied()]);
        }
    }

    /// <param name="entry">Not due before the last entry taken.</param>
    public void Add(in QueueEntry entry)
    {
        Invariant.Holds(entry.Due >= _now, $"entry due at {entry.Due} ns, now {_now} ns");
        Append(entry);
        Count++;
    }

    /// <summary>Moves to the first instant at which something is due, if that is not later than the horizon.</summary>
    public bool TryAdvance(Timestamp horizon, out Timestamp due)
    {
        while (_words != 0)
        {
            int place = FirstOccupied();
            int wheel = place / Slots;
            long start = (_now & ~(((1L << (8 * wheel)) << 8) - 1)) | ((long)(place % Slots) << (8 * wheel));
            ref Slot first = ref _slots[place];
            bool isLone = first.Head == first.Tail && first.Filled - first.Taken == 1;
            if (isLone)
                start = _entries[(first.Head * BlockLength) + first.Taken].Due; // Nothing else can be due before it.
            if (start > horizon.Nanoseconds)
                break;

            _now = start;
            if (wheel == 0)
            {
                due = new Timestamp(start);
                return true;
            }

            Cascade(wheel, place % Slots);
        }

        due = default;
        return false;
    }

    /// <summary>Takes the next entry that is due at exactly the instant advanced to.</summary>
    public bool TryTake(out QueueEntry entry)
    {
        int index = (int)(_now & (Slots - 1));
        if ((_occupied[index >> 6] & (1UL << index)) == 0)
        {
            entry = default;
            return false;
        }

        ref Slot slot = ref _slots[index];
        entry = _entries[(slot.Head * BlockLength) + slot.Taken++];
        Count--;
        if (slot.Head == slot.Tail && slot.Taken == slot.Filled)
        {
            Free(slot.Head);
            Vacate(0, index);
        }
        else if (slot.Taken == BlockLength)
        {
            int next = _nextBlock[slot.Head];
            Free(slot.Head);
            (slot.Head, slot.Taken) = (next, 0);
        }

        return true;
    }

    void Cascade(int wheel, int index)
    {
        Slot from = _slots[(wheel * Slots) + index];
        Vacate(wheel, index);
        if (wheel > 1 && approaching is not null && LengthOf(from) <= MostShown)
        {
            Show(from, isSecond: false);
            Show(from, isSecond: true);
        }

        for (int block = from.Head; ;)
        {
            int end = block == from.Tail ? from.Filled : BlockLength;
            for (int i = 0; i < end; i++)
                Append(_entries[(block * BlockLength) + i]);

            int next = _nextBlock[block];
            Free(block);
            if (block == from.Tail)
                return;

            block = next;
        }
    }

    int LengthOf(in Slot slot)
    {
        int length = slot.Filled;
        for (int block = slot.Head; block != slot.Tail && length <= MostShown; block = _nextBlock[block])
            length += BlockLength;

        return length;
    }

    void Show(in Slot slot, bool isSecond)
    {
        for (int block = slot.Head; ; block = _nextBlock[block])
        {
            int end = block == slot.Tail ? slot.Filled : BlockLength;
            for (int i = 0; i < end; i++)
                approaching!(_entries[(block * BlockLength) + i], isSecond);

            if (block == slot.Tail)
                return;
        }
    }

    void Append(QueueEntry entry)
    {
        ulong difference = (ulong)(entry.Due ^ _now);
        int wheel = difference == 0 ? 0 : (63 - BitOperations.LeadingZeroCount(difference)) >> 3;
        int index = (int)((entry.Due >> (8 * wheel)) & (Slots - 1));
        ref Slot slot = ref _slots[(wheel * Slots) + index];
        ref ulong word = ref _occupied[(wheel * WordsPerWheel) + (index >> 6)];
        if ((word & (1UL << index)) == 0)
        {
            word |= 1UL << index;
            _words |= 1U << ((wheel * WordsPerWheel) + (index >> 6));
            slot.Head = slot.Tail = NewBlock();
            slot.Taken = slot.Filled = 0;
        }
        else if (slot.Filled == BlockLength)
        {
            int block = NewBlock();
            _nextBlock[slot.Tail] = block;
            (slot.Tail, slot.Filled) = (block, 0);
        }

        _entries[(slot.Tail * BlockLength) + slot.Filled++] = entry;
    }

    Timestamp EarliestOf(in Slot slot)
    {
        long first = long.MaxValue;
        int start = slot.Taken;
        for (int block = slot.Head; ; block = _nextBlock[block])
        {
            int end = block == slot.Tail ? slot.Filled : BlockLength;
            for (int i = start; i < end; i++)
                first = Math.Min(first, _entries[(block * BlockLength) + i].Due);

            if (block == slot.Tail)
                return new Timestamp(first);

            start = 0;
        }
    }

    int NewBlock()
    {
        int block = _freeBlock;
        if (block != None)
        {
            _freeBlock = _nextBlock[block];
            return block;
        }

        if (_usedBlocks == _nextBlock.Length)
        {
            Array.Resize(ref _nextBlock, 2 * _usedBlocks);
            Array.Resize(ref _entries, 2 * _usedBlocks * BlockLength);
        }

        return _usedBlocks++;
    }

    void Free(int block)
    {
        _nextBlock[block] = _freeBlock;
        _freeBlock = block;
    }

    void Vacate(int wheel, int index)
    {
        int place = (wheel * WordsPerWheel) + (index >> 6);
        _occupied[place] &= ~(1UL << index);
        if (_occupied[place] == 0)
            _words &= ~(1U << place);
    }

    /// <summary>
    /// The first occupied slot of the lowest wheel that has one: none has earlier entries. There must be one.
    /// </summary>
    int FirstOccupied()
    {
        int word = BitOperations.TrailingZeroCount(_words);
        return (word << 6) + BitOperations.TrailingZeroCount(_occupied[word]);
    }

    /// <summary>Valid only where the slot is marked as occupied.</summary>
    struct Slot
    {
        public int Head;
        public int Tail;

        /// <summary>How many entries of the first block have been taken.</summary>
        public int Taken;

        /// <summary>How many entries the last block has.</summary>
        public int Filled;
    }
}
