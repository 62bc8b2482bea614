using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>A venue that holds one call after another, each of a book of its own.</summary>
sealed class CallSession
{
    readonly Venue _venue;
    readonly EventBuffer _events = new();
    long _lastName;

    public CallSession(CallRules rules)
    {
        Instrument[] instruments = [new() { Symbol = "XYZ", TickSize = 1 }];
        MarketDirectory directory = new(["venue"], instruments, [new Participant("all", "people", default, [0])]);
        _venue = new Venue([rules], new Clearing(directory, SettlementPolicy.Unlimited), id =>
            new RandomStream(1, "lots"));
    }

    /// <summary>Enters orders, calls, and cancels what is left.</summary>
    /// <returns>Price and volume of the call, and the lots that each order traded.</returns>
    public (long? Price, long Volume, long[] Executed) Clear(IReadOnlyList<CallOrder> orders)
    {
        long before = _lastName;
        foreach (CallOrder order in orders)
        {
            Apply(default(Request) with
            {
                Order = new(++_lastName), Side = order.Buys ? Side.Buy : Side.Sell, Limit = new(order.Price
                    ?? 0), Quantity = new(order.Lots),
                Type = order.Price is null ? OrderType.Market : OrderType.Limit,
            });
        }

        _events.Clear();
        _venue.Call(default, default, _events);
        long[] executed = new long[orders.Count];
        (long? price, long volume) = (null, 0);
        foreach (MarketEvent happened in _events.Written)
        {
            if (happened.Kind == EventKind.Executed)
                executed[happened.Order.Value - before - 1] += happened.Quantity.Lots;
            else if (happened.Kind == EventKind.AuctionEnded && happened.Quantity > Quantity.Zero)
                (price, volume) = (happened.Price.Ticks, happened.Quantity.Lots);
        }

        Apply(default(Request) with { Kind = RequestKind.CancelAll });
        return (price, volume, executed);
    }

    void Apply(in Request request)
    {
        _events.Clear();
        _venue.Apply(request, default, _events);
    }
}
