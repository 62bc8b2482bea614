using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>
/// Sleeps exponentially, cancels the order that it has left, and enters another of one to five lots near the midpoint.
/// </summary>
/// <remarks>
/// One order in ten is priced to trade. As much a trader as the simulators' noise traders, with orders that do not pile
/// up.
/// </remarks>
sealed class QuotingTrader(Duration meanSleep, Price opening) : Agent
{
    const int Reach = 50;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        ClientOrderId last = default;
        while (true)
        {
            await market.Sleep(Random.NextExponential(meanSleep));
            if (!market.IsOpen)
                return;
            if (last.Value > 0)
                market.Cancel(last);

            Price centre = market.TryQuote(out Quote quote) && quote.Midpoint is { } mid ? mid.Down : opening;
            Side side = Random.NextSide();
            long distance = Random.NextBetween(1, Reach);
            bool takes = Random.NextBelow(10) == 0;
            Price price = centre + Ticks(takes ? side.Sign * Reach : -side.Sign * distance);
            last = market.Enter(Order.Limit(side, new Quantity(Random.NextBetween(1, 5)), price));
        }
    }
}
