using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>ZI-U: shouts any price, each equally likely, whether or not it would lose by it.</summary>
/// <remarks>Source: D. K. Gode, S. Sunder, J. Political Economy 101(1), 1993, pp. 119–137.</remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
[Population("zero-intelligence-unconstrained")]
public sealed class ZeroIntelligenceUnconstrained(Instructions settings, AgentNumber number)
    : InducedTrader(settings, number)
{
    protected override Price? Think(IMarketAccess market, Price limit) => Instructions.Range.Draw(Random);
}
