using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Orders to take what is offered near the value, once on each side at every step: the farther away a quote, the fewer
/// of them reach it.
/// </summary>
/// <remarks>
/// One lot, immediate or cancel, limited at value ± reach; a reach is at least δ with a probability of min(1, share ·
/// e^(−k δ)), so that a quote at a distance of δ is filled with that probability in each step. Source: the fills of
/// Avellaneda and Stoikov, "High-frequency trading in a limit order book", Quantitative Finance 8(3), 2008, whose A is
/// <paramref name="share"/> per <paramref name="every"/>.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="share">The probability that a quote at the value is filled in a step.</param>
/// <param name="decay">k: how fast fills get rarer with the distance, per tick.</param>
/// <param name="every">The time between two steps; the first is at the start.</param>
[Population("reaching-orders")]
public sealed class ReachingOrders(FundamentalValue value, double share, double decay, Duration every) : Agent
{
    readonly double _decay = decay > 0
        ? decay
        : throw new ArgumentOutOfRangeException(nameof(decay), "Fills get rarer with the distance: above zero.");
    readonly Duration _every =
        every > Duration.Zero ? every : throw new ArgumentOutOfRangeException(nameof(every), "A step takes time.");

    /// <summary>How far from the value an order reaches, in ticks; negative if it does not even reach that.</summary>
    /// <param name="uniform">Above 0, at most 1.</param>
    public static double Reach(double uniform, double share, double decay) =>
        (BitStable.Log(share) - BitStable.Log(uniform)) / decay;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            Price worth = value.At(market.Now);
            foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
            {
                // Down to the last tick that it reaches.
                long reach = (long)Math.Floor(Reach(1 - Random.NextDouble(), share, _decay));
                market.Enter(Order.Limit(side, Quantity.One, worth + Ticks(side.Sign * reach)).ImmediateOrCancel());
            }

            await market.Sleep(_every);
        }
    }
}
