using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Exogenous order flow from a list or a file: each line is a limit order, a market order or a cancel at its time.
/// </summary>
/// <remarks>
/// It may be a whole market's flow, or that of one participant whose orders are known from elsewhere. A file is CSV
/// with the columns <c>time, type, side, quantity, price, order, lifetime</c>; those that no line needs may be missing,
/// and cells that a line does not need stay empty. Requests leave at their time and take the group's latency. The flow
/// does not react: what the market cannot do with it is rejected there, and what follows from it may be something else
/// than what followed where it was recorded. The field calls this historical or market replay (Byrd, Hybinette and
/// Balch 2020).
/// </remarks>
/// <param name="orders">The lines, in order of time.</param>
[Population("recorded-flow")]
public sealed class RecordedFlow(IReadOnlyList<FlowOrder> orders) : Agent
{
    readonly IReadOnlyList<FlowOrder> _orders = Checked(orders);
    readonly LookupTable<string, ClientOrderId> _named = new(StringComparer.Ordinal);

    /// <summary>The order that a line stands for; null for a cancel.</summary>
    public static Order? OrderOf(FlowOrder line, Timestamp now) => line.Kind switch
    {
        FlowKind.Market => Order.Market(line.Side!.Value, line.Quantity!.Value),
        FlowKind.Limit => Staying(line, Order.Limit(line.Side!.Value, line.Quantity!.Value, line.Price!.Value), now),
        _ => null,
    };

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        foreach (FlowOrder line in _orders)
        {
            await market.Until(Timestamp.Zero + line.Time);
            if (!market.IsOpen)
                return;

            if (OrderOf(line, market.Now) is { } order)
            {
                ClientOrderId name = market.Enter(order);
                if (line.Order is { } label)
                    _named.Set(label, name);
            }
            else if (_named.TryGet(line.Order!, out ClientOrderId named))
            {
                market.Reduce(named, line.Quantity ?? Quantity.Zero);
            }
        }
    }

    static Order Staying(FlowOrder line, Order order, Timestamp now) =>
        line.Lifetime is { } lifetime ? order.Until(now + lifetime) : order.GoodTillCanceled();

    static IReadOnlyList<FlowOrder> Checked(IReadOnlyList<FlowOrder> orders)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            string? missing = orders[i] switch
            {
                { Lifetime: not null, Kind: not FlowKind.Limit } => "only a limit order has a lifetime",
                { Kind: FlowKind.Cancel, Order: null } => "a cancel names an order",
                { Kind: FlowKind.Cancel } => null,
                { Side: null } => "an order has a side",
                { Quantity: null } or { Quantity.Lots: 0 } => "an order has at least one lot",
                { Kind: FlowKind.Limit, Price: null } => "a limit order has a price",
                _ => null,
            };
            if (missing is not null)
                throw new ArgumentException($"Line {i + 1}: {missing}.", nameof(orders));
            if (i > 0 && orders[i].Time < orders[i - 1].Time)
                throw new ArgumentException($"Line {i + 1}: the times of a flow ascend.", nameof(orders));
        }

        return orders;
    }
}
