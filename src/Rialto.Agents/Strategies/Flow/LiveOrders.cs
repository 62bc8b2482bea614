using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The names of one's own live orders, by side, from which one can be drawn; every operation takes constant time.
/// </summary>
public sealed class LiveOrders
{
    readonly List<ClientOrderId>[] _bySide = [[], []];
    readonly LookupTable<ClientOrderId, (Side Side, int Place)> _places = new();

    public int Count(Side side) => _bySide[(int)side].Count;

    /// <summary>Adds an order; one that is there stays.</summary>
    public void Add(ClientOrderId order, Side side)
    {
        List<ClientOrderId> orders = _bySide[(int)side];
        if (_places.TryAdd(order, (side, orders.Count)))
            orders.Add(order);
    }

    /// <summary>Removes an order, if it is there.</summary>
    public void Remove(ClientOrderId order)
    {
        if (!_places.TryGet(order, out (Side Side, int Place) at))
            return;

        List<ClientOrderId> orders = _bySide[(int)at.Side];
        ClientOrderId last = orders[^1];
        orders[at.Place] = last;
        _places.Set(last, at);
        orders.RemoveAt(orders.Count - 1);
        _places.Remove(order);
    }

    /// <summary>Draws one of a side, each equally likely; false if there is none.</summary>
    public bool TryDraw(Side side, RandomStream random, out ClientOrderId order)
    {
        List<ClientOrderId> orders = _bySide[(int)side];
        order = orders.Count > 0 ? orders[(int)random.NextBelow((ulong)orders.Count)] : default;
        return orders.Count > 0;
    }
}
