using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What an incoming order could trade with at once: found out without trading.</summary>
/// <remarks>
/// Walks what rests on the other side in the order in which it would trade: at each price the displayed parts, then the
/// reserves of icebergs, then what is in the dark. An order of the same participant ends the walk, or is passed over,
/// as the incoming order's self-match prevention says.
/// </remarks>
ref struct Supply
{
    readonly Book _book;
    readonly RestingOrder _incoming;
    int _wanted;

    Supply(Book book, in RestingOrder incoming)
    {
        _book = book;
        _incoming = incoming;
        _wanted = incoming.Lots;
    }

    /// <summary>The price at which it would trade first; null if it would not.</summary>
    public static Price? First(Book book, in RestingOrder incoming, Price worst, in PegReference reference)
    {
        Supply supply = new(book, incoming);
        return supply.Walk(worst, reference, 1);
    }

    /// <summary>Whether it could trade so many lots at once.</summary>
    public static bool Covers(Book book, in RestingOrder incoming, Price worst, in PegReference reference, int demanded)
    {
        Supply supply = new(book, incoming);
        supply.Walk(worst, reference, demanded);
        return supply.Counted >= demanded;
    }

    readonly int Counted => _incoming.Lots - _wanted;

    /// <summary>Counts until there are as many lots as demanded, or no more.</summary>
    /// <returns>The price of the first lots counted.</returns>
    Price? Walk(Price worst, in PegReference reference, int demanded)
    {
        Side side = _incoming.Side.Opposite;
        BookSide displayed = _book[side];
        DarkOrders? dark = _book.Dark(side);
        DarkPlace place = default;
        Price? first = null;
        bool hasLevel = displayed.TryBest(out Level level);
        while (Counted < demanded)
        {
            int slot = 0;
            Price price = default;
            bool isDark = dark is not null && dark.TryBest(reference, _wanted, place, out slot, out price)
                && (!hasLevel || side.IsBetter(price, level.Price));
            if (!isDark)
                price = level.Price;
            if ((!isDark && !hasLevel) || !_incoming.Side.Crosses(worst, price) || _book.Prices?.Allows(price) == false)
                break;

            bool goesOn;
            if (isDark)
            {
                place = new DarkPlace(slot, price, _book.Order(slot).Number);
                goesOn = TryCount(_book.Order(slot), _book.Order(slot).Lots);
            }
            else
            {
                goesOn = TryCountLevel(displayed.FirstAt(price), demanded);
                hasLevel = displayed.TryWorse(ref level);
            }

            if (Counted > 0)
                first ??= price;
            if (!goesOn)
                break;
        }

        return first;
    }

    /// <summary>Counts the shown parts at a price, and then the reserves behind them.</summary>
    bool TryCountLevel(int first, int demanded)
    {
        for (int slot = first; slot != 0 && Counted < demanded; slot = _book.Order(slot).Next)
        {
            if (!TryCount(_book.Order(slot), _book.Order(slot).Lots))
                return false;
        }

        for (int slot = first; slot != 0 && Counted < demanded; slot = _book.Order(slot).Next)
        {
            ref RestingOrder order = ref _book.Order(slot);
            if (order.IsIceberg)
                TryCount(order, _book.Terms(slot).Reserve);
        }

        return true;
    }

    /// <returns>False if the order ends the walk.</returns>
    bool TryCount(in RestingOrder resting, int lots)
    {
        bool isOwn = _incoming.SelfMatchPrevention != 0 && _incoming.Participant == resting.Participant;
        if (!isOwn)
            _wanted -= Math.Min(lots, _wanted);

        return !isOwn || _incoming.SelfMatchPrevention == OrderFlags.CancelResting;
    }
}
