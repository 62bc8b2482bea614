using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Owns lots, and has left an order to sell them at market should the price fall to its limit of pain.
/// </summary>
/// <remarks>
/// Many of them with limits near each other are a cluster: one trade there sells them all. Source: Osler, "Stop-loss
/// orders and price cascades in currency markets", J. International Money and Finance 24(2), 2005.
/// </remarks>
/// <param name="opening">The price that the limit is measured from.</param>
/// <param name="distance">How far below it the limit lies on average.</param>
/// <param name="deviation">The standard deviation of that among holders.</param>
/// <param name="quantity">Lots.</param>
[Population("stop-loss-holders")]
public sealed class StopLossHolder(Price opening, Ticks distance, Ticks deviation, Quantity quantity) : Agent
{
    /// <summary>The price at which it sells: always below the opening.</summary>
    /// <param name="normal">A standard normal number.</param>
    public static Price Trigger(Price opening, Ticks distance, Ticks deviation, double normal) =>
        opening - Ticks(Math.Max(1, (long)Math.Round(distance.Count + (normal * deviation.Count))));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Price trigger = Trigger(opening, distance, deviation, Random.NextNormal());
        market.Enter(Order.Stop(Side.Sell, quantity, trigger).GoodTillCanceled());
        await market.Until(Timestamp.Never);
    }
}
