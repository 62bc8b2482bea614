using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Lets all orders of a book that can trade at one price trade at it. See <see cref="AuctionPrice"/> for the price.
/// </summary>
sealed class Uncrossing(Book book, Rationing rationing)
{
    readonly Pairing _pairing = new(book, rationing);

    /// <param name="reference">The last price traded, which may break the last tie.</param>
    /// <param name="events">Where to say what trades.</param>
    /// <returns>Null if nothing traded.</returns>
    public AuctionPoint? Run(Price? reference, EventBuffer events)
    {
        while (AuctionPrice.Of(book.Bids, book.Asks, reference) is { } point)
        {
            _pairing.Share(point.Paired);
            if (_pairing.CutUncovered(point.Price, events))
                continue; // Without these lots the auction may clear elsewhere.

            _pairing.Match(point.Price, events);
            return point;
        }

        return null;
    }
}
