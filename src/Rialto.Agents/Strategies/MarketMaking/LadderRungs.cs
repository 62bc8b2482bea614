using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Where the quotes of a ladder lie.</summary>
/// <param name="HighestBid">The best of the bids.</param>
/// <param name="LowestAsk">The best of the asks.</param>
/// <param name="Spacing">From one price of a side to the next.</param>
public readonly record struct LadderRungs(Price HighestBid, Price LowestAsk, Ticks Spacing)
{
    /// <summary>The price of a side's rung; the best is number 0.</summary>
    public Price Of(Side side, int rung) => side == Side.Buy
        ? HighestBid - new Ticks(rung * Spacing.Count)
        : LowestAsk + new Ticks(rung * Spacing.Count);
}
