using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>A time in which a listing collected orders for an auction, was halted, or was closed.</summary>
readonly record struct TradingPause(Timestamp From, Timestamp To, TradingState State);
