using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>One line of a file of trade ticks as Lean keeps them.</summary>
/// <param name="At">Nanoseconds after midnight, in whole milliseconds.</param>
/// <param name="Price">In ticks of 0.0001.</param>
/// <param name="Quantity">In shares.</param>
/// <param name="IsSuspicious">Whether whoever made the file doubts it.</param>
public readonly record struct LeanTrade(Timestamp At, Price Price, Quantity Quantity, bool IsSuspicious);
