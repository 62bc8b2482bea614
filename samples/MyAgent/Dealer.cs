using Rialto.Agents;
using Rialto.Trading;

namespace MyAgent;

/// <summary>
/// Bids below and offers above the last trade, leans both against what it owns, and stops at a limit.
/// </summary>
/// <remarks>
/// Centre = last trade − lean × lots owned: who owns much would rather sell, and quotes lower. After Amihud and
/// Mendelson, J. Financial Economics 8(1), 1980, whose dealer moves its quotes against its inventory.
/// </remarks>
/// <param name="margin">How far from the centre it quotes.</param>
/// <param name="lean">How far the centre moves for a lot owned.</param>
/// <param name="limit">It bids below so many lots owned, and offers below so many owed.</param>
/// <param name="pause">How long its quotes stay if nobody trades.</param>
[Population("dealers")]
public sealed class Dealer(Ticks margin, Ticks lean, int limit, Duration pause) : Agent
{
    Price? _last;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Next(Signals.Trade, market.Now + pause);
            if (_last is not { } last)
                continue;

            long owned = market.Inventory();
            Price centre = last - Ticks(owned * lean.Count);
            market.CancelAll();
            if (owned < limit)
                market.Enter(Order.Limit(Side.Buy, Quantity.One, centre - margin));
            if (owned > -limit)
                market.Enter(Order.Limit(Side.Sell, Quantity.One, centre + margin));
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade) => _last = trade.Price;
}
