using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The price of a batch: between the M-th and the (M+1)-th highest of all prices offered and asked.</summary>
/// <remarks>
/// Let M be the number of lots on the ask side. Take the levels of both sides together in descending price (an ask level
/// before a bid level at the same price; buys without a price first, sells without a price last) and add up their lots.
/// The first level at which the sum exceeds M, and the one before it, bracket the prices at which most lots trade.
/// If the sum before that level is exactly M, every price between the two clears the market, and the midpoint is taken,
/// a half tick rounded up (in favour of the sellers); otherwise that level's own price is.
/// Source: the LEEPS frequent batch auction; a k = ½ double auction (Satterthwaite and Williams, Rev. Econ. Studies 56, 1989).
/// </remarks>
static class ClearingPrice
{
    /// <returns>Null if a side is empty, or if no order names a price.</returns>
    public static Price? Of(BookSide bids, BookSide asks)
    {
        bool hasBids = bids.First != 0;
        bool hasAsks = asks.First != 0;
        if (!hasBids || !hasAsks || bids.Count + asks.Count == 0)
            return null;

        Quantity supply = asks.UnpricedLots;
        bool hasAsk = asks.TryWorst(out Level ask);
        Level counted = ask;
        for (bool any = hasAsk; any; any = asks.TryBetter(ref counted))
            supply += counted.Quantity;

        Quantity sum = bids.UnpricedLots;
        if (sum > supply)
            return Highest(bids, asks);

        Price? before = null;
        bool hasBid = bids.TryBest(out Level bid);
        while (hasBid || hasAsk)
        {
            bool isAsk = hasAsk && (!hasBid || ask.Price >= bid.Price);
            Level level = isAsk ? ask : bid;
            if (isAsk)
                hasAsk = asks.TryBetter(ref ask);
            else
                hasBid = bids.TryWorse(ref bid);

            bool isExact = sum == supply;
            sum += level.Quantity;
            if (sum > supply)
                return isExact && before is { } higher ? Midpoint.Between(higher, level.Price).Up : level.Price;

            before = level.Price;
        }

        // Only the sells without a price take the sum beyond M: the lowest price named clears the market.
        return before;
    }

    static Price Highest(BookSide bids, BookSide asks)
    {
        bool hasBid = bids.TryBest(out Level bid);
        if (!asks.TryWorst(out Level ask))
            return bid.Price;

        return hasBid ? Price.Max(bid.Price, ask.Price) : ask.Price;
    }
}
