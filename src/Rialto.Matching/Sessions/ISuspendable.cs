using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>An institution that can be stopped, and goes on later.</summary>
/// <remarks>
/// As long as <see cref="Book.IsSuspended"/> holds, requests are collected and nothing trades, nor does time pass for
/// its deadlines.
/// </remarks>
interface ISuspendable : IInstitution
{
    /// <summary>Goes on; the book is not suspended any more.</summary>
    /// <param name="auctionPrice">At which the orders collected have traded; null if none have.</param>
    /// <param name="now">When.</param>
    /// <param name="events">Where to say what follows.</param>
    void Resume(Price? auctionPrice, Timestamp now, EventBuffer events);
}
