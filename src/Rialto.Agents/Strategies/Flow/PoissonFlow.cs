using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Exogenous order flow: limit orders, market orders and cancels at independent Poisson times.</summary>
/// <remarks>
/// Times between limit and market orders are exponential; each resting order is canceled at a rate of its own, that is,
/// it lives for an exponential time, after which it expires at the venue. The state of the book is then a Markov chain:
/// source of the model: Smith, Farmer, Gillemot and Krishnamurthy, Quantitative Finance 3(6), 2003; Cont, Stoikov and
/// Talreja, Operations Research 58(3), 2010.
/// </remarks>
/// <param name="limitRate">Limit orders per unit of time, of both sides together.</param>
/// <param name="marketRate">Market orders per unit of time, of both sides together.</param>
/// <param name="cancelRate">How often each resting order is canceled: the inverse of its mean lifetime.</param>
/// <param name="placement">Where limit orders are put: range, law, scale.</param>
/// <param name="opening">The price around which the first orders are placed.</param>
/// <param name="size">Lots of each order; one if it is not given.</param>
/// <param name="buyShare">The part of the orders that buy, from 0 to 1.</param>
[Population("poisson-flow")]
public sealed class PoissonFlow(
    Rate limitRate, Rate marketRate, Rate cancelRate, LimitPlacement placement, Price opening, Quantity? size = null,
    double buyShare = 0.5)
    : OrderFlow(placement, size ?? Quantity.One, opening)
{
    readonly double _buyShare = buyShare is >= 0 and <= 1
        ? buyShare
        : throw new ArgumentOutOfRangeException(nameof(buyShare), "A share is from 0 to 1.");

    /// <summary>
    /// What an order is, given a number drawn uniformly from [0, 1): the kinds are as frequent as their rates say.
    /// </summary>
    public static FlowKind KindOf(double draw, Rate limitRate, Rate marketRate) =>
        draw * (limitRate.PerSecond + marketRate.PerSecond) < limitRate.PerSecond ? FlowKind.Limit : FlowKind.Market;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Duration mean = new Rate(limitRate.PerSecond + marketRate.PerSecond).MeanInterval;
        Timestamp next = market.Now + Random.NextExponential(mean);
        while (market.IsOpen)
        {
            await market.Until(next);
            if (!market.IsOpen)
                return;

            Side side = Random.NextDouble() < _buyShare ? Side.Buy : Side.Sell;
            if (KindOf(Random.NextDouble(), limitRate, marketRate) == FlowKind.Limit)
                EnterLimit(side, Random.NextExponential(cancelRate.MeanInterval));
            else
                EnterMarket(side);

            next += Random.NextExponential(mean);
        }
    }
}
