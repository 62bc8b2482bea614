using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Trades a normally distributed number of lots at market before each auction, for reasons of its own.
/// </summary>
/// <remarks>Source: the noise traders of Kyle, Econometrica 53(6), 1985.</remarks>
/// <param name="noiseDeviation">Lots: the standard deviation of what it trades in all auctions together.</param>
/// <param name="auctions">In how many auctions it trades.</param>
[Population("normal-noise")]
public sealed class NormalNoise(double noiseDeviation, int auctions) : Agent
{
    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        for (int auction = 0; auction < auctions && market.IsOpen; auction++)
        {
            long lots = (long)Math.Round(Random.NextNormal(0, noiseDeviation / Math.Sqrt(auctions)));
            if (lots != 0)
                market.Enter(Order.Market(lots > 0 ? Side.Buy : Side.Sell, new Quantity(Math.Abs(lots))));

            await market.Next(Signals.Batch, Timestamp.Never);
        }
    }
}
