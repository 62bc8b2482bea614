using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// PT1 and PT2: buys a lot when the ask is below the mean of recent trades, and holds it until it can sell at a profit.
/// </summary>
/// <remarks>
/// It trades on its own account, without induced values, and owns one lot at most. PT1 and PT2 differ in their
/// parameters only. Source: D. Cliff's Bristol Stock Exchange, version 1.9, whose traders wait for five minutes before
/// they begin.
/// </remarks>
/// <param name="pace">How often it looks, at Poisson times.</param>
/// <param name="trades">Of how many trades it takes the mean.</param>
/// <param name="cheap">It buys if the ask is below this part of that mean.</param>
/// <param name="profit">It sells if the bid is more than this above what it paid.</param>
/// <param name="patience">How long it waits before it begins.</param>
[Population("proprietary-traders")]
public sealed class ProprietaryTrader(Rate pace, Ticks profit, Duration patience, int trades = 5, double cheap = 0.9999)
    : Agent
{
    readonly int _trades =
        trades > 0 ? trades : throw new ArgumentOutOfRangeException(nameof(trades), "A mean needs one trade at least.");
    readonly Queue<long> _recent = new();
    Price? _paid;
    bool _isWaiting;

    /// <summary>Whether it buys at an ask.</summary>
    /// <param name="ask">The best ask.</param>
    /// <param name="recent">The prices of the last trades, in ticks.</param>
    /// <param name="cheap">See the class.</param>
    public static bool Buys(Price ask, IEnumerable<long> recent, double cheap) =>
        ask.Ticks < cheap * Math.Round(recent.Average());

    /// <summary>Whether it sells at a bid.</summary>
    /// <param name="bid">The best bid.</param>
    /// <param name="paid">What it paid.</param>
    /// <param name="profit">See the class.</param>
    public static bool Sells(Price bid, Price paid, Ticks profit) => bid > paid + profit;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Timestamp begin = market.Now + patience;
        Timestamp next = market.Now + Random.NextExponential(pace.MeanInterval);
        while (market.IsOpen)
        {
            await market.Next(Signals.Trade | Signals.Private, next);
            if (!market.IsOpen || market.Now < next)
                continue;

            next = market.Now + Random.NextExponential(pace.MeanInterval);
            if (market.Now >= begin
                && !_isWaiting
                && market.TryQuote(out Quote quote)
                && Decide(market, quote) is { } order)
            {
                _isWaiting = true;
                market.Enter(order.ImmediateOrCancel());
            }
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade)
    {
        if (_recent.Count == _trades)
            _recent.Dequeue();
        _recent.Enqueue(trade.Price.Ticks);
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution)
    {
        _isWaiting = false;
        _paid = execution.Side == Side.Buy ? execution.Price : null;
    }

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => _isWaiting = false;

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => _isWaiting = false;

    Order? Decide(IMarketAccess market, in Quote quote)
    {
        if (_paid is { } paid)
            return quote.Bid is { } bid && Sells(bid, paid, profit) ? Order.Limit(Side.Sell, Quantity.One, bid) : null;

        return quote.Ask is { } ask
            && _recent.Count == _trades
            && Buys(ask, _recent, cheap)
            && market.Worth(1, ask) < market.Cash
            ? Order.Limit(Side.Buy, Quantity.One, ask)
            : null;
    }
}
