using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>What one step made public about a listing.</summary>
/// <param name="At">When.</param>
/// <param name="Kinds">Which signals it gives.</param>
/// <param name="Quote">The top of the displayed book after it.</param>
/// <param name="FirstTrade">The place of its first trade in the listing's history of trades.</param>
/// <param name="Trades">How many trades it made.</param>
/// <param name="Batch">What the batch did, if it was one.</param>
readonly record struct Publication(
    Timestamp At, Signals Kinds, Quote Quote, long FirstTrade, int Trades, BatchResult Batch);
