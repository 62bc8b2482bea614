using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// A walk through one side of a book: the orders without a price first, then level by level, best first.
/// </summary>
struct SideWalk
{
    readonly BookSide _side;
    Level _level;
    bool _isPriced;

    public SideWalk(BookSide side)
    {
        _side = side;
        Left = side.UnpricedLots;
        if (Left == Quantity.Zero)
            Advance();
    }

    /// <summary>What is left of where the walk stands.</summary>
    public Quantity Left { get; private set; }

    /// <summary>In ticks; null at the orders without a price.</summary>
    public readonly long? Price => _isPriced ? _level.Price.Ticks : null;

    public readonly bool IsAtEnd => Left == Quantity.Zero;

    public void Take(Quantity lots)
    {
        Left -= lots;
        if (Left == Quantity.Zero)
            Advance();
    }

    void Advance()
    {
        bool any = _isPriced ? _side.TryWorse(ref _level) : _side.TryBest(out _level);
        _isPriced = true;
        Left = any ? _level.Quantity : Quantity.Zero;
    }
}
