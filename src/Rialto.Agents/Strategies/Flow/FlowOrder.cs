using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>A line of a recorded order flow.</summary>
/// <param name="Time">When it is sent, from the beginning of the run.</param>
/// <param name="Type">What it is; left out, a limit order if it has a price, and else a market order.</param>
/// <param name="Side">Whether it buys or sells; not needed for a cancel.</param>
/// <param name="Quantity">Lots; of a cancel, those that stay in the book.</param>
/// <param name="Price">The limit of a limit order.</param>
/// <param name="Order">A name for a limit order, by which a later line cancels it.</param>
/// <param name="Lifetime">After this a limit order is canceled; left out, it stays until a line cancels it.</param>
public sealed record FlowOrder(
    Duration Time, FlowKind? Type = null, Side? Side = null, Quantity? Quantity = null, Price? Price = null,
    string? Order = null, Duration? Lifetime = null)
{
    public FlowKind Kind => Type ?? (Price is null ? FlowKind.Market : FlowKind.Limit);
}
