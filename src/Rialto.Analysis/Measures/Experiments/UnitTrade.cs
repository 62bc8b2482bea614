using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>One lot that changed hands in a market with induced values.</summary>
/// <param name="Value">What the lot is worth to its buyer. Unit: ticks.</param>
/// <param name="Cost">
/// What the lot costs its seller. Unit: ticks; above the value, trading it destroyed surplus.
/// </param>
public readonly record struct UnitTrade(Price Value, Price Cost);
