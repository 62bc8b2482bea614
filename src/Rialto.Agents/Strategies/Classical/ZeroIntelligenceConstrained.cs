using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>ZI-C: shouts any price at which it would not lose, each equally likely.</summary>
/// <remarks>Source: D. K. Gode, S. Sunder, J. Political Economy 101(1), 1993, pp. 119–137.</remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
[Population("zero-intelligence-constrained")]
public sealed class ZeroIntelligenceConstrained(Instructions settings, AgentNumber number)
    : InducedTrader(settings, number)
{
    /// <summary>The prices at which it would not lose; null if there are none in the range.</summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">What the unit is worth to it, or costs it.</param>
    /// <param name="range">The prices that may be shouted.</param>
    public static PriceRange? Feasible(Side side, Price limit, PriceRange range)
    {
        (Price lowest, Price highest) = side == Side.Buy
            ? (range.Lowest, Price.Min(limit, range.Highest))
            : (Price.Max(limit, range.Lowest), range.Highest);
        return lowest <= highest ? new PriceRange(lowest, highest) : null;
    }

    protected override Price? Think(IMarketAccess market, Price limit) =>
        Feasible(Instructions.Side, limit, Instructions.Range)?.Draw(Random);
}
