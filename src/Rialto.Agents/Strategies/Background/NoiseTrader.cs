using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Wakes once in a day, often near its beginning or its end, and takes the best price of a random side.
/// </summary>
/// <remarks>
/// Wakes at a U-quadratic time: density 12 (x − ½)² on the window. Who would wake before the opening wakes at the
/// opening. A limit order at the best opposite price: what is not there rests. Source: the noise agents of ABIDES
/// (Byrd, Hybinette and Balch, arXiv 1904.12066); trading without information after Kyle, Econometrica 53(6), 1985.
/// </remarks>
/// <param name="size">How large its order is: laws with weights.</param>
/// <param name="window">The span of time in which it wakes.</param>
/// <param name="early">How long before the opening that span begins.</param>
[Population("noise-traders")]
public sealed class NoiseTrader(IReadOnlyList<SizeLaw> size, Duration window, Duration early = default) : Agent
{
    readonly OrderSize _size = new(size);
    readonly Duration _window = window > Duration.Zero
        ? window
        : throw new ArgumentOutOfRangeException(nameof(window), "The time in which it wakes is above zero.");

    /// <summary>
    /// Where in the window, from 0 to 1, so much of the probability lies before: the U-quadratic quantile.
    /// </summary>
    public static double QuantileOfWaking(double probability)
    {
        double cube = (probability / 4) - 0.125; // (x − ½)³
        double root = cube == 0 ? 0 : BitStable.Exp(BitStable.Log(Math.Abs(cube)) / 3);
        return Math.Clamp(0.5 + (cube < 0 ? -root : root), 0, 1);
    }

    /// <summary>The order that takes the best price of the other side; null if there is none.</summary>
    public static Order? Decide(Side side, Quantity size, in Quote quote) =>
        quote.Best(side.Opposite) is { } price ? Order.Limit(side, size, price) : null;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        double wake = (QuantileOfWaking(Random.NextDouble()) * _window.Nanoseconds) - early.Nanoseconds;
        await market.Until(Timestamp.Latest(market.Now, new Timestamp((long)wake)));
        await market.RoundTrip(market.Home);
        Side side = Random.NextSide();
        Quantity lots = _size.Draw(Random);
        if (market.TryQuote(out Quote quote) && Decide(side, lots, quote) is { } order)
            market.Enter(order);
    }
}
