using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Order flow that comes from outside of the model: requests of a few kinds, at times that do not depend on the market.
/// </summary>
/// <remarks>
/// Orders rest until they are executed or canceled. A limit order is placed behind the best price of the other side as
/// the flow sees it; if that side is empty, behind its last best price, and before there was one, behind the opening
/// price.
/// </remarks>
public abstract class OrderFlow(LimitPlacement placement, Quantity size, Price opening) : Agent
{
    readonly Quantity _size = size > Quantity.Zero
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), "An order has at least one lot.");
    readonly Price[] _lastBest = [opening, opening];

    /// <summary>The flow's own live orders, as far as it has been told.</summary>
    protected LiveOrders Live { get; } = new();

    /// <summary>Enters a limit order.</summary>
    /// <param name="side">Which.</param>
    /// <param name="lifetime">How long it stays, from its arrival; null if until it is canceled.</param>
    protected void EnterLimit(Side side, Duration? lifetime = null)
    {
        Order order = Order.Limit(
            side, _size, LimitPlacement.Behind(BestOf(side.Opposite), side, placement.Draw(Random)));
        Live.Add(
            Market.Enter(
                lifetime is { } life ? order.Until(Market.Now + Market.OrderLatency + life) : order.GoodTillCanceled()),
            side);
    }

    /// <summary>Enters a market order.</summary>
    protected void EnterMarket(Side side) => Market.Enter(Order.Market(side, _size));

    /// <summary>Cancels one of the flow's orders of a side, each equally likely; nothing if there is none.</summary>
    protected void CancelOne(Side side)
    {
        if (!Live.TryDraw(side, Random, out ClientOrderId order))
            return;

        Market.Cancel(order);
        Live.Remove(order);
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution)
    {
        if (execution.Remaining == Quantity.Zero)
            Live.Remove(execution.Order);
    }

    protected override void OnCanceled(Listing listing, in MarketEvent canceled)
    {
        if (canceled.Remaining == Quantity.Zero)
            Live.Remove(canceled.Order);
    }

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => Live.Remove(rejected.Order);

    Price BestOf(Side side)
    {
        if (Market.TryQuote(out Quote quote) && quote.Best(side) is { } best)
            _lastBest[(int)side] = best;

        return _lastBest[(int)side];
    }
}
