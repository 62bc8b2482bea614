using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>GVWY: shouts its limit, and so gives every gain away that others do not leave to it.</summary>
/// <remarks>
/// Source: D. Cliff, "BSE: a minimal simulation of a limit-order-book stock exchange", EMSS 2018, arXiv 1809.06027.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
[Population("giveaways")]
public sealed class Giveaway(Instructions settings, AgentNumber number) : InducedTrader(settings, number)
{
    protected override Price? Think(IMarketAccess market, Price limit) => Allowed(limit, limit);
}
