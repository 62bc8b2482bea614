using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Buys after the price has fallen by more than a threshold, and sells after it has risen by more.</summary>
/// <remarks>
/// It compares the midpoint with the one of its wake so many wakes ago. Source: De Bondt and Thaler, J. Finance 40(3),
/// 1985 (overreaction); Lo and MacKinlay, Review of Financial Studies 3(2), 1990 (contrarian profits).
/// </remarks>
/// <param name="interval">The mean time between two wakes, which come at Poisson times.</param>
/// <param name="lookback">With the price how many wakes ago it compares.</param>
/// <param name="threshold">By which part of the price it must have moved: 0.001 is ten basis points.</param>
/// <param name="size">How large its orders are: laws with weights.</param>
/// <param name="limit">The most lots that it owns, or owes.</param>
[Population("contrarian-traders")]
public sealed class ContrarianTrader(
    Duration interval, int lookback, double threshold, IReadOnlyList<SizeLaw> size, int limit = int.MaxValue) : Agent
{
    readonly OrderSize _size = new(size);
    readonly Midpoint[] _seen = new Midpoint[lookback > 0
        ? lookback
        : throw new ArgumentOutOfRangeException(nameof(lookback), "It compares with an earlier wake: one or more.")];
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");
    long _wakes;

    /// <summary>The side to trade on; null if the price has not moved enough.</summary>
    public static Side? Decide(Midpoint before, Midpoint now, double threshold)
    {
        double moved = (now.HalfTicks - before.HalfTicks) / (double)Math.Max(1, Math.Abs(before.HalfTicks));
        return moved > threshold ? Side.Sell : moved < -threshold ? Side.Buy : null;
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextExponential(_interval));
            if (!market.TryQuote(out Quote quote) || quote.Midpoint is not { } midpoint)
                continue;

            int place = (int)(_wakes++ % _seen.Length);
            Midpoint before = _seen[place];
            _seen[place] = midpoint;
            if (_wakes <= _seen.Length
                || Decide(before, midpoint, threshold) is not { } side
                || market.Inventory() * side.Sign >= limit)
                continue;

            Order order = Order.Limit(side, _size.Draw(Random), quote.Best(side.Opposite)!.Value);
            market.Enter(order.ImmediateOrCancel());
        }
    }
}
