using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Follows the trend: buys while the short moving average of the midpoint is not below the long one, and sells
/// otherwise.
/// </summary>
/// <remarks>
/// Averages are over the midpoints seen at its own wakes. Source: the momentum agents of ABIDES (Byrd, Hybinette and
/// Balch, arXiv 1904.12066; MA20 against MA50); the rule is that of Brock, Lakonishok and LeBaron, J. Finance 47(5),
/// 1992.
/// </remarks>
/// <param name="interval">The mean time between two wakes.</param>
/// <param name="size">How large its orders are: laws with weights.</param>
/// <param name="brief">How many midpoints the short average is of.</param>
/// <param name="extended">How many the long one is of.</param>
/// <param name="poisson">Whether wakes come at Poisson times; otherwise they come regularly.</param>
[Population("momentum-traders")]
public sealed class MomentumTrader(
    Duration interval, IReadOnlyList<SizeLaw> size, int brief = 20, int extended = 50, bool poisson = true)
    : Agent
{
    readonly OrderSize _size = new(size);
    readonly MovingAverage _short = new(brief, nameof(brief));
    readonly MovingAverage _long = new(extended, nameof(extended));
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");

    /// <summary>Compares two means given as sums and counts, exactly.</summary>
    public static Side Decide(long shortSum, int shortCount, long longSum, int longCount) =>
        shortSum * longCount >= longSum * shortCount ? Side.Buy : Side.Sell;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(poisson ? Random.NextExponential(_interval) : _interval);
            await market.RoundTrip(market.Home);
            if (!market.TryQuote(out Quote quote) || quote.Midpoint is not { } midpoint)
                continue;

            _short.Add(midpoint);
            _long.Add(midpoint);
            if (!_short.IsFull || !_long.IsFull)
                continue;

            Side side = Decide(_short.Sum, _short.Length, _long.Sum, _long.Length);
            market.Enter(Order.Limit(side, _size.Draw(Random), quote.Best(side.Opposite)!.Value));
        }
    }
}
