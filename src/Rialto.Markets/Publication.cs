using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>What one step made public about a listing.</summary>
/// <param name="Kinds">Which signals it gives.</param>
/// <param name="Quote">The top of the displayed book after it, and when it was.</param>
/// <param name="IsQuoted">
/// Whether there was a quote, a trade or a batch so far: before, there is nothing that a quote could show.
/// </param>
/// <param name="Volume">Lots traded in the listing so far.</param>
/// <param name="FirstTrade">The place of its first trade in the listing's history of trades.</param>
/// <param name="Trades">How many trades it made.</param>
/// <param name="Notice">The place of what it says of an auction or a trading state, if it says anything of it.</param>
readonly record struct Publication(
    Signals Kinds, Quote Quote, bool IsQuoted, long Volume, long FirstTrade, int Trades, long Notice)
{
    public Timestamp At => Quote.At;
}

/// <summary>What a publication says of an auction or a trading state: seldom anything, so it stands apart.</summary>
readonly record struct Notice(BatchResult Batch, Indication Indication, TradingState State);
