using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Bids and offers a fixed distance apart around the last trade, whatever it owns, up to a limit.</summary>
/// <remarks>
/// The dealer of textbooks, whose spread covers a fixed cost of each trade: Demsetz, Quarterly J. of Economics 82(1),
/// 1968. The baseline for makers that look at more than the price.
/// </remarks>
/// <param name="opening">Where it quotes before anybody has traded.</param>
/// <param name="spread">From its bid to its ask; an odd tick goes to the ask.</param>
/// <param name="pause">How long its quotes stay while nobody trades.</param>
/// <param name="size">Lots of each quote.</param>
/// <param name="limit">The most lots that it owns, or owes.</param>
[Population("fixed-spread-makers")]
public sealed class FixedSpreadMaker(
    Price opening, Ticks spread, Duration pause, int size = 1, int limit = int.MaxValue)
    : Agent
{
    readonly QuotedPair _quotes = new();
    readonly Quantity _size = size > 0
        ? new Quantity(size)
        : throw new ArgumentOutOfRangeException(nameof(size), "A quote is of a lot or more.");
    readonly Ticks _spread = spread.Count > 0
        ? spread
        : throw new ArgumentOutOfRangeException(nameof(spread), "A spread is a tick or more.");
    readonly Duration _pause =
        pause > Duration.Zero ? pause : throw new ArgumentOutOfRangeException(nameof(pause), "A pause is above zero.");
    Price _last = opening;

    /// <summary>Half the spread to each side.</summary>
    public static TwoSidedQuote Decide(Price centre, Ticks spread)
    {
        Price bid = centre - new Ticks(spread.Count / 2);
        return new(bid, bid + spread);
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            _quotes.Show(market, Decide(_last, _spread).Within(market.Inventory(), limit), _size);
            await market.Next(Signals.Trade, market.Now + _pause);
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade) => _last = trade.Price;

    protected override void OnExecution(Listing listing, in MarketEvent execution) => _quotes.Note(execution);

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => _quotes.Note(canceled);

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => _quotes.Note(rejected);
}
