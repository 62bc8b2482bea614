using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Customers who come one by one and trade one lot at market; some know what the asset is worth.</summary>
/// <remarks>
/// One who knows buys below the value, sells above it, and stays away in between; the others buy or sell by lot.
/// Source: the traders of Glosten and Milgrom, J. Financial Economics 14(1), 1985.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="informed">The share of those who know it.</param>
/// <param name="every">The time between two customers.</param>
[Population("customer-flows")]
public sealed class CustomerFlow(FundamentalValue value, double informed, Duration every) : Agent
{
    readonly Duration _every = every > Duration.Zero
        ? every
        : throw new ArgumentOutOfRangeException(nameof(every), "Customers need time to come.");

    /// <summary>What one who knows does; null to stay away.</summary>
    public static Side? Informed(Price worth, in Quote quote) =>
        quote.Ask is { } ask && worth > ask ? Side.Buy
        : quote.Bid is { } bid && worth < bid ? Side.Sell
        : null;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(_every);
            bool knows = Random.NextDouble() < informed;
            Side lot = Random.NextSide();
            if (!market.TryQuote(out Quote quote))
                continue;

            if ((knows ? Informed(value.At(market.Now), quote) : lot) is { } side)
                market.Enter(Order.Market(side, Quantity.One));
        }
    }
}
