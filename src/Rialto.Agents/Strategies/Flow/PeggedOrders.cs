using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>What an order is pegged to.</summary>
public enum Peg : byte
{
    /// <summary>The midpoint.</summary>
    Midpoint,

    /// <summary>The best price of its own side.</summary>
    Primary,
}

/// <summary>
/// Hidden orders of one lot at Poisson times, to buy or to sell by lot, that follow the midpoint, or the best price of
/// their side, and are withdrawn after a while.
/// </summary>
/// <remarks>
/// They wait for others who come for the midpoint, instead of paying half a spread. Their limit, value ± margin, is
/// what they will not go beyond. What they follow is up to the venue: its own quotes, or those of others (its
/// <c>reference</c>). Source: the pegged orders of Aldrich and Friedman, "Order protection through delayed messaging",
/// Management Science 69(2), 2023.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="rate">Orders per second.</param>
/// <param name="margin">How far beyond the value, as it is when an order is sent, that order still trades.</param>
/// <param name="lifetime">How long an order stays, from its arrival at the venue.</param>
/// <param name="buying">The share of those that buy.</param>
/// <param name="to">What they are pegged to.</param>
/// <param name="offset">How far they stay back from it.</param>
[Population("pegged-orders")]
public sealed class PeggedOrders(
    FundamentalValue value, Rate rate, Ticks margin, Duration lifetime, double buying = 0.5, Peg to = Peg.Midpoint,
    Ticks offset = default) : Agent
{
    readonly Duration _lifetime = lifetime > Duration.Zero
        ? lifetime
        : throw new ArgumentOutOfRangeException(nameof(lifetime), "An order lives for some time.");

    readonly Ticks _offset = offset.Count >= 0
        ? offset
        : throw new ArgumentOutOfRangeException(nameof(offset), "An offset is zero or more.");

    /// <summary>An order of a side: where its limit stands, and what it follows.</summary>
    public static Order Pegged(Side side, Price worth, Ticks margin, Peg to, Ticks offset)
    {
        Price limit = worth + Ticks(side.Sign * margin.Count);
        return to == Peg.Midpoint
            ? Order.MidpointPeg(side, Quantity.One, limit, offset)
            : Order.PrimaryPeg(side, Quantity.One, limit, offset);
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextExponential(rate.MeanInterval));
            Side side = Random.NextDouble() < buying ? Side.Buy : Side.Sell;
            Order order = Pegged(side, value.At(market.Now), margin, to, _offset);
            market.Enter(order.Until(market.Now + market.OrderLatency + _lifetime));
        }
    }
}
