namespace Rialto.Matching;

/// <summary>What the public sees while orders are collected for an auction.</summary>
public enum BookDisplay : byte
{
    /// <summary>Nothing. What is left in the book after the auction is shown then.</summary>
    Closed,

    /// <summary>
    /// Where the auction would clear: price, lots that would trade, and which side has more. The book is shown after
    /// the auction.
    /// </summary>
    Indicative,

    /// <summary>The book, as it changes; it may be crossed. Market orders are not shown.</summary>
    Open,
}
