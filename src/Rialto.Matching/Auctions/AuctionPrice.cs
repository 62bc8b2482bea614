using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The price of a call auction.</summary>
/// <remarks>
/// Of all prices from the lowest to the highest that an order names, that at which
/// <list type="number">
/// <item>most lots trade;</item>
/// <item>of these, that at which fewest lots are left over on the longer side;</item>
/// <item>of these, if all leave over lots that would buy, the highest; if all leave over lots that would sell, the
/// lowest;</item>
/// <item>otherwise the one nearest to the reference price if there is one (the last price traded); if there is none,
/// the midpoint between the highest and the lowest of them, a half tick rounded up.</item>
/// </list>
/// If no order names a price, market orders trade at the reference price, and not at all without one.
/// Source: the criteria of the Xetra and Euronext auctions; rules 1 to 3 and a midpoint are those of the experimental
/// call market.
/// </remarks>
static class AuctionPrice
{
    /// <returns>Null if nothing would trade.</returns>
    public static AuctionPoint? Of(BookSide bids, BookSide asks, Price? reference)
    {
        // Pairs the best of both sides, level by level, until the next bid is below the next ask.
        SideWalk bid = new(bids);
        SideWalk ask = new(asks);
        Quantity paired = Quantity.Zero;
        (long? highest, long? lowest) = (null, null);
        while (!bid.IsAtEnd && !ask.IsAtEnd && (bid.Price is null || ask.Price is null || bid.Price >= ask.Price))
        {
            (highest, lowest) = (bid.Price, ask.Price);
            Quantity both = Quantity.Min(bid.Left, ask.Left);
            paired += both;
            bid.Take(both);
            ask.Take(both);
        }

        if (paired == Quantity.Zero || PriceOf(bids, asks, highest, lowest, bid, ask, reference) is not { } price)
            return null;

        return new AuctionPoint(price, paired, bids.WillingAt(price).Lots - asks.WillingAt(price).Lots);
    }

    /// <param name="bids">The bids.</param>
    /// <param name="asks">The asks.</param>
    /// <param name="highest">The price of the worst bid that trades; null if it names none.</param>
    /// <param name="lowest">The price of the worst ask that trades; null if it names none.</param>
    /// <param name="bid">The best bid left over.</param>
    /// <param name="ask">The best ask left over.</param>
    /// <param name="reference">The last price traded.</param>
    static Price? PriceOf(
        BookSide bids, BookSide asks, long? highest, long? lowest, SideWalk bid, SideWalk ask, Price? reference)
    {
        if (NamedPrices(bids, asks) is not var (lowestNamed, highestNamed))
            return reference;

        // Most lots trade at each price from low to high. Bids are left over at buy and below, asks at sell and above;
        // buy is below sell, and each lies at most one tick outside the interval.
        (long low, long high) = (lowest ?? lowestNamed, highest ?? highestNamed);
        long buy = bid.IsAtEnd ? low - 1 : Math.Clamp(bid.Price ?? high, low - 1, high);
        long sell = ask.IsAtEnd ? high + 1 : Math.Clamp(ask.Price ?? low, low, high + 1);
        if (sell - buy > 1)
            return Nearest(reference, buy + 1, sell - 1);
        if (sell > high || (buy >= low && bid.Left < ask.Left))
            return new Price(buy);
        if (buy < low || ask.Left < bid.Left)
            return new Price(sell);

        // As many lots are left over to buy at one tick as to sell at the next.
        bid.Take(bid.Left);
        ask.Take(ask.Left);
        low = bid.IsAtEnd ? low : Math.Max(low, bid.Price!.Value + 1);
        high = ask.IsAtEnd ? high : Math.Min(high, ask.Price!.Value - 1);
        return Nearest(reference, low, high);
    }

    static Price Nearest(Price? reference, long low, long high) =>
        reference is { } price
            ? new Price(Math.Clamp(price.Ticks, low, high))
            : Midpoint.Between(new(low), new(high)).Up;

    static (long Lowest, long Highest)? NamedPrices(BookSide bids, BookSide asks)
    {
        long lowest = long.MaxValue;
        long highest = long.MinValue;
        foreach (BookSide side in (ReadOnlySpan<BookSide>)[bids, asks])
        {
            if (!side.TryBest(out Level best) || !side.TryWorst(out Level worst))
                continue;

            lowest = Math.Min(lowest, Math.Min(best.Price.Ticks, worst.Price.Ticks));
            highest = Math.Max(highest, Math.Max(best.Price.Ticks, worst.Price.Ticks));
        }

        return lowest <= highest ? (lowest, highest) : null;
    }
}
