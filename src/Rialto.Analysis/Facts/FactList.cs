namespace Rialto.Analysis;

/// <summary>The stylized facts that markets are judged by, in the order of the scorecard.</summary>
/// <remarks>
/// A bar is what the fact says whatever the time scale; the published values behind it hold at one to five minutes or
/// in the time of events, and are not demanded of a market whose time scale is its own. A short sample of a real market
/// may miss a bar by chance. Sources: R. Cont, "Empirical properties of asset returns: stylized facts and statistical
/// issues", Quantitative Finance 1, 2001, pp. 223–236; S. Vyetrenko et al., "Get real: realism metrics for robust limit
/// order book market simulations", ICAIF 2020; and those that the facts name.
/// </remarks>
static class FactList
{
    public static IReadOnlyList<Fact> All { get; } = [.. ReturnFacts.All, .. FlowFacts.All];
}
