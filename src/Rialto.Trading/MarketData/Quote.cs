namespace Rialto.Trading;

/// <summary>The top of a displayed book: the two best prices of each side, and what rests at the best.</summary>
/// <remarks>A missing side is absent, never a price that stands for nothing.</remarks>
public readonly record struct Quote
{
    readonly Price _bid;
    readonly Price _ask;
    readonly Price _secondBid;
    readonly Price _secondAsk;
    readonly bool _hasSecondBid;
    readonly bool _hasSecondAsk;

    /// <param name="at">When it was published.</param>
    /// <param name="book">The book whose top this is.</param>
    public Quote(Timestamp at, DisplayedBook book)
    {
        At = at;
        ReadOnlySpan<Level> bids = book.WorstFirst(Side.Buy);
        ReadOnlySpan<Level> asks = book.WorstFirst(Side.Sell);

        if (bids.Length > 0)
            (_bid, BidQuantity) = (bids[^1].Price, bids[^1].Quantity);
        if (asks.Length > 0)
            (_ask, AskQuantity) = (asks[^1].Price, asks[^1].Quantity);
        if (bids.Length > 1)
            (_secondBid, _hasSecondBid) = (bids[^2].Price, true);
        if (asks.Length > 1)
            (_secondAsk, _hasSecondAsk) = (asks[^2].Price, true);
    }

    public Timestamp At { get; init; }
    public Quantity BidQuantity { get; }
    public Quantity AskQuantity { get; }

    public Price? Bid => BidQuantity > Quantity.Zero ? _bid : null;
    public Price? Ask => AskQuantity > Quantity.Zero ? _ask : null;
    public Price? SecondBid => _hasSecondBid ? _secondBid : null;
    public Price? SecondAsk => _hasSecondAsk ? _secondAsk : null;

    public bool IsTwoSided => BidQuantity > Quantity.Zero && AskQuantity > Quantity.Zero;

    public Midpoint? Midpoint => IsTwoSided ? Trading.Midpoint.Between(_bid, _ask) : null;

    /// <summary>Best ask minus best bid.</summary>
    public Ticks? Spread => IsTwoSided ? _ask - _bid : null;

    public Price? Best(Side side) => side == Side.Buy ? Bid : Ask;

    /// <summary>Whether both show the same prices and quantities, whenever they were published.</summary>
    public bool ShowsTheSameAs(in Quote other) => (this with { At = other.At }) == other;
}
