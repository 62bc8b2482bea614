using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Quotes one lot on each side of what the asset is worth, and moves both quotes the moment that it moves.
/// </summary>
/// <remarks>
/// Whoever is faster than its cancel trades at the old price. Source: the liquidity provider of Budish, Cramton and
/// Shim, "The high-frequency trading arms race: frequent batch auctions as a market design response", Quarterly J.
/// Economics 130(4), 2015.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="halfSpread">How far from it each quote stands.</param>
[Population("value-quoters")]
public sealed class ValueQuoter(FundamentalValue value, Ticks halfSpread) : Agent
{
    readonly Ticks _halfSpread = halfSpread.Count > 0
        ? halfSpread
        : throw new ArgumentOutOfRangeException(
            nameof(halfSpread), "Quotes that meet trade with each other: half a spread is above zero.");

    readonly ClientOrderId?[] _live = new ClientOrderId?[2];

    /// <summary>Where a side's quote belongs.</summary>
    public static Price Quote(Side side, Price worth, Ticks halfSpread) => worth - Ticks(side.Sign * halfSpread.Count);

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Price worth = value.At(market.Now);
        while (market.IsOpen)
        {
            foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
                _live[(int)side] ??= market.Enter(Order.Limit(side, Quantity.One, Quote(side, worth, _halfSpread)));

            await market.Next(Signals.Time | Signals.Private, value.NextMove(market.Now));
            if (value.At(market.Now) == worth)
                continue;

            // New quotes when it is told that the old ones are gone.
            worth = value.At(market.Now);
            market.CancelAll();
        }
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution) => Forget(execution);

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => Forget(canceled);

    void Forget(in MarketEvent gone)
    {
        if (_live[(int)gone.Side] == gone.Order)
            _live[(int)gone.Side] = null;
    }
}
