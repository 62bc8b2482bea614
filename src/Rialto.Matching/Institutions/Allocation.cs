using System.Runtime.InteropServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Who of one side gets how many lots of a batch.</summary>
sealed class Allocation(Book book, BookSide side, Rationing rationing)
{
    readonly List<(int Slot, Quantity Lots)> _shares = [];
    readonly List<(long Remainder, int Place)> _remainders = [];

    /// <summary>
    /// In priority from the first order on, and none behind the level at which the lots run out; a share may be zero.
    /// </summary>
    public ReadOnlySpan<(int Slot, Quantity Lots)> Shares => CollectionsMarshal.AsSpan(_shares);

    /// <summary>Shares lots out to the orders with the highest priority. There must be enough of them.</summary>
    public void Share(Quantity volume)
    {
        _shares.Clear();
        int slot = side.First;
        while (volume > Quantity.Zero)
        {
            (Quantity lots, int orders) = LevelOf(slot);
            Quantity shared = Quantity.Min(lots, volume);
            slot = rationing == Rationing.ProRata && shared < lots
                ? ShareInProportion(slot, orders, lots.Lots, shared.Lots)
                : ServeInTurn(slot, orders, shared);
            volume -= shared;
        }
    }

    /// <returns>The first order behind the level.</returns>
    int ServeInTurn(int slot, int orders, Quantity shared)
    {
        for (int i = 0; i < orders; i++)
        {
            Quantity lots = Quantity.Min(book.Order(slot).Remaining, shared);
            shared -= lots;
            _shares.Add((slot, lots));
            slot = side.After(slot);
        }

        return slot;
    }

    /// <summary>Hamilton's method of apportionment, also called that of the largest remainder.</summary>
    /// <returns>The first order behind the level.</returns>
    int ShareInProportion(int slot, int orders, long lots, long shared)
    {
        _remainders.Clear();
        long left = shared;
        for (int i = 0; i < orders; i++)
        {
            (Int128 whole, Int128 remainder) = Int128.DivRem((Int128)book.Order(slot).Remaining.Lots * shared, lots);
            left -= (long)whole;
            _remainders.Add(((long)remainder, _shares.Count));
            _shares.Add((slot, new Quantity((long)whole)));
            slot = side.After(slot);
        }

        _remainders.Sort(static (one, other) =>
            one.Remainder != other.Remainder
                ? other.Remainder.CompareTo(one.Remainder)
                : one.Place.CompareTo(other.Place));
        Span<(int Slot, Quantity Lots)> shares = CollectionsMarshal.AsSpan(_shares);
        for (int i = 0; i < left; i++)
            shares[_remainders[i].Place].Lots += Quantity.One;

        return slot;
    }

    /// <summary>What stands where an order stands.</summary>
    (Quantity Lots, int Orders) LevelOf(int slot)
    {
        ref RestingOrder order = ref book.Order(slot);
        if (order.Type == OrderType.Market)
            return (side.UnpricedLots, side.Unpriced.Orders);

        Level level = side.At(order.Limit);
        return (level.Quantity, level.Orders);
    }
}
