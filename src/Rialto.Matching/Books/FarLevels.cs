namespace Rialto.Matching;

/// <summary>Levels at prices that are far apart, in an array with the best last.</summary>
sealed class FarLevels
{
    (long Rank, PriceLevel Level)[] _levels = new (long, PriceLevel)[4];
    int _count;

    public int Count => _count;

    /// <summary>The rank of the best level. There must be one.</summary>
    public long Best => _levels[_count - 1].Rank;

    /// <summary>The rank of the worst level. There must be one.</summary>
    public long Worst => _levels[0].Rank;

    public ref PriceLevel this[int index] => ref _levels[index].Level;

    public long RankAt(int index) => _levels[index].Rank;

    /// <summary>Where the rank is, or the complement of where it belongs.</summary>
    public int IndexOf(long rank)
    {
        int low = 0;
        int high = _count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            long here = _levels[middle].Rank;
            if (here == rank)
                return middle;

            if (here > rank)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    public ref PriceLevel Insert(int index, long rank)
    {
        if (_count == _levels.Length)
            Array.Resize(ref _levels, 2 * _count);

        Array.Copy(_levels, index, _levels, index + 1, _count++ - index);
        _levels[index] = (rank, default);
        return ref _levels[index].Level;
    }

    public void RemoveAt(int index) => Array.Copy(_levels, index + 1, _levels, index, --_count - index);

    /// <summary>Adds a level that is better than all here.</summary>
    public void Push(long rank, in PriceLevel level) => Insert(_count, rank) = level;

    /// <summary>Takes the best level out.</summary>
    public PriceLevel Pop() => _levels[--_count].Level;
}
