namespace Rialto.Benchmarks;

/// <summary>The plain book that runs beside the generator, so that it knows which orders are live.</summary>
sealed class FlowBook
{
    const int Levels = 65_536;

    readonly List<FlowOrder> _orders;
    readonly LinkedList<uint>?[] _levels = new LinkedList<uint>?[Levels];
    readonly Action<uint, uint, int, uint> _onTrade;
    readonly List<uint> _live = [];
    int _bestBid = -1;
    int _bestAsk = Levels;

    public FlowBook(List<FlowOrder> orders, Action<uint, uint, int, uint> onTrade) =>
        (_orders, _onTrade) = (orders, onTrade);

    public IReadOnlyList<uint> Live => _live;

    public int Middle { get; set; } = 32_768;

    public void Enter(uint id, bool rests)
    {
        FlowOrder order = _orders[(int)id];
        Match(order);
        if (order.Quantity == 0)
        {
            Forget(order);
            return;
        }

        if (!rests)
        {
            order.Quantity = 0;
            return;
        }

        order.Place = (_levels[order.Price] ??= new LinkedList<uint>()).AddLast(id);
        if (order.Slot < 0)
        {
            order.Slot = _live.Count;
            _live.Add(id);
        }

        if (order.IsBuy)
            _bestBid = Math.Max(_bestBid, order.Price);
        else
            _bestAsk = Math.Min(_bestAsk, order.Price);
    }

    public void Remove(uint id, bool keepsSlot)
    {
        FlowOrder order = _orders[(int)id];
        _levels[order.Price]!.Remove(order.Place!);
        order.Place = null;
        MoveBest(order);
        if (!keepsSlot)
            Forget(order);
    }

    void Match(FlowOrder incoming)
    {
        while (incoming.Quantity > 0)
        {
            int best = incoming.IsBuy ? _bestAsk : _bestBid;
            bool crosses =
                incoming.IsBuy ? best < Levels && best <= incoming.Price : best >= 0 && best >= incoming.Price;
            if (!crosses)
                return;

            FlowOrder resting = _orders[(int)_levels[best]!.First!.Value];
            uint quantity = Math.Min(incoming.Quantity, resting.Quantity);
            _onTrade(resting.Id, incoming.Id, best, quantity);
            incoming.Quantity -= quantity;
            resting.Quantity -= quantity;
            if (resting.Quantity == 0)
                Remove(resting.Id, keepsSlot: false);
        }
    }

    void Forget(FlowOrder order)
    {
        if (order.Slot < 0)
            return;

        uint last = _live[^1];
        _live[order.Slot] = last;
        _orders[(int)last].Slot = order.Slot;
        _live.RemoveAt(_live.Count - 1);
        order.Slot = -1;
    }

    void MoveBest(FlowOrder removed)
    {
        if (removed.IsBuy)
        {
            while (_bestBid >= 0 && (_levels[_bestBid]?.Count ?? 0) == 0)
                _bestBid--;
        }
        else
        {
            while (_bestAsk < Levels && (_levels[_bestAsk]?.Count ?? 0) == 0)
                _bestAsk++;
        }
    }
}

/// <summary>An order of a flow, dead or alive.</summary>
sealed class FlowOrder
{
    public required uint Id { get; init; }
    public required int Symbol { get; init; }
    public required bool IsBuy { get; init; }
    public int Price { get; set; }
    public uint Quantity { get; set; }

    /// <summary>Its place among the live orders; negative if it is not.</summary>
    public int Slot { get; set; } = -1;

    public LinkedListNode<uint>? Place { get; set; }
}
