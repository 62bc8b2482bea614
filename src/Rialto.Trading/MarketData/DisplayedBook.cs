namespace Rialto.Trading;

/// <summary>The book as the public sees it, rebuilt from level changes.</summary>
/// <remarks>
/// Each side is an array of levels, sorted with the best level last, so that a change near the best price moves little.
/// Setting a level costs O(log levels) to find it and O(distance from the best) to insert or remove it.
/// </remarks>
public sealed class DisplayedBook
{
    Level[] _bids = new Level[16];
    Level[] _asks = new Level[16];
    int _bidCount;
    int _askCount;

    /// <summary>The levels of a side; the best is the last.</summary>
    public ReadOnlySpan<Level> WorstFirst(Side side) =>
        side == Side.Buy ? _bids.AsSpan(0, _bidCount) : _asks.AsSpan(0, _askCount);

    public Level? Best(Side side)
    {
        ReadOnlySpan<Level> levels = WorstFirst(side);
        return levels.IsEmpty ? null : levels[^1];
    }

    public bool TryGet(Side side, Price price, out Level level)
    {
        ReadOnlySpan<Level> levels = WorstFirst(side);
        int index = IndexOf(levels, side, price);
        level = index >= 0 ? levels[index] : default;
        return index >= 0;
    }

    /// <summary>Applies a <see cref="EventKind.LevelChanged"/>; other events change nothing.</summary>
    public void Apply(in MarketEvent happened)
    {
        if (happened.Kind == EventKind.LevelChanged)
            Set(happened.Side, new Level(happened.Price, happened.Quantity, happened.Orders));
    }

    /// <summary>Puts a level in place of what was at its price; a level of zero lots removes it.</summary>
    public void Set(Side side, Level level)
    {
        if (side == Side.Buy)
            Set(ref _bids, ref _bidCount, side, level);
        else
            Set(ref _asks, ref _askCount, side, level);
    }

    public void Clear() => _bidCount = _askCount = 0;

    static void Set(ref Level[] levels, ref int count, Side side, Level level)
    {
        int index = IndexOf(levels.AsSpan(0, count), side, level.Price);
        if (index >= 0)
        {
            if (level.Quantity > Quantity.Zero)
            {
                levels[index] = level;
                return;
            }

            Array.Copy(levels, index + 1, levels, index, --count - index);
            return;
        }

        if (level.Quantity == Quantity.Zero)
            return;

        if (count == levels.Length)
            Array.Resize(ref levels, 2 * count);

        index = ~index;
        Array.Copy(levels, index, levels, index + 1, count++ - index);
        levels[index] = level;
    }

    /// <summary>Where the price is, or the complement of where it belongs.</summary>
    static int IndexOf(ReadOnlySpan<Level> levels, Side side, Price price)
    {
        int low = 0;
        int high = levels.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            Price here = levels[middle].Price;
            if (here == price)
                return middle;

            if (side.IsBetter(price, here))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
