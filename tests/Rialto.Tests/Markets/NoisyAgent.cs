using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Does at random times whatever a participant can do, at every listing of its market.</summary>
sealed class NoisyAgent(Duration meanSleep, int venues = 1, int instruments = 1) : Agent
{
    readonly List<(Listing Listing, ClientOrderId Order)> _sent = [];

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        for (short venue = 0; venue < venues; venue++)
            market.Watch(new Listing(new(venue), market.Home.Instrument));

        while (market.IsOpen)
        {
            Signals awaited = Random.NextBoolean() ? Signals.Time : Signals.Private | Signals.Public;
            await market.Next(awaited, market.Now + Random.NextExponential(meanSleep));
            if (market.IsOpen)
                Act(market);
        }
    }

    void Act(IMarketAccess market)
    {
        Listing listing = new(
            new((short)Random.NextBetween(0, venues - 1)), new((short)Random.NextBetween(0, instruments - 1)));
        switch (Random.NextBetween(0, 9))
        {
            case 0 when _sent.Count > 0:
                (Listing where, ClientOrderId which) = Any();
                market.Send(default(Request) with { Kind = RequestKind.Cancel, Listing = where, Order = which });
                break;
            case 1 or 2 when _sent.Count > 0:
                (Listing place, ClientOrderId old) = Any();
                _sent.Add((
                    place, market.Send(Request(RequestKind.Replace, place, AnyOrder(market)) with { Replaces = old })));
                break;
            case 3:
                market.Send(default(Request) with { Kind = RequestKind.CancelAll, Listing = listing });
                break;
            default:
                _sent.Add((listing, market.Enter(listing, AnyOrder(market))));
                break;
        }
    }

    (Listing Listing, ClientOrderId Order) Any() =>
        _sent[(int)Random.NextBetween(Math.Max(0, _sent.Count - 5), _sent.Count - 1)];

    Order AnyOrder(IMarketAccess market)
    {
        long centre = market.TryQuote(out Quote quote) && quote.Midpoint is { } mid ? Math.Max(1, mid.Down.Ticks) : 50;
        Order order = Random.NextBetween(0, 9) == 0
            ? Order.Market(Random.NextSide(), new Quantity(Random.NextBetween(1, 3)))
            : Order.Limit(
                Random.NextSide(), new Quantity(Random.NextBetween(0, 6)),
                new Price(centre + Random.NextBetween(-6, 6)));
        if (order.Type == OrderType.Market)
            return order;

        return Random.NextBetween(0, 7) switch
        {
            0 => order.ImmediateOrCancel(),
            1 => order.FillOrKill(),
            2 => order.PostOnly(),
            3 => order.GoodTillCanceled(),
            4 or 5 => order.Until(market.Now + Random.NextExponential(meanSleep * 3)),
            _ => order,
        };
    }

    static Request Request(RequestKind kind, Listing listing, in Order order) => new(
        kind, order.Side, order.Type, order.TimeInForce, order.Flags, listing, default, default, default,
        order.LimitPrice, order.Quantity, order.Expiry);
}
