using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// The orders of one side that rest and are not displayed: hidden ones by level, pegged ones in order of acceptance.
/// </summary>
/// <remarks>Looking for the best costs O(1) without pegs and minimum quantities, and O(orders) with them.</remarks>
sealed class DarkOrders(Side side, OrderPool pool, Book book)
{
    readonly BookSide _hidden = new(side, pool);
    readonly List<int> _pegs = [];

    /// <summary>How many orders there are.</summary>
    public int Count { get; private set; }

    public void Add(int slot)
    {
        ref RestingOrder order = ref pool[slot];
        Count++;
        if (!order.IsPeg)
        {
            _hidden.InsertByAge(slot);
            return;
        }

        // Numbers ascend but for orders that were woken and come back.
        int place = _pegs.Count;
        while (place > 0 && pool[_pegs[place - 1]].Number.Value > order.Number.Value)
            place--;

        _pegs.Insert(place, slot);
    }

    /// <summary>Takes lots away from an order; one with nothing left leaves the book, but not the pool.</summary>
    public void Take(int slot, int lots)
    {
        ref RestingOrder order = ref pool[slot];
        if (order.IsPeg)
            order.Lots -= lots;
        else
            _hidden.Take(ref order, lots);
        if (order.Lots > 0)
            return;

        Count--;
        if (order.IsPeg)
            _pegs.Remove(slot);
    }

    /// <summary>The order that would trade next with an incoming one.</summary>
    /// <param name="reference">What pegs follow.</param>
    /// <param name="incoming">The lots of the incoming order, which a minimum may pass over.</param>
    /// <param name="behind">Only orders behind this one in priority; zero for all.</param>
    /// <param name="slot">The order.</param>
    /// <param name="price">Where it stands.</param>
    public bool TryBest(in PegReference reference, int incoming, DarkPlace behind, out int slot, out Price price)
    {
        DarkPlace best = default;
        for (int hidden = _hidden.FirstPriced; hidden != 0; hidden = _hidden.After(hidden))
        {
            DarkPlace place = new(hidden, pool[hidden].Limit, pool[hidden].Number);
            if (!behind.Precedes(place, side) || !Meets(hidden, incoming))
                continue;

            best = place;
            break;
        }

        foreach (int peg in _pegs)
        {
            if (book.RestingPrice(peg, reference) is not { } at)
                continue;

            DarkPlace place = new(peg, at, pool[peg].Number);
            if ((best.Slot == 0 || place.Precedes(best, side)) && behind.Precedes(place, side) && Meets(peg, incoming))
                best = place;
        }

        (slot, price) = (best.Slot, best.Price);
        return slot != 0;
    }

    /// <summary>Adds all orders to a list.</summary>
    public void CopyTo(List<int> slots)
    {
        for (int hidden = _hidden.FirstPriced; hidden != 0; hidden = _hidden.After(hidden))
            slots.Add(hidden);

        slots.AddRange(_pegs);
    }

    bool Meets(int slot, int incoming)
    {
        ref RestingOrder order = ref pool[slot];
        return !order.HasMinimum || incoming >= Math.Min(pool.Terms(slot).Minimum, order.Lots);
    }
}

/// <summary>Where an order stands that is not displayed: its price, then its number.</summary>
readonly record struct DarkPlace(int Slot, Price Price, OrderNumber Number)
{
    /// <summary>Whether it comes before another; nothing, which is the default, comes before everything.</summary>
    public bool Precedes(in DarkPlace other, Side side) =>
        Slot == 0 || side.IsBetter(Price, other.Price) || (Price == other.Price && Number.Value < other.Number.Value);
}
