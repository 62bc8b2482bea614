using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The price of a batch: between the M-th and the (M+1)-th highest of all prices bid and asked.</summary>
/// <remarks>
/// Let M be the number of lots on the ask side. Take the levels of both sides together in descending price (an ask
/// level before a bid level at the same price; buys without a price first, sells without a price last) and add up their
/// lots. The first level at which the sum exceeds M, and the one before it, bracket the prices at which most lots
/// trade. If the sum before that level is exactly M, every price between the two clears the market; otherwise that
/// level's own price alone does. Strictly between the two nobody who accepts the price goes without, while at an end of
/// the interval some of those whose limit it is do. So a midpoint is a price of the least imbalance, unless there is
/// nothing between the two. Source: Satterthwaite and Williams, Rev. Econ. Studies 56(4), 1989.
/// </remarks>
static class ClearingPrice
{
    /// <returns>Null if a side is empty, or if no order names a price.</returns>
    public static Price? Of(BookSide bids, BookSide asks, BatchPrice rule)
    {
        if (Interval(bids, asks) is not { } clearing)
            return null;

        Midpoint halfway = Midpoint.Between(clearing.Lowest, clearing.Highest);
        return rule switch
        {
            BatchPrice.Buyer => clearing.Highest,
            BatchPrice.Seller => clearing.Lowest,
            BatchPrice.Midpoint when long.IsEvenInteger(halfway.Down.Ticks) => halfway.Down,
            _ => halfway.Up,
        };
    }

    /// <summary>All prices that clear the market, as far as they are among the prices named.</summary>
    /// <returns>Null if a side is empty, or if no order names a price.</returns>
    public static (Price Lowest, Price Highest)? Interval(BookSide bids, BookSide asks)
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
            return Only(Highest(bids, asks));

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
                return isExact && before is { } higher ? (level.Price, higher) : Only(level.Price);

            before = level.Price;
        }

        // Only the sells without a price take the sum beyond M: the lowest price named clears the market.
        return Only(before!.Value);
    }

    static (Price, Price) Only(Price price) => (price, price);

    static Price Highest(BookSide bids, BookSide asks)
    {
        bool hasBid = bids.TryBest(out Level bid);
        if (!asks.TryWorst(out Level ask))
            return bid.Price;

        return hasBid ? Price.Max(bid.Price, ask.Price) : ask.Price;
    }
}
