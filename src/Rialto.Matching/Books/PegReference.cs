using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The quotes that pegged orders follow, and where they put them.</summary>
/// <remarks>
/// All in whole ticks: on a half tick a resting order stands on the tick in its favour, and an arriving one may trade
/// on the other. A resting peg is therefore never beyond the midpoint, and two that meet at one do trade.
/// </remarks>
readonly record struct PegReference(Price? Bid, Price? Ask)
{
    /// <summary>Where a pegged order stands that rests; null if what it follows is not there.</summary>
    public Price? Resting(in RestingOrder order, in SpecialTerms terms) =>
        Followed(order, order.Side == Side.Sell) is { } followed ? Within(order, followed, terms.Offset) : null;

    /// <summary>
    /// The worst price at which a pegged order trades that arrives; null if what it follows is not there.
    /// </summary>
    public Price? Arriving(in RestingOrder order, Ticks offset) =>
        Followed(order, order.Side == Side.Buy) is { } followed ? Within(order, followed, offset) : null;

    Price? Followed(in RestingOrder order, bool up)
    {
        if (order.Type == OrderType.PrimaryPeg)
            return order.Side == Side.Buy ? Bid : Ask;
        if (Bid is not { } bid || Ask is not { } ask)
            return null;

        Midpoint midpoint = Midpoint.Between(bid, ask);
        return up ? midpoint.Up : midpoint.Down;
    }

    static Price Within(in RestingOrder order, Price followed, Ticks offset) =>
        order.Side == Side.Buy ? Price.Min(followed - offset, order.Limit) : Price.Max(followed + offset, order.Limit);
}
