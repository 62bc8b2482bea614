using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rialto.Matching;

/// <summary>
/// Which places of a ring are occupied: a bit for each place, and a bit for each word that may not be zero.
/// </summary>
/// <remarks>
/// The ring has 64 places or more, a power of two, and at most <see cref="MostPlaces"/>: one summary word is enough.
/// </remarks>
struct Occupancy
{
    public const int MostPlaces = 64 * Words.Count;

    ulong _summary;
    Words _words;

    /// <summary>Inside the structure, so that no further line of memory is needed to find it.</summary>
    [InlineArray(Count)]
    struct Words
    {
        public const int Count = 64;

        ulong _first;
    }

    /// <summary>How many places are occupied.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            for (ulong rest = _summary; rest != 0; rest &= rest - 1)
                count += BitOperations.PopCount(_words[BitOperations.TrailingZeroCount(rest)]);

            return count;
        }
    }

    public void Add(int place)
    {
        _words[WordOf(place)] |= 1UL << place;
        _summary |= 1UL << (place >> 6);
    }

    public void Remove(int place) => RemoveIf(place, true);

    /// <summary>Removes a place, or does not. Without a branch, for whom cannot be guessed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RemoveIf(int place, bool isRemoved)
    {
        ref ulong word = ref _words[WordOf(place)];
        word &= ~((isRemoved ? 1UL : 0) << place);
    }

    static int WordOf(int place) => (place >> 6) & (Words.Count - 1);

    /// <summary>The first occupied place from here on, around the ring; −1 if there is none.</summary>
    public int From(int place)
    {
        ulong here = _words[place >> 6] >> place;
        if (here != 0)
            return place + BitOperations.TrailingZeroCount(here);

        while (_summary != 0)
        {
            ulong later = _summary & (ulong.MaxValue << (place >> 6) << 1);
            int word = BitOperations.TrailingZeroCount(later != 0 ? later : _summary);
            if (_words[word] != 0)
                return (word << 6) + BitOperations.TrailingZeroCount(_words[word]);

            _summary &= ~(1UL << word);
        }

        return -1;
    }

    /// <summary>The first occupied place from here backwards, around the ring; −1 if there is none.</summary>
    public int BackFrom(int place)
    {
        ulong here = _words[place >> 6] << (63 - (place & 63));
        if (here != 0)
            return place - BitOperations.LeadingZeroCount(here);

        while (_summary != 0)
        {
            ulong earlier = _summary & ((1UL << (place >> 6)) - 1);
            int word = 63 - BitOperations.LeadingZeroCount(earlier != 0 ? earlier : _summary);
            if (_words[word] != 0)
                return (word << 6) + 63 - BitOperations.LeadingZeroCount(_words[word]);

            _summary &= ~(1UL << word);
        }

        return -1;
    }
}
