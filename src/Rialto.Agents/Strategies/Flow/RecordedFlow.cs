using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Exogenous order flow from a list or a file: each line is a limit order, a market order or a cancel at its time.</summary>
/// <remarks>
/// A file is CSV with the columns <c>time, type, side, quantity, price, order</c>, of which the last may be missing; cells that are not
/// needed stay empty. Requests leave at their time and take the group's latency. The flow does not react: what the market cannot do
/// with it is rejected there. The field calls this historical or market replay (Byrd, Hybinette and Balch 2020).
/// </remarks>
/// <param name="orders">The lines, in order of time.</param>
[Population("recorded-flow")]
public sealed class RecordedFlow(IReadOnlyList<FlowOrder> orders) : Agent
{
    readonly IReadOnlyList<FlowOrder> _orders = Checked(orders);
    readonly LookupTable<string, ClientOrderId> _named = new(StringComparer.Ordinal);

    /// <summary>The order that a line stands for; null for a cancel.</summary>
    public static Order? OrderOf(FlowOrder line) => line.Type switch
    {
        FlowKind.Limit => Trading.Order.Limit(line.Side!.Value, line.Quantity!.Value, line.Price!.Value).GoodTillCanceled(),
        FlowKind.Market => Trading.Order.Market(line.Side!.Value, line.Quantity!.Value),
        _ => null,
    };

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        foreach (FlowOrder line in _orders)
        {
            await market.Until(Timestamp.Zero + line.Time);
            if (!market.IsOpen)
                return;

            if (OrderOf(line) is { } order)
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

    static IReadOnlyList<FlowOrder> Checked(IReadOnlyList<FlowOrder> orders)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            string? missing = orders[i] switch
            {
                { Type: FlowKind.Cancel, Order: null } => "a cancel names an order",
                { Type: FlowKind.Cancel } => null,
                { Side: null } => "an order has a side",
                { Quantity: null } or { Quantity.Lots: 0 } => "an order has at least one lot",
                { Type: FlowKind.Limit, Price: null } => "a limit order has a price",
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
