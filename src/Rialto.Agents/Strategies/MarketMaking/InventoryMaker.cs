using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Quotes around a centre that falls with what it owns: who has much would rather sell.</summary>
/// <remarks>
/// Centre = last trade − skew × lots owned, and half the spread to each side. Source: Stoll, J. Finance 33(4), 1978;
/// Amihud and Mendelson, J. Financial Economics 8(1), 1980. With an inventory limit, what is beyond it is not quoted:
/// such makers withdraw in a crash (Kirilenko, Kyle, Samadi and Tuzun, J. Finance 72(3), 2017).
/// </remarks>
/// <param name="opening">Where it quotes before there is a price.</param>
/// <param name="spread">From its bid to its ask.</param>
/// <param name="skew">How many ticks its centre falls for a lot owned.</param>
/// <param name="interval">The time between two looks at the market.</param>
/// <param name="size">Lots of each quote.</param>
/// <param name="limit">The most lots that it owns, or owes.</param>
/// <param name="caution">
/// By how many mean price changes between trades its spread widens: liquidity gets dearer when prices move.
/// </param>
[Population("inventory-makers")]
public sealed class InventoryMaker(
    Price opening, Ticks spread, double skew, Duration interval, int size = 1, int limit = int.MaxValue,
    double caution = 0) : Agent
{
    /// <summary>The weight of the newest price change in their mean.</summary>
    const double Recency = 0.05;

    readonly QuotedPair _quotes = new();
    readonly Quantity _size = size > 0
        ? new Quantity(size)
        : throw new ArgumentOutOfRangeException(nameof(size), "A quote is of a lot or more.");
    readonly Ticks _spread = spread.Count > 0
        ? spread
        : throw new ArgumentOutOfRangeException(nameof(spread), "A spread is a tick or more.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "An interval is above zero.");
    Price _centre = opening;
    double _change;

    /// <summary>The bid is rounded down, and the ask stands a spread above it.</summary>
    public static TwoSidedQuote Decide(Price centre, Ticks spread, double skew, long inventory)
    {
        Price bid = new((long)Math.Floor(centre.Ticks - (skew * inventory) - (spread.Count / 2.0)));
        return new(bid, bid + spread);
    }

    /// <summary>The spread in moving markets, in whole ticks.</summary>
    public static Ticks Widen(Ticks spread, double extra) => new(spread.Count + (long)Math.Round(extra));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            _quotes.Show(
                market,
                Decide(_centre, Widen(_spread, caution * _change), skew, market.Inventory()).Within(
                    market.Inventory(), limit),
                _size);
            await market.Next(Signals.Trade, market.Now + _interval);
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade)
    {
        _change += Recency * (Math.Abs((trade.Price - _centre).Count) - _change);
        _centre = trade.Price;
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution) => _quotes.Note(execution);

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => _quotes.Note(canceled);

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => _quotes.Note(rejected);
}
