using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The levels that changed in a step, each once.</summary>
/// <remarks>
/// They stand in the order in which they changed; after many changes they are sorted instead, by side and price.
/// </remarks>
sealed class LevelChanges
{
    const int Many = 8;

    LevelChange[] _levels = new LevelChange[16];
    int _count;
    int _changes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(Side side, Price price)
    {
        _changes++;
        LevelChange[] levels = _levels;
        int last = _count - 1;
        if (unchecked((uint)last < (uint)levels.Length)
            && levels[last].Price.Ticks == price.Ticks
            && levels[last].Side == side)
            return;

        int next = last + 1;
        if (unchecked((uint)next >= (uint)levels.Length))
            levels = Grow();

        _count = next + 1;
        ref LevelChange change = ref levels[next];
        change.Side = side;
        change.Price = price;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    LevelChange[] Grow()
    {
        Array.Resize(ref _levels, 2 * _levels.Length);
        return _levels;
    }

    public bool Any => _count > 0;

    /// <summary>The changed levels. Two notes in succession differ, so up to two are there as they are.</summary>
    public ReadOnlySpan<LevelChange> Once()
    {
        if (_count > 1 && _changes > Many)
            _levels.AsSpan(0, _count).Sort(static (left, right) =>
                left.Side != right.Side ? left.Side.CompareTo(right.Side) : left.Price.CompareTo(right.Price));
        if (_count > 2)
            DropRepetitions();

        return _levels.AsSpan(0, _count);
    }

    public void Clear()
    {
        _count = 0;
        _changes = 0;
    }

    void DropRepetitions()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            // Many are sorted, so that equal ones are neighbours.
            Span<LevelChange> before =
                _changes > Many ? _levels.AsSpan(Math.Max(0, kept - 1), Math.Min(1, kept)) : _levels.AsSpan(0, kept);
            if (!before.Contains(_levels[i]))
                _levels[kept++] = _levels[i];
        }

        _count = kept;
    }
}

/// <summary>A price of one side.</summary>
record struct LevelChange
{
    public Side Side;
    public Price Price;
}
