using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Takes quotes that are wrong the moment that the value moves: a race with whoever made them, and with others like it.
/// </summary>
/// <remarks>
/// Whenever the value moves, one lot, immediate or cancel, up to the value. Source: the snipers of Budish, Cramton and
/// Shim, "The high-frequency trading arms race", Quarterly J. Economics 130(4), 2015.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
[Population("stale-quote-snipers")]
public sealed class StaleQuoteSniper(FundamentalValue value) : Agent
{
    /// <summary>What it sends when the value has moved.</summary>
    public static Order Snipe(Price before, Price worth) =>
        Order.Limit(worth > before ? Side.Buy : Side.Sell, Quantity.One, worth).ImmediateOrCancel();

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Price before = value.At(market.Now);
        while (market.IsOpen)
        {
            await market.Until(value.NextMove(market.Now));
            Price worth = value.At(market.Now);
            if (worth != before)
                market.Enter(Snipe(before, worth));
            before = worth;
        }
    }
}
