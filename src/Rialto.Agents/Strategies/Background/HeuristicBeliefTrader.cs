using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Listens until it has heard some trades, and then bids what promises the highest expected surplus.</summary>
/// <remarks>
/// A <see cref="PrivateValueTrader"/> that chooses its limit by belief: chance of acceptance × surplus, over the prices
/// that it has heard in the last trades. Hears nothing for too long, and it acts without belief. Source: Gjerstad and
/// Dickhaut, Games and Economic Behavior 22(1), 1998; with memory as in Wah, Wright and Wellman, J. Artificial
/// Intelligence Research 59, 2017, and in ABIDES. There the venue sends past orders on request; here the trader listens
/// before it acts, for it is the public data that it learns from.
/// </remarks>
/// <param name="value">What the asset is worth to everybody.</param>
/// <param name="settings">What it knows of the value.</param>
/// <param name="interval">The mean time between two wakes.</param>
/// <param name="leastSurplus">The smallest surplus demanded without belief.</param>
/// <param name="mostSurplus">The largest surplus demanded without belief.</param>
/// <param name="privateVariance">The variance of private values, in ticks².</param>
/// <param name="memory">How many trades it listens to.</param>
/// <param name="patience">How long it listens at most.</param>
/// <param name="holdings">The most units owned, or owed.</param>
/// <param name="eta">The part of the surplus that is enough to take a price at once, without belief.</param>
/// <param name="unit">Lots of a unit.</param>
/// <param name="atOpening">Whether it first wakes at the opening.</param>
[Population("heuristic-belief-traders")]
public sealed class HeuristicBeliefTrader(
    FundamentalValue value, ValueKnowledge settings, Duration interval, Ticks leastSurplus, Ticks mostSurplus,
    double privateVariance, int memory, Duration patience, int holdings = 10, double eta = 1, int unit = 1,
    bool atOpening = false) : Agent
{
    readonly ValueObserver _observer = new(value, settings);
    readonly MarketMemory _heard = new();
    readonly int _memory =
        memory > 0 ? memory : throw new ArgumentOutOfRangeException(nameof(memory), "It remembers a trade or more.");
    readonly int _holdings = holdings > 0
        ? holdings
        : throw new ArgumentOutOfRangeException(nameof(holdings), "Somebody who trades may own a unit.");
    readonly Quantity _unit =
        unit > 0 ? new Quantity(unit) : throw new ArgumentOutOfRangeException(nameof(unit), "A unit is a lot or more.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");
    Quote _last;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        PrivateValues values = new(_holdings, Math.Sqrt(privateVariance), Random);
        Timestamp wake = market.Now + (atOpening ? Duration.Zero : Random.NextExponential(_interval));
        while (market.IsOpen)
        {
            await market.Until(wake);
            wake = market.Now + Random.NextExponential(_interval);
            market.CancelEach();
            await Listen(market);
            long owned = market.Inventory() / _unit.Lots;
            Side side = PrivateValueTrader.SideFor(owned, values.Limit, Random);
            Price worth = _observer.Estimate(market.Now, Random) + values.Of(side, owned);
            Ticks surplus = Ticks(Random.NextBetween(leastSurplus.Count, mostSurplus.Count));
            Price? opposite = market.TryQuote(out Quote quote) ? quote.Best(side.Opposite) : null;
            Price? limit = _heard.Trades >= _memory
                ? _heard.Best(side, worth)
                : PrivateValueTrader.Decide(side, worth, surplus, opposite, eta);
            if (limit is { } price)
                market.Enter(Order.Limit(side, _unit, price));
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade) => _heard.Accept(trade.Side, trade.Price);

    protected override void OnQuote(Listing listing, in Quote quote)
    {
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            if (quote.Best(side) is { } best && best != _last.Best(side))
                _heard.Hear(side, best);
        }

        _last = quote;
    }

    async AgentTask Listen(IMarketAccess market)
    {
        _heard.Forget();
        if (market.TryQuote(out Quote quote))
            OnQuote(market.Home, quote);

        Timestamp until = market.Now + patience;
        while (market.IsOpen && market.Now < until && _heard.Trades < _memory)
            await market.Next(Signals.Trade | Signals.Quote, until);
    }
}
