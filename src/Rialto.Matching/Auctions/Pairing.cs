using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Lets the orders of both sides of a book trade at one price, as many lots as an auction has found.</summary>
/// <remarks>
/// First it is planned how many lots each order gets, then everything trades at once: an account pays for all that it
/// buys, and not from what it sells.
/// </remarks>
sealed class Pairing(Book book, Rationing rationing)
{
    readonly Allocation _bids = new(book, book.Bids, rationing);
    readonly Allocation _asks = new(book, book.Asks, rationing);

    /// <summary>What the bids get, in priority.</summary>
    public ReadOnlySpan<(int Slot, Quantity Lots)> Bids => _bids.Shares;

    /// <summary>What the asks get, in priority.</summary>
    public ReadOnlySpan<(int Slot, Quantity Lots)> Asks => _asks.Shares;

    /// <summary>Shares lots out, as many to the bids as to the asks.</summary>
    public void Share(Quantity volume)
    {
        _bids.Share(volume);
        _asks.Share(volume);
    }

    /// <summary>
    /// Cuts the orders that would trade now to what their accounts can settle; what is left of them may trade.
    /// </summary>
    /// <returns>Whether any was cut, so that the plan does not hold any more.</returns>
    public bool CutUncovered(Price price, EventBuffer events)
    {
        if (book.Clearing.CoversAnyMatch && book.Bids.UnpricedLots + book.Asks.UnpricedLots == Quantity.Zero)
            return false;

        bool any = CutUncovered(_bids, price, events) || CutUncovered(_asks, price, events);
        book.Clearing.ReleaseHeld(book.Instrument);
        return any;
    }

    /// <summary>Pairs what the bids and the asks get, both in priority.</summary>
    /// <returns>How many lots traded.</returns>
    public Quantity Match(Price price, EventBuffer events)
    {
        Quantity matched = Quantity.Zero;
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
                matched += executed;
            }
        }

        return matched;
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
                covered = order.TimeInForce == TimeInForce.FillOrKill ? Quantity.Zero : covered;
                book.Cancel(slot, book.LotsOf(slot) - (int)covered.Lots, CancelReason.InsufficientFunds, events);
                any = true;
            }

            book.Clearing.Hold(order, price, covered, book.Instrument);
        }

        return any;
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
