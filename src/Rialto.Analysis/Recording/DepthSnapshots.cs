using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The displayed book in the middle of each span of a grid: the best levels of each side.</summary>
sealed class DepthSnapshots(TimeGrid grid)
{
    /// <summary>How many levels of a side are kept.</summary>
    public const int Deepest = 100;

    readonly DepthLevel[][] _bids = new DepthLevel[grid.Count][];
    readonly DepthLevel[][] _asks = new DepthLevel[grid.Count][];
    int _taken;

    public TimeGrid Grid => grid;

    /// <summary>When the next snapshot is due.</summary>
    public Timestamp Due => _taken < grid.Count ? grid.MiddleOf(_taken) : Timestamp.Never;

    public void Take(DisplayedBook book)
    {
        _bids[_taken] = Best(book.WorstFirst(Side.Buy));
        _asks[_taken] = Best(book.WorstFirst(Side.Sell));
        _taken++;
    }

    /// <summary>The levels of a side in one span, the worst first; empty if none were seen.</summary>
    public IReadOnlyList<DepthLevel> Of(Side side, int span) => (side == Side.Buy ? _bids : _asks)[span] ?? [];

    static DepthLevel[] Best(ReadOnlySpan<Level> worstFirst)
    {
        ReadOnlySpan<Level> kept = worstFirst[Math.Max(0, worstFirst.Length - Deepest)..];
        DepthLevel[] levels = new DepthLevel[kept.Length];
        for (int i = 0; i < kept.Length; i++)
            levels[i] = new(kept[i].Price.Ticks, kept[i].Quantity.Lots);

        return levels;
    }
}
