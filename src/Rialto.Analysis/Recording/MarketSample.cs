using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>A listing as it stood just before an instant of a regular clock.</summary>
/// <param name="At">The instant.</param>
/// <param name="HalfTicks">The last midpoint shown up to then, in half ticks; null before the first.</param>
/// <param name="Value">The fundamental value, in ticks; null if there is none.</param>
/// <param name="Imbalance">The order-flow imbalance since the sample before, in lots.</param>
/// <param name="MarkHalfTicks">
/// What a lot was worth: as the midpoint, or the last trade where a side was missing.
/// </param>
/// <param name="Lots">What was traded since the sample before.</param>
readonly record struct MarketSample(
    Timestamp At, long? HalfTicks, long? Value, long Imbalance, long? MarkHalfTicks, long Lots);
