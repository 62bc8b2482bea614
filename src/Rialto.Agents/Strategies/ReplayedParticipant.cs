using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Sends a list of orders, each at its time: a participant whose orders are known from elsewhere.</summary>
/// <remarks>
/// It does not react. What follows from its orders in another market may therefore be something else than what followed from them in theirs.
/// </remarks>
/// <param name="orders">In order of time; in a scenario a list, or the name of a <c>.csv</c> file.</param>
[Population("replayed-participants")]
public sealed class ReplayedParticipant(IReadOnlyList<ReplayedOrder> orders) : Agent
{
    /// <summary>The order that an entry of the list asks for.</summary>
    public static Order Intent(ReplayedOrder entry, Timestamp now) => entry switch
    {
        { Price: null } => Order.Market(entry.Side, entry.Lots),
        { Lifetime: { } lifetime } => Order.Limit(entry.Side, entry.Lots, entry.Price.Value).Until(now + lifetime),
        _ => Order.Limit(entry.Side, entry.Lots, entry.Price.Value),
    };

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        foreach (ReplayedOrder entry in orders)
        {
            if (Timestamp.Zero + entry.At > market.Now)
                await market.Until(Timestamp.Zero + entry.At);
            market.Enter(Intent(entry, market.Now));
        }
    }
}

/// <summary>An order known from elsewhere.</summary>
/// <param name="At">Since the beginning of the run.</param>
/// <param name="Side">Whether it buys or sells.</param>
/// <param name="Lots">How many.</param>
/// <param name="Price">Left out for a market order.</param>
/// <param name="Lifetime">After this it is canceled; left out, it stays for the day.</param>
public sealed record ReplayedOrder(Duration At, Side Side, Quantity Lots, Price? Price = null, Duration? Lifetime = null);
