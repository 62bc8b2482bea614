using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rialto.Matching;

/// <summary>
/// The levels of one side by rank: a price turned so that the better one is the smaller number on both sides.
/// </summary>
/// <remarks>
/// Levels near the best stand in a ring, at the place that the low bits of their rank name: to move the window along
/// with the market, nothing is copied but the levels that leave or enter it. The others are kept in order in an array.
/// Invariants: every near level is better than every far one; where there is a far level there is a near one, so the
/// best is near; every place that is not occupied is zero. A structure, which stands in its side of the book: it is not
/// to be copied.
/// </remarks>
struct PriceLadder()
{
    /// <summary>The rank of nothing: worse than every price, and twice it is still a number.</summary>
    public const long None = long.MaxValue / 2;

    /// <summary>
    /// The ring is doubled as long as this share of its places is occupied, and up to what its bitmap can hold. So a
    /// thousand small books stay small, however far apart their prices are.
    /// </summary>
    const int PlacesPerLevel = 8;

    static readonly PriceLevel[] Nothing = new PriceLevel[1];

    PriceLevel[] _near = new PriceLevel[256];
    int _mask = 255;
    long _first;
    long _best = None;
    FarLevels? _far;
    Occupancy _occupied;

    public readonly bool IsEmpty => _best == None;

    /// <summary>How many levels there are. Counted: nobody asks often.</summary>
    public readonly int Count => _occupied.Count + (_far?.Count ?? 0);

    /// <summary>The rank of the best level; <see cref="None"/> if there is no level.</summary>
    public readonly long Best => _best;

    /// <summary>The rank of the worst level; there must be one.</summary>
    public long Worst => HasFar ? _far.Worst : WorstNear;

    /// <summary>The best level; an empty one if there is none.</summary>
    public ref PriceLevel BestLevel => ref Hardware.At(_near, PlaceOf(_best));

    [MemberNotNullWhen(true, nameof(_far))]
    readonly bool HasFar => _far is { Count: > 0 };

    long WorstNear => RankOf(_occupied.BackFrom(PlaceOf(_first - 1)));

    /// <summary>The level of a rank that has one.</summary>
    public ref PriceLevel this[long rank]
    {
        get
        {
            if (IsNear(rank))
                return ref Hardware.At(_near, PlaceOf(rank));

            return ref _far![_far.IndexOf(rank)];
        }
    }

    /// <summary>What rests at a rank; all zero if nothing does.</summary>
    public ref readonly PriceLevel Find(long rank)
    {
        if (IsNear(rank))
            return ref Hardware.At(_near, PlaceOf(rank));

        int index = _far?.IndexOf(rank) ?? -1;
        if (index >= 0)
            return ref _far![index];

        return ref Nothing[0];
    }

    /// <summary>The level of a rank, which the caller fills if it is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PriceLevel Open(long rank)
    {
        if (!IsNear(rank) && !TryReach(rank))
            return ref OpenFar(rank);

        // As if it were new, even if it is not: nobody can guess which.
        int place = PlaceOf(rank);
        ref PriceLevel level = ref Hardware.At(_near, place);
        _occupied.Add(place);
        _best = Math.Min(_best, rank);
        return ref level;
    }

    /// <summary>
    /// Takes out a level if it has become empty. Whether it has nobody can guess, so a branch comes only with the best
    /// one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CloseIf(bool isEmpty, long rank)
    {
        if (isEmpty & ((rank == _best) | !IsNear(rank)))
        {
            Close(rank);
            return;
        }

        _occupied.RemoveIf(PlaceOf(rank), isEmpty);
    }

    /// <summary>Takes out the best level, or a far one, which has become empty.</summary>
    void Close(long rank)
    {
        if (!IsNear(rank))
        {
            _far!.RemoveAt(_far.IndexOf(rank));
            return;
        }

        int place = PlaceOf(rank);
        _occupied.Remove(place);
        int next = _occupied.From(place);
        _best = next >= 0 ? RankOf(next) : HasFar ? _far.Best : None;
        if (next < 0 && HasFar)
            MoveTo(_best);
    }

    /// <summary>The rank of the next level behind one; <see cref="None"/> behind the worst.</summary>
    public long Behind(long rank)
    {
        if (IsNear(rank))
        {
            long next = RankOf(_occupied.From(PlaceOf(rank + 1)));
            return next > rank ? next : HasFar ? _far.Best : None;
        }

        int index = _far!.IndexOf(rank) - 1;
        return index >= 0 ? _far.RankAt(index) : None;
    }

    /// <summary>The rank of the next level before one; <see cref="None"/> before the best.</summary>
    public long Before(long rank)
    {
        if (rank == _best)
            return None;
        if (IsNear(rank))
            return RankOf(_occupied.BackFrom(PlaceOf(rank - 1)));

        int index = _far!.IndexOf(rank) + 1;
        return index < _far.Count ? _far.RankAt(index) : WorstNear;
    }

    /// <summary>The last order of a level, if that is near; or else any slot.</summary>
    public readonly int TailNear(long rank) => Hardware.At(_near, PlaceOf(rank)).Tail;

    /// <summary>Fetches where a level stands or would stand. Changes nothing.</summary>
    public readonly void Prefetch(long rank) => Hardware.Prefetch(ref Hardware.At(_near, PlaceOf(rank)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly bool IsNear(long rank) => unchecked((ulong)(rank - _first) <= (uint)_mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly int PlaceOf(long rank) => unchecked((int)rank) & _mask;

    long RankOf(int place) => _first + ((place - PlaceOf(_first)) & (_near.Length - 1));

    /// <summary>
    /// Moves or widens the window for a rank outside of it, if that is worth it. A better rank than all always is.
    /// </summary>
    bool TryReach(long rank)
    {
        if (_near.Length < Occupancy.MostPlaces && 2 * _near.Length <= PlacesPerLevel * Count)
            Widen(Math.Min(rank, _best));
        else if (rank < _first || IsEmpty)
            MoveTo(rank);
        else if (_best - _first > _near.Length / 2)
            MoveTo(_best);

        return IsNear(rank);
    }

    ref PriceLevel OpenFar(long rank)
    {
        _far ??= new FarLevels();
        int index = _far.IndexOf(rank);
        if (index >= 0)
            return ref _far[index];

        return ref _far.Insert(~index, rank);
    }

    void Widen(long best)
    {
        LeaveFrom(_first);
        _near = new PriceLevel[2 * _near.Length];
        _mask = _near.Length - 1;
        MoveTo(best);
    }

    /// <summary>Places the window so that a quarter of it is left for better ranks than this one.</summary>
    void MoveTo(long best)
    {
        long first = best - (_near.Length / 4);
        LeaveFrom(first + _near.Length);
        _first = first;
        while (HasFar && IsNear(_far.Best))
        {
            int place = PlaceOf(_far.Best);
            _occupied.Add(place);
            _near[place] = _far.Pop();
        }
    }

    /// <summary>Moves the levels from a rank on to the far ones, the worst first.</summary>
    void LeaveFrom(long end)
    {
        for (int place = LastPlace; place >= 0 && RankOf(place) >= end; place = LastPlace)
        {
            (_far ??= new FarLevels()).Push(RankOf(place), _near[place]);
            _near[place] = default;
            _occupied.Remove(place);
        }
    }

    int LastPlace => _occupied.BackFrom(PlaceOf(_first - 1));
}
