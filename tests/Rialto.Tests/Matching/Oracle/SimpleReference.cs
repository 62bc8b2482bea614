using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>The two best prices that pegs follow, and where a peg stands beside them.</summary>
readonly record struct SimpleReference(Price? Bid, Price? Ask)
{
    Midpoint? Middle => Bid is { } bid && Ask is { } ask ? Midpoint.Between(bid, ask) : null;

    /// <summary>Where an order rests; null if it has no price now.</summary>
    public Price? RestingPrice(SimpleOrder order)
    {
        bool buys = order.Side == Side.Buy;
        return order.Type switch
        {
            OrderType.MidpointPeg => StandBack(order, buys ? Middle?.Down : Middle?.Up),
            OrderType.PrimaryPeg => StandBack(order, buys ? Bid : Ask),
            _ => order.Limit,
        };
    }

    /// <summary>
    /// The worst price that an order takes when it arrives: on a half tick, a midpoint peg takes the tick against it.
    /// </summary>
    public Price? ArrivingPrice(SimpleOrder order) => order.Type == OrderType.MidpointPeg
        ? StandBack(order, order.Side == Side.Buy ? Middle?.Up : Middle?.Down)
        : RestingPrice(order);

    static Price? StandBack(SimpleOrder order, Price? reference)
    {
        if (reference is not { } price)
            return null;

        Price away = price - new Ticks(order.Side.Sign * order.Offset);
        return order.Side == Side.Buy ? Price.Min(order.Limit, away) : Price.Max(order.Limit, away);
    }
}
