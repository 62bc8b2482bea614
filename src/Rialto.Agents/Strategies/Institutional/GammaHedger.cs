using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>A dealer in options who trades the asset so that its price does not matter to him: delta hedging.</summary>
/// <remarks>
/// Long gamma (he owns options) he sells what rises and damps the price; short gamma (he has written them) he buys what
/// rises and drives it on. Source: Leland, J. Finance 40(5), 1985, for hedging by bands; its feedback: Frey and
/// Stremme, Mathematical Finance 7(4), 1997; Ni, Pearson, Poteshman and White, Review of Financial Studies 34(4), 2021.
/// </remarks>
/// <param name="gamma">
/// Lots by which the options' delta rises per tick of the price; negative if he has written them.
/// </param>
/// <param name="opening">The price at which he is hedged at the beginning.</param>
/// <param name="band">He trades when the price has moved so far since he last did.</param>
/// <param name="every">The time between two looks.</param>
[Population("gamma-hedgers")]
public sealed class GammaHedger(double gamma, Price opening, Ticks band, Duration every) : Agent
{
    readonly Ticks _band =
        band.Count > 0 ? band : throw new ArgumentOutOfRangeException(nameof(band), "A band is above zero.");
    readonly Duration _every = every > Duration.Zero
        ? every
        : throw new ArgumentOutOfRangeException(nameof(every), "Time passes between two looks.");

    /// <summary>Lots to trade, negative to sell: the options' delta has changed by the opposite.</summary>
    /// <param name="hedged">The price at which he last was hedged.</param>
    public static long Lots(double gamma, Price hedged, Price price, Ticks band) =>
        Math.Abs((price - hedged).Count) < band.Count ? 0 : -(long)Math.Round(gamma * (price - hedged).Count);

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Price hedged = opening;
        while (market.IsOpen)
        {
            await market.Sleep(_every);
            if (!market.TryQuote(out Quote quote) || quote.Midpoint is not { } midpoint)
                continue;

            long lots = Lots(gamma, hedged, midpoint.Down, _band);
            if (lots == 0)
                continue;

            market.Enter(Order.Market(lots > 0 ? Side.Buy : Side.Sell, new Quantity(Math.Abs(lots))));
            hedged = midpoint.Down;
        }
    }
}
