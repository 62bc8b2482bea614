using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Lets all orders of a book that can trade at one price trade at it. See <see cref="AuctionPrice"/> for the price.</summary>
/// <remarks>Everything trades at once: an account pays for all that it buys, and not from what it sells.</remarks>
sealed class Uncrossing(Book book, CallRationing rationing)
{
    readonly List<(int Slot, Quantity Lots)> _buys = [];
    readonly List<(int Slot, Quantity Lots)> _sells = [];

    /// <param name="reference">The last price traded, which may break the last tie.</param>
    /// <param name="events">Where to say what trades.</param>
    /// <returns>Null if nothing traded.</returns>
    public AuctionPoint? Run(Price? reference, EventBuffer events)
    {
        while (AuctionPrice.Of(book.Bids, book.Asks, reference) is { } point)
        {
            Allot(book.Bids, point.Paired, _buys);
            Allot(book.Asks, point.Paired, _sells);
            if (CutUncovered(point.Price, events))
                continue; // Without these lots the auction may clear elsewhere.

            Match(point.Price, events);
            return point;
        }

        return null;
    }

    /// <summary>Divides the lots that trade among the orders of a side, by price and then as the rationing has it.</summary>
    void Allot(BookSide side, Quantity volume, List<(int Slot, Quantity Lots)> allotted)
    {
        allotted.Clear();
        int slot = side.First;
        while (volume > Quantity.Zero)
        {
            Quantity all = book.Order(slot).Type == OrderType.Market ? side.UnpricedLots : side.At(book.Order(slot).Limit).Quantity;
            Quantity share = Quantity.Min(all, volume);
            volume -= share;
            int first = allotted.Count;
            Quantity left = share;
            for (Quantity seen = Quantity.Zero; seen < all; slot = side.After(slot))
            {
                Quantity lots = book.Order(slot).Remaining;
                seen += lots;
                Quantity given = rationing == CallRationing.Time
                    ? Quantity.Min(lots, left)
                    : new Quantity((long)((Int128)lots.Lots * share.Lots / all.Lots));
                left -= given;
                allotted.Add((slot, given));
            }

            // Rounding down leaves fewer lots than there are orders, and each of these has lots left.
            for (int i = first; left > Quantity.Zero; i++)
            {
                allotted[i] = (allotted[i].Slot, allotted[i].Lots + Quantity.One);
                left -= Quantity.One;
            }
        }
    }

    /// <summary>Cuts the orders that would trade now to what their accounts can settle; what is left of them may trade.</summary>
    bool CutUncovered(Price price, EventBuffer events)
    {
        if (book.Clearing.CoversAnyMatch && book.Bids.UnpricedLots + book.Asks.UnpricedLots == Quantity.Zero)
            return false;

        bool any = CutUncovered(_buys, price, events) || CutUncovered(_sells, price, events);
        book.Clearing.ReleaseHeld(book.Instrument);
        return any;
    }

    bool CutUncovered(List<(int Slot, Quantity Lots)> allotted, Price price, EventBuffer events)
    {
        bool any = false;
        foreach ((int slot, Quantity lots) in allotted)
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

    /// <summary>Pairs what was allotted on both sides, in priority.</summary>
    void Match(Price price, EventBuffer events)
    {
        (int buy, int sell) = (0, 0);
        while (buy < _buys.Count && sell < _sells.Count)
        {
            (int bid, Quantity bought) = _buys[buy];
            (int ask, Quantity sold) = _sells[sell];
            Quantity executed = Quantity.Min(bought, sold);
            if (executed > Quantity.Zero)
                Match(bid, ask, executed, price, events);

            _buys[buy] = (bid, bought - executed);
            _sells[sell] = (ask, sold - executed);
            buy += bought == executed ? 1 : 0;
            sell += sold == executed ? 1 : 0;
        }
    }

    void Match(int bid, int ask, Quantity executed, Price price, EventBuffer events)
    {
        book.Clearing.Settle(book.Order(bid), book.Order(ask), price, executed, book.Instrument);
        MatchNumber match = book.NextMatch();
        int lots = (int)executed.Lots;
        book.SayExecuted(bid, lots, price, Liquidity.Auction, match, events);
        book.SayExecuted(ask, lots, price, Liquidity.Auction, match, events);
        events.Trade(default, Liquidity.Auction, price, executed, match);
        book.Take(bid, lots, match, events);
        book.Take(ask, lots, match, events);
    }
}
