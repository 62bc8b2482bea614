using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>What a maker wants to quote; a side without a price is not quoted.</summary>
public readonly record struct TwoSidedQuote(Price? Bid, Price? Ask)
{
    public Price? Of(Side side) => side == Side.Buy ? Bid : Ask;

    /// <summary>The same, less what would lead beyond a position.</summary>
    /// <param name="inventory">Lots owned.</param>
    /// <param name="limit">The most lots owned, or owed.</param>
    public TwoSidedQuote Within(long inventory, long limit) =>
        new(inventory < limit ? Bid : null, inventory > -limit ? Ask : null);
}
