using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>How strategies reach positions, and leave the book.</summary>
static class Positions
{
    extension(IMarketAccess market)
    {
        /// <summary>
        /// The order that brings the inventory to a position at once, at the best opposite price; what does not trade
        /// is canceled.
        /// </summary>
        public Order? TakeUpTo(long position, in Quote quote)
        {
            long lots = position - market.Inventory();
            Side side = lots > 0 ? Side.Buy : Side.Sell;
            return lots != 0 && quote.Best(side.Opposite) is { } price
                ? Order.Limit(side, new Quantity(Math.Abs(lots)), price).ImmediateOrCancel()
                : null;
        }

        /// <summary>
        /// Cancels every own order, one request for each. The port keeps them from the first call on.
        /// </summary>
        public void CancelEach()
        {
            foreach (ref readonly OwnOrder order in market.Orders.Live)
                market.Cancel(order.Order);
        }
    }
}
