using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The orders that wait for a price to trade: stops, trailing stops, and orders if touched.</summary>
/// <remarks>A trade costs O(log orders) for each order that it triggers, and O(orders) for trailing stops.</remarks>
sealed class WaitingOrders(OrderPool pool)
{
    /// <summary>
    /// Those that a price at or above their trigger makes active, and those that one at or below does.
    /// </summary>
    readonly SlotQueue _above = new(pool);
    readonly SlotQueue _below = new(pool);
    readonly List<(int Slot, OrderNumber Number)> _trailing = [];
    readonly List<(int Slot, OrderNumber Number)> _triggered = [];

    public bool AnyTriggered => _triggered.Count > 0;

    /// <summary>Adds an order that has its terms. It may be triggered at once.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="last">The price of the last trade, if there was one.</param>
    public void Add(int slot, Price? last)
    {
        ref RestingOrder order = ref pool[slot];
        ref SpecialTerms terms = ref pool.Terms(slot);
        if (order.Type == OrderType.TrailingStop)
        {
            (terms.HasExtreme, terms.Trigger) = (last is not null, last ?? default);
            _trailing.Add((slot, order.Number));
            return;
        }

        bool isAbove = (order.Type == OrderType.MarketIfTouched) == (order.Side == Side.Sell);
        if (last is { } traded && (isAbove ? traded >= terms.Trigger : traded <= terms.Trigger))
            _triggered.Add((slot, order.Number));
        else if (isAbove)
            _above.Add(slot, terms.Trigger.Ticks);
        else
            _below.Add(slot, -terms.Trigger.Ticks);
    }

    /// <summary>Adds all live orders to a list, in no order.</summary>
    public void CopyTo(List<int> slots)
    {
        _above.CopyTo(slots);
        _below.CopyTo(slots);
        foreach ((int slot, OrderNumber number) in _trailing)
        {
            if (IsAlive((slot, number)))
                slots.Add(slot);
        }
    }

    public void OnTrade(Price price)
    {
        if (_above.MayHaveSome)
            Trigger(_above, price.Ticks);
        if (_below.MayHaveSome)
            Trigger(_below, -price.Ticks);
        if (_trailing.Count > 0)
            Trail(price);
    }

    /// <summary>Takes, of the triggered orders, the one that was accepted first.</summary>
    public bool TryTakeTriggered(out int slot)
    {
        slot = 0;
        if (_triggered.Count == 0)
            return false;

        int first = 0;
        for (int i = 1; i < _triggered.Count; i++)
        {
            if (_triggered[i].Number.Value < _triggered[first].Number.Value)
                first = i;
        }

        slot = _triggered[first].Slot;
        _triggered.RemoveAt(first);
        return true;
    }

    void Trigger(SlotQueue queue, long most)
    {
        while (queue.TryTake(most, out int slot))
            _triggered.Add((slot, pool[slot].Number));
    }

    void Trail(Price price)
    {
        int kept = 0;
        for (int i = 0; i < _trailing.Count; i++)
        {
            (int Slot, OrderNumber Number) noted = _trailing[i];
            if (!IsAlive(noted))
                continue;

            ref SpecialTerms terms = ref pool.Terms(noted.Slot);
            Side side = pool[noted.Slot].Side;
            if (!terms.HasExtreme || side.IsBetter(terms.Trigger, price))
                (terms.Trigger, terms.HasExtreme) = (price, true);

            long back = (price.Ticks - terms.Trigger.Ticks) * side.Sign;
            if (back >= terms.Offset.Count)
                _triggered.Add(noted);
            else
                _trailing[kept++] = noted;
        }

        _trailing.RemoveRange(kept, _trailing.Count - kept);
    }

    bool IsAlive((int Slot, OrderNumber Number) noted) => pool[noted.Slot].Number == noted.Number;
}
