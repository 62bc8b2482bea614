using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Tells the public where an auction would clear, whenever that has changed.</summary>
/// <remarks>
/// If nothing would trade, the quantity is zero, the price means nothing, and the imbalance is that of the market
/// orders.
/// </remarks>
sealed class Indicator(Book book)
{
    AuctionPoint _told;

    /// <summary>Forgets what was told: a new auction begins.</summary>
    public void Clear() => _told = default;

    /// <param name="reference">The last price traded.</param>
    /// <param name="events">Where to tell.</param>
    public void Show(Price? reference, EventBuffer events)
    {
        AuctionPoint point = AuctionPrice.Of(book.Bids, book.Asks, reference)
            ?? new AuctionPoint(default, Quantity.Zero, book.Bids.UnpricedLots.Lots - book.Asks.UnpricedLots.Lots);
        if (point == _told)
            return;

        _told = point;
        events.Indication(point.Price, point.Paired, point.Imbalance);
    }
}
