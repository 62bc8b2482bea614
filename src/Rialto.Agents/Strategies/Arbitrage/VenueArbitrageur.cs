using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Buys where it is cheap and sells where it is dear at the same moment, when the quotes of two venues cross.
/// </summary>
/// <remarks>
/// Both orders are immediate or cancel; what only one of them got stays as inventory until the next chance. Source:
/// Foucault, Kozhan and Tham, "Toxic arbitrage", Review of Financial Studies 30(4), 2017; Wah and Wellman, "Latency
/// arbitrage, market fragmentation, and efficiency", EC 2013.
/// </remarks>
/// <param name="other">The other venue.</param>
/// <param name="profit">What a lot must bring at least.</param>
/// <param name="clip">Lots of one order at most.</param>
[Population("venue-arbitrageurs")]
public sealed class VenueArbitrageur(VenueName other, Ticks profit, Quantity clip) : Agent
{
    /// <summary>Lots to buy at one venue and sell at the other; zero if that does not pay.</summary>
    /// <param name="cheap">Where one buys.</param>
    /// <param name="dear">Where one sells.</param>
    public static Quantity Lots(in Quote cheap, in Quote dear, Ticks profit, Quantity clip) =>
        cheap.Ask is { } ask && dear.Bid is { } bid && bid - ask >= profit
            ? Quantity.Min(clip, Quantity.Min(cheap.AskQuantity, dear.BidQuantity))
            : Quantity.Zero;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        if (!market.TryFind(other.Value, out Listing away))
            throw new InvalidOperationException($"There is no venue '{other}'.");

        market.Watch(away);
        while (market.IsOpen)
        {
            await market.Next(Signals.Quote, Timestamp.Never);
            if (!market.TryQuote(out Quote here) || !market.TryQuote(away, out Quote there))
                continue;

            Trade(market, market.Home, here, away, there);
            Trade(market, away, there, market.Home, here);
            await market.Sleep(market.OrderLatency + new Duration(1)); // Until its own orders have changed the quotes.
        }
    }

    void Trade(IMarketAccess market, Listing cheap, in Quote buy, Listing dear, in Quote sell)
    {
        Quantity lots = Lots(buy, sell, profit, clip);
        if (lots == Quantity.Zero)
            return;

        market.Enter(cheap, Order.Limit(Side.Buy, lots, buy.Ask!.Value).ImmediateOrCancel());
        market.Enter(dear, Order.Limit(Side.Sell, lots, sell.Bid!.Value).ImmediateOrCancel());
    }
}
