using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Shows large orders that it does not mean, to move others, trades a small one that it means, and cancels.
/// </summary>
/// <remarks>
/// It is forbidden in most markets and is here to be studied: does an institution, or a surveillance, stop it? It wants
/// to buy: it offers much behind the best ask, bids little at the best bid, and cancels the offer when it has bought,
/// or after a while. Then the other way round. Source: Wang, Hoang, Vorobeychik and Wellman, "Spoofing the limit order
/// book: a strategic agent-based analysis", Games 12(2), 2021; Lee, Eom and Park, J. Financial Markets 16(2), 2013.
/// </remarks>
/// <param name="quantity">Lots that it means.</param>
/// <param name="show">Lots that it does not mean.</param>
/// <param name="behind">How far behind the best price of its side it shows them.</param>
/// <param name="patience">How long they stay.</param>
/// <param name="pause">The time between two attempts.</param>
[Population("spoofers")]
public sealed class Spoofer(Quantity quantity, Quantity show, Ticks behind, Duration patience, Duration pause) : Agent
{
    readonly Ticks _behind = behind.Count > 0
        ? behind
        : throw new ArgumentOutOfRangeException(nameof(behind), "At the best price it might trade: above zero.");
    readonly Duration _pause = pause > Duration.Zero
        ? pause
        : throw new ArgumentOutOfRangeException(nameof(pause), "Time passes between two attempts.");

    /// <summary>The two orders of an attempt; null while a side is empty.</summary>
    /// <param name="side">What it wants to do.</param>
    public static (Order Meant, Order Shown)? Attempt(
        Side side, in Quote quote, Quantity quantity, Quantity show, Ticks behind) =>
        quote.Bid is { } bid && quote.Ask is { } ask
            ? (Order.Limit(side, quantity, side == Side.Buy ? bid : ask).PostOnly(),
                Order.Limit(side.Opposite, show, side == Side.Buy ? ask + behind : bid - behind).PostOnly())
            : null;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Side side = Side.Buy;
        while (market.IsOpen)
        {
            await market.Sleep(_pause);
            if (!market.TryQuote(out Quote quote) || Attempt(side, quote, quantity, show, _behind) is not { } attempt)
                continue;

            long before = market.Inventory();
            Timestamp end = market.Now + patience;
            market.Enter(attempt.Shown);
            market.Enter(attempt.Meant);
            while (market.IsOpen && market.Now < end && market.Inventory() == before)
                await market.Next(Signals.Private | Signals.Time, end);

            market.CancelAll();
            side = market.Inventory() > 0 ? Side.Sell : Side.Buy;
        }
    }
}
