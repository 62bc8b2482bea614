using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The order flow of a whole market without intelligence: unit limit orders at Poisson times, uniformly behind the best
/// opposite price, unit market orders, and cancels after an exponential lifetime.
/// </summary>
/// <remarks>
/// Source: Daniels, Farmer, Gillemot, Iori and Smith, "Quantitative model of price diffusion and market friction based
/// on trading as a mechanistic random process", Physical Review Letters 90, 108102, 2003; Smith, Farmer, Gillemot and
/// Krishnamurthy, Quantitative Finance 3, 2003. Their α per unit of price is <paramref name="limit"/> ÷
/// <paramref name="window"/>, their μ is <paramref name="market"/>, their δ is 1 ÷ <paramref name="lifetime"/>; all per
/// side.
/// </remarks>
/// <param name="limit">Limit orders per side.</param>
/// <param name="window">
/// They are placed from one tick to so far behind the best opposite price, each price equally likely.
/// </param>
/// <param name="market">Market orders per side.</param>
/// <param name="lifetime">The mean time after which a limit order is canceled, if it has not traded.</param>
/// <param name="opening">Stands for a best price until there has been one.</param>
[Population("zero-intelligence-flows")]
public sealed class ZeroIntelligenceFlow(Rate limit, Ticks window, Rate market, Duration lifetime, Price opening)
    : Agent
{
    readonly Ticks _window = window.Count > 0
        ? window
        : throw new ArgumentOutOfRangeException(nameof(window), "Orders need room: the window is above zero.");

    Price _bid = opening;
    Price _ask = opening;

    /// <summary>The order that an arrival is.</summary>
    /// <param name="side">Its side.</param>
    /// <param name="isMarket">Whether it takes what is there, or else is placed.</param>
    /// <param name="opposite">The best price of the other side.</param>
    /// <param name="distance">How far behind it an order is placed.</param>
    /// <param name="until">When it is canceled.</param>
    public static Order Arrival(Side side, bool isMarket, Price opposite, Ticks distance, Timestamp until) => isMarket
        ? Order.Market(side, Quantity.One)
        : Order.Limit(side, Quantity.One, opposite - Ticks(side.Sign * distance.Count)).Until(until);

    protected override async AgentTask TradeAsync(IMarketAccess access)
    {
        Duration between = new Rate(2 * (limit.PerSecond + market.PerSecond)).MeanInterval;
        double share = market.PerSecond / (limit.PerSecond + market.PerSecond);
        while (access.IsOpen)
        {
            await access.Sleep(Random.NextExponential(between));
            Look(access);
            Side side = Random.NextSide();
            bool isMarket = Random.NextDouble() < share;
            Ticks distance = Ticks(Random.NextBetween(1, _window.Count));
            Timestamp until = access.Now + Random.NextExponential(lifetime);
            access.Enter(Arrival(side, isMarket, side == Side.Buy ? _ask : _bid, distance, until));
        }
    }

    /// <summary>A side that is empty is where it was last.</summary>
    void Look(IMarketAccess access)
    {
        if (!access.TryQuote(out Quote quote))
            return;

        _bid = quote.Bid ?? _bid;
        _ask = quote.Ask ?? _ask;
    }
}
