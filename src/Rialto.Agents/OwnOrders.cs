using System.Runtime.InteropServices;
using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>An agent's own order, as far as it has been told.</summary>
/// <param name="Order">Its name.</param>
/// <param name="Listing">Where it stands.</param>
/// <param name="Side">Which side it is on.</param>
/// <param name="Price">Its limit, as the venue accepted it.</param>
/// <param name="Remaining">What is left of it.</param>
public readonly record struct OwnOrder(
    ClientOrderId Order, Listing Listing, Side Side, Price Price, Quantity Remaining);

/// <summary>
/// An agent's own live orders, kept by what it is told: accepted, replaced, reduced, executed, canceled.
/// </summary>
/// <remarks>In the order in which they were accepted. Looking one up costs O(live orders): agents have few.</remarks>
public sealed class OwnOrders
{
    readonly List<OwnOrder> _live = [];

    /// <summary>To read, not to keep: the next event changes it.</summary>
    public ReadOnlySpan<OwnOrder> Live => CollectionsMarshal.AsSpan(_live);

    public bool TryGet(ClientOrderId order, out OwnOrder found)
    {
        int place = PlaceOf(order);
        found = place >= 0 ? _live[place] : default;
        return place >= 0;
    }

    /// <summary>Lots on one side of a listing.</summary>
    public long Lots(Listing listing, Side side)
    {
        long lots = 0;
        foreach (ref readonly OwnOrder order in Live)
            lots += order.Side == side && order.Listing == listing ? order.Remaining.Lots : 0;

        return lots;
    }

    /// <summary>Takes in what the agent was told: called by the port.</summary>
    public void Apply(Listing listing, in MarketEvent told)
    {
        switch (told.Kind)
        {
            case EventKind.Accepted:
                _live.Add(new OwnOrder(told.Order, listing, told.Side, told.Price, told.Quantity));
                break;
            case EventKind.Replaced:
                Remove(told.Replaces);
                _live.Add(new OwnOrder(told.Order, listing, told.Side, told.Price, told.Quantity));
                break;
            case EventKind.Executed or EventKind.Canceled:
                Reduce(told.Order, told.Remaining);
                break;
        }
    }

    void Reduce(ClientOrderId order, Quantity remaining)
    {
        int place = PlaceOf(order);
        if (place >= 0 && remaining == Quantity.Zero)
            _live.RemoveAt(place);
        else if (place >= 0)
            _live[place] = _live[place] with { Remaining = remaining };
    }

    void Remove(ClientOrderId order)
    {
        int place = PlaceOf(order);
        if (place >= 0)
            _live.RemoveAt(place);
    }

    int PlaceOf(ClientOrderId order)
    {
        for (int i = 0; i < _live.Count; i++)
        {
            if (_live[i].Order == order)
                return i;
        }

        return -1;
    }
}
