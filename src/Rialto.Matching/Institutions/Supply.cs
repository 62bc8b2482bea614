using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Whether so many lots could trade at once with an incoming order: found out without trading.</summary>
/// <remarks>
/// Walks what rests on the other side in the order in which it would trade: at each price the displayed parts, then the
/// reserves of icebergs, then what is in the dark. An order of the same participant ends the walk, or is passed over, as the
/// incoming order's self-match prevention says.
/// </remarks>
static class Supply
{
    public static bool Covers(Book book, in RestingOrder incoming, Price limit, in PegReference reference, int demanded)
    {
        BookSide displayed = book[incoming.Side.Opposite];
        DarkOrders? dark = book.Dark(incoming.Side.Opposite);
        DarkPlace place = default;
        int missing = demanded;
        bool hasLevel = displayed.TryBest(out Level level);
        while (true)
        {
            int slot = 0;
            Price price = default;
            bool isDark = dark is not null && dark.TryBest(reference, missing, place, out slot, out price)
                && (!hasLevel || displayed.IsBetter(price, level.Price));
            if (!isDark && !hasLevel)
                return false;
            Price next = isDark ? price : level.Price;
            if (!incoming.Side.Crosses(limit, next) || (book.Prices is { } prices && !prices.Allows(next)))
                return false;

            if (isDark)
            {
                place = new DarkPlace(slot, price, book.Order(slot).Number);
                if (!TryCount(incoming, book.Order(slot), book.Order(slot).Lots, ref missing))
                    return false;
            }
            else
            {
                if (!TryCountLevel(book, incoming, displayed.FirstAt(level.Price), ref missing))
                    return missing <= 0;

                hasLevel = displayed.TryWorse(ref level);
            }

            if (missing <= 0)
                return true;
        }
    }

    /// <summary>Counts the shown parts at a price, and then the reserves behind them.</summary>
    static bool TryCountLevel(Book book, in RestingOrder incoming, int first, ref int missing)
    {
        long reserves = 0;
        for (int slot = first; slot != 0; slot = book.Order(slot).Next)
        {
            ref RestingOrder order = ref book.Order(slot);
            if (!TryCount(incoming, order, order.Lots, ref missing))
                return false;
            if (missing <= 0)
                return true;
            if (order.IsIceberg && !IsPassedOver(incoming, order))
                reserves += book.Terms(slot).Reserve;
        }

        missing -= (int)Math.Min(reserves, missing);
        return true;
    }

    /// <returns>False if the order ends the walk.</returns>
    static bool TryCount(in RestingOrder incoming, in RestingOrder resting, int lots, ref int missing)
    {
        bool isOwn = incoming.SelfMatchPrevention != 0 && incoming.Participant == resting.Participant;
        if (isOwn && incoming.SelfMatchPrevention != OrderFlags.CancelResting)
            return false;
        if (!isOwn)
            missing -= Math.Min(lots, missing);

        return true;
    }

    static bool IsPassedOver(in RestingOrder incoming, in RestingOrder resting) =>
        incoming.SelfMatchPrevention != 0 && incoming.Participant == resting.Participant;
}
