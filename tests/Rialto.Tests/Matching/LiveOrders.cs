using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>The orders that are live according to what their owners were told.</summary>
/// <remarks>
/// Checks that lots add up for each order, that it keeps to its limit and its minimum, and that numbers ascend by one.
/// </remarks>
sealed class LiveOrders
{
    readonly Dictionary<OrderNumber, LiveOrder> _orders = [];
    readonly Dictionary<(ParticipantId, ClientOrderId), OrderNumber> _numbers = [];
    OrderNumber _last;

    public LiveOrder this[OrderNumber number] => _orders[number];

    /// <summary>The levels of a side, best first, if nothing is hidden.</summary>
    public Level[] Levels(InstrumentId instrument, Side side) =>
    [
        .. _orders.Values
            .Where(order => order.Instrument == instrument && order.Side == side && order.Type == OrderType.Limit)
            .GroupBy(order => order.Limit)
            .Select(level =>
                new Level(level.Key, new Quantity(level.Sum(order => order.Remaining.Lots)), level.Count()))
            .OrderBy(level => -side.Sign * level.Price.Ticks),
    ];

    /// <param name="instrument">Where it happened.</param>
    /// <param name="request">What was asked, if anything was.</param>
    /// <param name="happened">What the venue said.</param>
    public void Follow(InstrumentId instrument, in Request request, in MarketEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.Accepted:
                Add(happened, instrument, request);
                break;
            case EventKind.Replaced:
                _orders.Remove(_numbers[(happened.Participant, happened.Replaces)]);
                Add(happened, instrument, request);
                break;
            case EventKind.Triggered:
                Trigger(happened);
                break;
            case EventKind.Refilled:
                Refill(happened);
                break;
            case EventKind.Canceled:
                Take(happened);
                break;
            case EventKind.Executed:
                CheckTerms(happened);
                Take(happened);
                break;
        }
    }

    void Add(in MarketEvent entered, InstrumentId instrument, in Request request)
    {
        Number(entered);
        _orders.Add(entered.Number, new LiveOrder(
            instrument, entered.Side, request.Type, request.Flags, entered.Price, entered.Quantity, request.Minimum,
            request.Displayed));
    }

    void Number(in MarketEvent happened)
    {
        Assert.Equal(new OrderNumber(_last.Value + 1), happened.Number);
        _last = happened.Number;
        _numbers[(happened.Participant, happened.Order)] = happened.Number;
    }

    void Trigger(in MarketEvent happened)
    {
        LiveOrder order = Named(happened);
        Assert.Equal(order.Remaining, happened.Remaining);
        OrderType type = order.Type == OrderType.StopLimit ? OrderType.Limit : OrderType.Market;
        Assert.True(
            order.Type is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop or OrderType.MarketIfTouched);
        _orders[happened.Number] = order with { Type = type };
    }

    void Refill(in MarketEvent happened)
    {
        OrderNumber old = _numbers[(happened.Participant, happened.Order)];
        LiveOrder order = _orders[old];
        Assert.Equal(order.Remaining, happened.Remaining);
        Assert.Equal(Quantity.Min(order.Displayed, order.Remaining), happened.Quantity);
        _orders.Remove(old);
        Number(happened);
        _orders.Add(happened.Number, order);
    }

    void Take(in MarketEvent happened)
    {
        LiveOrder order = Named(happened);
        Assert.True(happened.Quantity > Quantity.Zero);
        Assert.Equal(order.Side, happened.Side);
        Assert.Equal(order.Remaining, happened.Quantity + happened.Remaining);
        if (happened.Remaining == Quantity.Zero)
            _orders.Remove(happened.Number);
        else
            _orders[happened.Number] = order with { Remaining = happened.Remaining };
    }

    void CheckTerms(in MarketEvent executed)
    {
        LiveOrder order = Named(executed);
        Assert.True(order.Type is OrderType.Market or OrderType.Limit or OrderType.MidpointPeg or OrderType.PrimaryPeg);
        Assert.True(order.Type == OrderType.Market || order.Side.Crosses(order.Limit, executed.Price));
        if (executed.Liquidity == Liquidity.Added)
            Assert.True(executed.Quantity >= Quantity.Min(order.Minimum, order.Remaining));
    }

    LiveOrder Named(in MarketEvent happened)
    {
        Assert.Equal(_numbers[(happened.Participant, happened.Order)], happened.Number);
        return _orders[happened.Number];
    }
}

/// <summary>What an order's owner knows of it.</summary>
sealed record LiveOrder(
    InstrumentId Instrument, Side Side, OrderType Type, OrderFlags Flags, Price Limit, Quantity Remaining,
    Quantity Minimum, Quantity Displayed)
{
    public bool IsDisplayed => Type == OrderType.Limit && (Flags & OrderFlags.Hidden) == 0;
}
