using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Sees the fundamental value with an error, learns, and buys below what it expects the asset to be worth, or sells
/// above.
/// </summary>
/// <remarks>
/// Wakes at Poisson times, cancels what rests, asks for the spread, and compares the midpoint with its estimate of the
/// value at the close. With some probability it crosses the spread; otherwise its limit lies up to twice the spread
/// behind the opposite best. Source: the value agents of ABIDES (Byrd, Hybinette and Balch, arXiv 1904.12066,
/// configuration rmsc04); learning as in <see cref="ValueBelief"/>.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="settings">What it knows of the value.</param>
/// <param name="interval">The mean time between two wakes.</param>
/// <param name="size">How large its orders are: laws with weights.</param>
/// <param name="crossing">The probability that it crosses the spread.</param>
/// <param name="reach">How many spreads behind the opposite best its limit may lie.</param>
/// <param name="atOpening">Whether it first wakes at the opening.</param>
[Population("value-traders")]
public sealed class ValueTrader(
    FundamentalValue value, ValueKnowledge settings, Duration interval, IReadOnlyList<SizeLaw> size,
    double crossing = 0.1, int reach = 2, bool atOpening = false) : Agent
{
    readonly OrderSize _size = new(size);
    readonly ValueObserver _observer = new(value, settings);
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");

    /// <summary>Sells if the asset is worth less than the midpoint, and buys otherwise.</summary>
    /// <param name="estimate">What it is worth.</param>
    /// <param name="bid">The best bid.</param>
    /// <param name="ask">The best ask.</param>
    /// <param name="patience">How far from the opposite best the limit lies; zero trades at once.</param>
    public static (Side Side, Price Limit) Decide(Price estimate, Price bid, Price ask, Ticks patience) =>
        estimate < Midpoint.Between(bid, ask).Down ? (Side.Sell, bid + patience) : (Side.Buy, ask - patience);

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Timestamp wake = market.Now + (atOpening ? Duration.Zero : Random.NextExponential(_interval));
        while (market.IsOpen)
        {
            await market.Until(wake);
            wake = market.Now + Random.NextExponential(_interval);
            market.CancelEach();
            await market.RoundTrip(market.Home);
            Price estimate = _observer.Estimate(market.Now, Random);
            (Side side, Price limit) = market.TryQuote(out Quote quote) && quote.Spread is { } spread
                ? Decide(estimate, quote.Bid!.Value, quote.Ask!.Value, Patience(spread))
                : (Random.NextSide(), estimate);
            market.Enter(Order.Limit(side, _size.Draw(Random), limit));
        }
    }

    Ticks Patience(Ticks spread) =>
        Random.NextDouble() < crossing
            ? default
            : Ticks(Random.NextBetween(0, Math.Max(0, (reach * spread.Count) - 1)));
}
