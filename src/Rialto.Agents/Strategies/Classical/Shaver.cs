using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// SHVR: always a tick better than the best, even if that is its own shout, as long as it does not lose.
/// </summary>
/// <remarks>
/// Source: D. Cliff, "BSE: a minimal simulation of a limit-order-book stock exchange", EMSS 2018, arXiv 1809.06027.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
[Population("shavers")]
public sealed class Shaver(Instructions settings, AgentNumber number) : InducedTrader(settings, number)
{
    /// <summary>A tick better than the best; while its side is empty, the price that hurts it least.</summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">What the unit is worth to it, or costs it.</param>
    /// <param name="best">The best price of its side.</param>
    /// <param name="range">The prices that may be shouted.</param>
    public static Price Shave(Side side, Price limit, Price? best, PriceRange range)
    {
        Price timid = side == Side.Buy ? range.Lowest : range.Highest;
        Price shaved = best is { } standing ? standing + new Ticks(side.Sign) : timid;
        return side.IsBetter(shaved, limit) ? limit : shaved;
    }

    protected override Price? Think(IMarketAccess market, Price limit) => Allowed(
        Shave(
            Instructions.Side, limit, market.TryQuote(out Quote quote) ? quote.Best(Instructions.Side) : null,
            Instructions.Range),
        limit);
}
