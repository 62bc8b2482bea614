using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The best price of each side and what rests there; a side of zero lots is absent.</summary>
/// <remarks>A smaller <see cref="Quote"/>: a run is folded once per step, and compares two of them each time.</remarks>
public readonly record struct BestBidOffer(long BidTicks, long BidLots, long AskTicks, long AskLots)
{
    public static BestBidOffer Of(DisplayedBook book)
    {
        ReadOnlySpan<Level> bids = book.WorstFirst(Side.Buy);
        ReadOnlySpan<Level> asks = book.WorstFirst(Side.Sell);
        return new(
            bids.IsEmpty ? 0 : bids[^1].Price.Ticks, bids.IsEmpty ? 0 : bids[^1].Quantity.Lots,
            asks.IsEmpty ? 0 : asks[^1].Price.Ticks, asks.IsEmpty ? 0 : asks[^1].Quantity.Lots);
    }

    public long? Bid => BidLots > 0 ? BidTicks : null;
    public long? Ask => AskLots > 0 ? AskTicks : null;
    public bool IsTwoSided => BidLots > 0 && AskLots > 0;

    /// <summary>What rests at both best prices together.</summary>
    public long Lots => BidLots + AskLots;

    /// <summary>Bid plus ask: the midpoint in half ticks.</summary>
    public long? HalfTicks => IsTwoSided ? BidTicks + AskTicks : null;

    /// <summary>Best ask minus best bid, in ticks.</summary>
    public long? Spread => IsTwoSided ? AskTicks - BidTicks : null;
}
