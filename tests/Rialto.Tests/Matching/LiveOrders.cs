using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>The orders that are live according to what their owners were told.</summary>
/// <remarks>Checks that lots add up for each order, and that nobody is passed over: price, then time.</remarks>
sealed class LiveOrders
{
    readonly Dictionary<OrderNumber, LiveOrder> _orders = [];
    readonly Dictionary<(ParticipantId, ClientOrderId), OrderNumber> _numbers = [];
    OrderNumber _last;

    /// <summary>The levels of a side, best first.</summary>
    public Level[] Levels(InstrumentId instrument, Side side) =>
    [
        .. _orders.Values
            .Where(order => order.Instrument == instrument && order.Side == side && order.Type == OrderType.Limit)
            .GroupBy(order => order.Limit)
            .Select(level => new Level(level.Key, new Quantity(level.Sum(order => order.Remaining.Lots)), level.Count()))
            .OrderBy(level => -side.Sign * level.Price.Ticks),
    ];

    /// <param name="instrument">Where it happened.</param>
    /// <param name="request">What was asked; null if the venue acted on its own.</param>
    /// <param name="events">What the venue said.</param>
    public void Follow(InstrumentId instrument, Request? request, MarketEvent[] events)
    {
        foreach (MarketEvent happened in events)
        {
            switch (happened.Kind)
            {
                case EventKind.Accepted:
                    Add(happened, instrument, request!.Value.Type);
                    break;
                case EventKind.Replaced:
                    _orders.Remove(_numbers[(happened.Participant, happened.Replaces)]);
                    Add(happened, instrument, request!.Value.Type);
                    break;
                case EventKind.Canceled:
                    Take(happened);
                    break;
                case EventKind.Executed:
                    CheckPriority(happened);
                    Take(happened);
                    break;
            }
        }
    }

    void Add(in MarketEvent entered, InstrumentId instrument, OrderType type)
    {
        Assert.Equal(new OrderNumber(_last.Value + 1), entered.Number);
        _last = entered.Number;
        _numbers[(entered.Participant, entered.Order)] = entered.Number;
        _orders.Add(entered.Number, new LiveOrder(instrument, entered.Side, type, entered.Price, entered.Quantity));
    }

    void Take(in MarketEvent happened)
    {
        LiveOrder order = _orders[happened.Number];
        Assert.True(happened.Quantity > Quantity.Zero);
        Assert.Equal(order.Side, happened.Side);
        Assert.Equal(order.Remaining, happened.Quantity + happened.Remaining);
        if (happened.Remaining == Quantity.Zero)
            _orders.Remove(happened.Number);
        else
            _orders[happened.Number] = order with { Remaining = happened.Remaining };
    }

    void CheckPriority(in MarketEvent executed)
    {
        LiveOrder order = _orders[executed.Number];
        Assert.True(order.Type == OrderType.Market || order.Side.Crosses(order.Limit, executed.Price));
        if (executed.Liquidity != Liquidity.Added)
            return;

        OrderNumber number = executed.Number;
        Assert.Equal(order.Limit, executed.Price);
        Assert.DoesNotContain(_orders, other =>
            other.Value.Instrument == order.Instrument && other.Value.Side == order.Side
            && (order.Side.IsBetter(other.Value.Limit, order.Limit)
                || (other.Value.Limit == order.Limit && other.Key.Value < number.Value)));
    }

    sealed record LiveOrder(InstrumentId Instrument, Side Side, OrderType Type, Price Limit, Quantity Remaining);
}
