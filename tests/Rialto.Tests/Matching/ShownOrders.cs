using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>The displayed orders of a listing as the public is told of them, one by one.</summary>
/// <remarks>Checks that none is passed over (price, then time), and that none of them should be hidden.</remarks>
sealed class ShownOrders(LiveOrders orders, bool tradesAtRestingPrice)
{
    /// <summary>In the order in which they were shown, which at one price is their priority.</summary>
    readonly List<ShownOrder> _shown = [];

    /// <summary>The levels of a side, best first.</summary>
    public Level[] Levels(Side side) =>
    [
        .. _shown.Where(order => order.Side == side)
            .GroupBy(order => order.Price)
            .Select(level => new Level(level.Key, new Quantity(level.Sum(order => order.Lots.Lots)), level.Count()))
            .OrderBy(level => -side.Sign * level.Price.Ticks),
    ];

    public void Follow(in MarketEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.OrderShown:
                Show(happened);
                break;
            case EventKind.OrderReduced:
                Reduce(happened);
                break;
            case EventKind.Executed when happened.Liquidity == Liquidity.Added:
                CheckPriority(happened);
                break;
        }
    }

    void Show(in MarketEvent happened)
    {
        OrderNumber number = happened.Number;
        LiveOrder order = orders[number];
        Assert.DoesNotContain(_shown, shown => shown.Number == number);
        Assert.True(order.IsDisplayed);
        Assert.Equal((order.Side, order.Limit), (happened.Side, happened.Price));
        Assert.InRange(happened.Quantity.Lots, 1, order.Remaining.Lots);
        _shown.Add(new ShownOrder(number, happened.Side, happened.Price, happened.Quantity));
    }

    void Reduce(in MarketEvent happened)
    {
        OrderNumber number = happened.Number;
        int place = _shown.FindIndex(shown => shown.Number == number);
        ShownOrder order = _shown[place];
        Assert.True(happened.Quantity > Quantity.Zero);
        Assert.Equal(
            (order.Side, order.Price, order.Lots),
            (happened.Side, happened.Price, happened.Quantity + happened.Remaining));
        if (happened.Remaining == Quantity.Zero)
            _shown.RemoveAt(place);
        else
            _shown[place] = order with { Lots = happened.Remaining };
    }

    /// <summary>A displayed order is the first of the best level; a hidden one is better than that level.</summary>
    void CheckPriority(in MarketEvent executed)
    {
        (OrderNumber number, Side side, Price price) = (executed.Number, executed.Side, executed.Price);
        ShownOrder? first = _shown.Where(order => order.Side == side).OrderBy(order =>
            -side.Sign * order.Price.Ticks).FirstOrDefault();
        if (orders[number].IsDisplayed)
        {
            Assert.Equal(number, first?.Number);
            Assert.True(!tradesAtRestingPrice || first!.Price == price);
        }
        else
        {
            Assert.True(first is null || !tradesAtRestingPrice || side.IsBetter(price, first.Price));
        }
    }

    sealed record ShownOrder(OrderNumber Number, Side Side, Price Price, Quantity Lots);
}
