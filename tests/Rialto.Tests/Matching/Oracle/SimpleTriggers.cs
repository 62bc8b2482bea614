using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>Orders that wait until a trade takes place at their trigger.</summary>
sealed class SimpleTriggers
{
    readonly List<SimpleOrder> _waiting = [];
    Price? _last;

    public IEnumerable<SimpleOrder> Waiting => _waiting;

    /// <summary>The last trade may have met the order's trigger before it came.</summary>
    public void Add(SimpleOrder order)
    {
        _waiting.Add(order);
        if (_last is { } price)
            Test(order, price);
    }

    public void Remove(SimpleOrder order) => _waiting.Remove(order);

    public void NoteTrade(Price price)
    {
        _last = price;
        foreach (SimpleOrder order in _waiting.Where(order => order.Met is null))
            Test(order, price);
    }

    /// <summary>Takes the oldest of the orders whose triggers have been met.</summary>
    public SimpleOrder? TakeMet()
    {
        SimpleOrder? order = _waiting.Where(order => order.Met is not null).MinBy(order => order.Number.Value);
        if (order is not null)
            _waiting.Remove(order);

        return order;
    }

    static void Test(SimpleOrder order, Price price)
    {
        bool buys = order.Side == Side.Buy;
        Price trigger = order.Trigger;
        if (order.Type == OrderType.TrailingStop)
        {
            Price extreme = order.Extreme ?? price;
            order.Extreme = buys ? Price.Min(extreme, price) : Price.Max(extreme, price);
            trigger = order.Extreme.Value + new Ticks(order.Side.Sign * order.Offset);
        }

        // A stop to buy waits for the price to rise, an if-touched order to buy for it to fall; to sell, the other way
        // round.
        bool waitsForRise = buys != (order.Type == OrderType.MarketIfTouched);
        if (waitsForRise ? price >= trigger : price <= trigger)
            order.Met = trigger;
    }
}
