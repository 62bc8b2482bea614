using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The zero-intelligence trader of empirical game theory: private values, a random surplus demanded, and a threshold to
/// take.
/// </summary>
/// <remarks>
/// Wakes at Poisson times, cancels what rests, tosses a coin for the side (at its holding limit it can only go back),
/// adds its private value to its estimate of the fundamental value at the close, and demands a uniform surplus R; it
/// takes the best opposite price if that gives at least η R. Source: Wah, Wright and Wellman, J. Artificial
/// Intelligence Research 59, 2017; the ZeroIntelligenceAgent of ABIDES (arXiv 1904.12066).
/// </remarks>
/// <param name="value">What the asset is worth to everybody.</param>
/// <param name="settings">What it knows of the value.</param>
/// <param name="interval">The mean time between two wakes.</param>
/// <param name="leastSurplus">The smallest surplus demanded.</param>
/// <param name="mostSurplus">The largest surplus demanded.</param>
/// <param name="privateVariance">The variance of private values, in ticks².</param>
/// <param name="holdings">The most units owned, or owed.</param>
/// <param name="eta">The part of the surplus that is enough to take a price at once.</param>
/// <param name="unit">Lots of a unit.</param>
/// <param name="atOpening">Whether it first wakes at the opening.</param>
[Population("private-value-traders")]
public sealed class PrivateValueTrader(
    FundamentalValue value, ValueKnowledge settings, Duration interval, Ticks leastSurplus, Ticks mostSurplus,
    double privateVariance, int holdings = 10, double eta = 1, int unit = 1, bool atOpening = false) : Agent
{
    readonly ValueObserver _observer = new(value, settings);
    readonly int _holdings = holdings > 0
        ? holdings
        : throw new ArgumentOutOfRangeException(nameof(holdings), "Somebody who trades may own a unit.");
    readonly Quantity _unit =
        unit > 0 ? new Quantity(unit) : throw new ArgumentOutOfRangeException(nameof(unit), "A unit is a lot or more.");
    readonly Ticks _most = mostSurplus >= leastSurplus
        ? mostSurplus
        : throw new ArgumentOutOfRangeException(nameof(mostSurplus), "The largest surplus is not below the smallest.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");

    /// <summary>The limit of an order.</summary>
    /// <param name="side">Which side it is on.</param>
    /// <param name="worth">What the unit is worth to the trader.</param>
    /// <param name="surplus">What it demands of the trade.</param>
    /// <param name="opposite">The best price of the other side, if there is one.</param>
    /// <param name="eta">The part of the surplus that is enough to take it.</param>
    public static Price Decide(Side side, Price worth, Ticks surplus, Price? opposite, double eta)
    {
        bool takes = opposite is { } price && (worth.Ticks - price.Ticks) * side.Sign >= eta * surplus.Count;
        return takes ? opposite!.Value : worth - new Ticks(side.Sign * surplus.Count);
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        PrivateValues values = new(_holdings, Math.Sqrt(privateVariance), Random);
        Timestamp wake = market.Now + (atOpening ? Duration.Zero : Random.NextExponential(_interval));
        while (market.IsOpen)
        {
            await market.Until(wake);
            wake = market.Now + Random.NextExponential(_interval);
            market.CancelEach();
            await market.RoundTrip(market.Home);
            long owned = market.Inventory() / _unit.Lots;
            Side side = SideFor(owned, values.Limit, Random);
            Price worth = _observer.Estimate(market.Now, Random) + values.Of(side, owned);
            Ticks surplus = Ticks(Random.NextBetween(leastSurplus.Count, _most.Count));
            Price? opposite = market.TryQuote(out Quote quote) ? quote.Best(side.Opposite) : null;
            market.Enter(Order.Limit(side, _unit, Decide(side, worth, surplus, opposite, eta)));
        }
    }

    /// <summary>A coin's side, unless it owns or owes as much as it may.</summary>
    internal static Side SideFor(long owned, int limit, RandomStream random) =>
        owned >= limit ? Side.Sell : owned <= -limit ? Side.Buy : random.NextSide();
}
