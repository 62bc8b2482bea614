using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>A part of a trading day.</summary>
/// <param name="Start">When it begins, from the run's origin.</param>
/// <param name="State">What the listing does then.</param>
public readonly record struct TradingPhase(Timestamp Start, TradingState State);
