using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Puts limit orders at power-law distances behind the best price of the other side, each for a random time.
/// </summary>
/// <remarks>
/// Distance = nearest × u^(−1 ÷ exponent), in ticks from the opposite best; life = lifetime × (u^(−1 ÷ exponent) − 1)
/// or exponential. Source: Zovko and Farmer, Quantitative Finance 2(5), 2002
/// (exponent 1.5, London); Bouchaud, Mézard and Potters, Quantitative Finance 2(4), 2002 (0.6, Paris); lives: Challet
/// and Stinchcombe, Physica A 300(1), 2001 (tail exponent about 1.1, Nasdaq).
/// </remarks>
/// <param name="opening">The price before there is one.</param>
/// <param name="settings">How often it acts.</param>
/// <param name="exponent">Of the tail of distances.</param>
/// <param name="nearest">The scale of distances.</param>
/// <param name="lifetime">The mean life of an order, or the scale of lives if their tail is a power law.</param>
/// <param name="size">How large its orders are: laws with weights.</param>
/// <param name="lifeExponent">Of the tail of lives; zero makes them exponential.</param>
[Population("patient-traders")]
public sealed class PatientTrader(
    Price opening, ArrivalPace settings, double exponent, Ticks nearest, Duration lifetime, IReadOnlyList<SizeLaw> size,
    double lifeExponent = 0) : Agent
{
    /// <summary>No order is farther away than this part of the price.</summary>
    const double Farthest = 0.2;

    readonly OrderSize _size = new(size);
    readonly Arrivals _arrivals = new(settings);
    readonly double _exponent = exponent > 0
        ? exponent
        : throw new ArgumentOutOfRangeException(nameof(exponent), "A tail exponent is above zero.");
    readonly Ticks _nearest = nearest.Count > 0
        ? nearest
        : throw new ArgumentOutOfRangeException(nameof(nearest), "The scale of distances is a tick or more.");
    Midpoint _last = new(2 * opening.Ticks);

    /// <summary>Where the order lies.</summary>
    /// <param name="side">Which side it is on.</param>
    /// <param name="opposite">The best price of the other side.</param>
    /// <param name="nearest">The scale of distances.</param>
    /// <param name="exponent">The tail exponent.</param>
    /// <param name="probability">How likely it is to lie farther away: from above 0 to 1.</param>
    public static Price Decide(Side side, Price opposite, Ticks nearest, double exponent, double probability)
    {
        double distance = nearest.Count * BitStable.Exp(-BitStable.Log(probability) / exponent);
        return opposite - new Ticks(side.Sign * (long)Math.Round(
            Math.Min(distance, Math.Max(nearest.Count, Farthest * Math.Abs(opposite.Ticks)))));
    }

    /// <summary>How long the order lives, from a standard exponential draw; a day at most.</summary>
    public static Duration Live(Duration lifetime, double exponent, double draw)
    {
        double lives = exponent > 0 ? BitStable.Exp(draw / exponent) - 1 : draw;
        return new(1 + (long)Math.Min(lives * lifetime.Nanoseconds, 86_400e9));
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            _arrivals.Begin(market.Now, Random);
            while (market.IsOpen
                && _arrivals.Advance(market.Now, market.Volume()) is var pause
                && pause > Duration.Zero)
                await market.Sleep(pause);

            Side side = Random.NextSide();
            Price? opposite = market.TryQuote(out Quote quote) ? quote.Best(side.Opposite) ?? quote.Best(side) : null;
            _last = opposite is { } seen ? new Midpoint(2 * seen.Ticks) : _last;
            Price limit = Decide(side, _last.Down, _nearest, _exponent, 1 - Random.NextDouble());
            Duration life = Live(lifetime, lifeExponent, Random.NextExponential());
            market.Enter(Order.Limit(side, _size.Draw(Random), limit).Until(market.Now + market.OrderLatency + life));
        }
    }
}
