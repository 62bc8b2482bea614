using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Expects a return that is part fundamental, part trend and part noise, and bids below, or offers above, the price
/// expected.
/// </summary>
/// <remarks>
/// Expected return per second r = (f × ln(F ÷ P) ÷ τ + c × trend + n × ε) ÷ (f + |c| + n), with the value F, the price
/// P, the reversion time τ and a normal ε; expected price P e^(r × window). Buys at expected × (1 − margin) if that
/// lies above P, sells at expected × (1 + margin) if it lies below; an order lives for the window. Source: Chiarella
/// and Iori, Quantitative Finance 2(5), 2002, as in PAMS (Hirano et al., arXiv 2309.10729); a step there is a second
/// here, and the trend is measured from the oldest of its own wakes within the window.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="interval">The mean time between two wakes, which come at Poisson times.</param>
/// <param name="opening">The price before there is one.</param>
/// <param name="fundamental">The weight of the value.</param>
/// <param name="chart">The weight of the trend; below zero it bets against it.</param>
/// <param name="noise">The weight of noise.</param>
/// <param name="noiseScale">The standard deviation of noise, as a return per second.</param>
/// <param name="reversion">The time in which it expects the price to reach the value.</param>
/// <param name="window">How far it looks back and ahead, and how long its orders live.</param>
/// <param name="margin">How far from the price expected its limit lies, as a part of it.</param>
/// <param name="lots">Lots of an order.</param>
[Population("fcn-traders")]
public sealed class FundamentalistChartistTrader(
    FundamentalValue value, Duration interval, Price opening, double fundamental, double chart, double noise,
    double noiseScale, Duration reversion, Duration window, double margin, int lots = 1) : Agent
{
    readonly Queue<(Timestamp At, double Price)> _seen = new();
    readonly Quantity _lots = lots > 0
        ? new Quantity(lots)
        : throw new ArgumentOutOfRangeException(nameof(lots), "An order is of a lot or more.");
    readonly double _weights = fundamental >= 0 && noise >= 0 && fundamental + Math.Abs(chart) + noise > 0
        ? fundamental + Math.Abs(chart) + noise
        : throw new ArgumentOutOfRangeException(
            nameof(fundamental), "Only the weight of the trend may be negative, and one must not be zero.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");
    Midpoint _last = new(2 * opening.Ticks);

    /// <summary>The order that an expectation leads to; null if the price is expected to stay.</summary>
    /// <param name="price">The price now, in ticks.</param>
    /// <param name="expected">The price expected, in ticks.</param>
    /// <param name="margin">How far from it the limit lies, as a part of it.</param>
    public static (Side Side, Price Limit)? Decide(double price, double expected, double margin) =>
        expected > price ? (Side.Buy, new Price((long)Math.Floor(expected * (1 - margin))))
        : expected < price ? (Side.Sell, new Price((long)Math.Ceiling(expected * (1 + margin))))
        : null;

    /// <summary>The return expected per second, for weights that sum to one.</summary>
    public static double Expect(
        double fundamental, double toValue, double chart, double trend, double noise, double shock) =>
        (fundamental * toValue) + (chart * trend) + (noise * shock);

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextExponential(_interval));
            if (market.TryQuote(out Quote quote) && quote.Midpoint is { } midpoint)
                _last = midpoint;

            double price = Math.Max(0.5, _last.HalfTicks / 2.0);
            double toValue = BitStable.Log(Math.Max(1, value.At(market.Now).Ticks) / price) / reversion.Seconds;
            double shock = noiseScale * Random.NextNormal();
            double expected = price * BitStable.Exp(window.Seconds * Expect(
                fundamental / _weights, toValue, chart / _weights, Trend(market.Now, price), noise / _weights, shock));
            if (Decide(price, expected, margin) is var (side, limit))
                market.Enter(Order.Limit(side, _lots, limit).Until(market.Now + market.OrderLatency + window));
        }
    }

    /// <summary>The mean return per second since the oldest of its wakes within the window.</summary>
    double Trend(Timestamp now, double price)
    {
        while (_seen.TryPeek(out (Timestamp At, double Price) oldest) && oldest.At + window < now)
            _seen.Dequeue();

        double trend = _seen.TryPeek(out (Timestamp At, double Price) first) && first.At < now
            ? BitStable.Log(price / first.Price) / (now - first.At).Seconds
            : 0;
        if (chart != 0)
            _seen.Enqueue((now, price));

        return trend;
    }
}
