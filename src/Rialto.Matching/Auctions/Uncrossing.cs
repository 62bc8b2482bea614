using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Lets all orders of a book that can trade at one price trade at it. See <see cref="AuctionPrice"/> for the price.</summary>
/// <remarks>Everything trades at once: an account pays for all that it buys, and not from what it sells.</remarks>
sealed class Uncrossing(Book book, Rationing rationing)
{
    readonly Allocation _bids = new(book, book.Bids, rationing);
    readonly Allocation _asks = new(book, book.Asks, rationing);

    /// <param name="reference">The last price traded, which may break the last tie.</param>
    /// <param name="events">Where to say what trades.</param>
    /// <returns>Null if nothing traded.</returns>
    public AuctionPoint? Run(Price? reference, EventBuffer events)
    {
        while (AuctionPrice.Of(book.Bids, book.Asks, reference) is { } point)
        {
            _bids.Share(point.Paired);
            _asks.Share(point.Paired);
            if (CutUncovered(point.Price, events))
                continue; // Without these lots the auction may clear elsewhere.

            Match(point.Price, events);
            return point;
        }

        return null;
    }

    /// <summary>Cuts the orders that would trade now to what their accounts can settle; what is left of them may trade.</summary>
    bool CutUncovered(Price price, EventBuffer events)
    {
        if (book.Clearing.CoversAnyMatch && book.Bids.UnpricedLots + book.Asks.UnpricedLots == Quantity.Zero)
            return false;

        bool any = CutUncovered(_bids, price, events) || CutUncovered(_asks, price, events);
        book.Clearing.ReleaseHeld(book.Instrument);
        return any;
    }

    bool CutUncovered(Allocation side, Price price, EventBuffer events)
    {
        bool any = false;
        foreach ((int slot, Quantity lots) in side.Shares)
        {
            RestingOrder order = book.Order(slot);
            Quantity covered = Quantity.Min(lots, book.Clearing.Affordable(order, price, book.Instrument));
            if (covered < lots)
            {
                book.Cancel(slot, book.LotsOf(slot) - (int)covered.Lots, CancelReason.InsufficientFunds, events);
                any = true;
            }

            book.Clearing.Hold(order, price, covered, book.Instrument);
        }

        return any;
    }

    /// <summary>Pairs what the bids and the asks get, both in priority.</summary>
    void Match(Price price, EventBuffer events)
    {
        ReadOnlySpan<(int Slot, Quantity Lots)> asks = _asks.Shares;
        int place = -1;
        Quantity supply = Quantity.Zero;
        foreach ((int bid, Quantity share) in _bids.Shares)
        {
            for (Quantity demand = share; demand > Quantity.Zero;)
            {
                while (supply == Quantity.Zero)
                    supply = asks[++place].Lots;

                Quantity executed = Quantity.Min(demand, supply);
                Match(bid, asks[place].Slot, executed, price, events);
                demand -= executed;
                supply -= executed;
            }
        }
    }

    void Match(int bid, int ask, Quantity executed, Price price, EventBuffer events)
    {
        book.Clearing.Settle(book.Order(bid), book.Order(ask), price, executed, book.Instrument);
        MatchNumber match = book.NextMatch();
        int lots = (int)executed.Lots;
        book.SayExecuted(bid, ref book.Order(bid), lots, price, Liquidity.Auction, match, events);
        book.SayExecuted(ask, ref book.Order(ask), lots, price, Liquidity.Auction, match, events);
        events.Trade(default, Liquidity.Auction, price, executed, match);
        book.Take(bid, ref book.Order(bid), lots, match, events);
        book.Take(ask, ref book.Order(ask), lots, match, events);
    }
}
