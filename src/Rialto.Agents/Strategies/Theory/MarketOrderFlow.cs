using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Market orders of one lot at Poisson times, whatever the price, each to buy or to sell by lot.</summary>
/// <remarks>
/// Source: the investors of Budish, Cramton and Shim, Quarterly J. Economics 130(4), 2015; Roll's traders, J. Finance
/// 39(4), 1984.
/// </remarks>
/// <param name="rate">Orders per second.</param>
/// <param name="buying">The share of those that buy.</param>
[Population("market-order-flows")]
public sealed class MarketOrderFlow(Rate rate, double buying = 0.5) : Agent
{
    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextExponential(rate.MeanInterval));
            market.Enter(Order.Market(Random.NextDouble() < buying ? Side.Buy : Side.Sell, Quantity.One));
        }
    }
}
