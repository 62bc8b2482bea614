using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>From this instant on, a quantity has this value; no value means that it has none.</summary>
/// <remarks>The unit is the series': ticks for prices, lots for inventories.</remarks>
readonly record struct SeriesPoint(Timestamp At, long? Value);
