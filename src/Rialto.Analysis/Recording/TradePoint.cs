using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>One trade as a plot needs it.</summary>
/// <param name="Price">In ticks.</param>
/// <param name="Lots">What was traded.</param>
/// <param name="IsAuction">Whether both orders met in an auction.</param>
readonly record struct TradePoint(Timestamp At, long Price, long Lots, bool IsAuction);
