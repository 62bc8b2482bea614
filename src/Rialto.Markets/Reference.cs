using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>What the pegged orders of one listing follow: the best quotes that have come from other venues.</summary>
sealed class Reference(IReadOnlyList<QuoteLine> lines)
{
    (Price? Bid, Price? Ask) _told;

    /// <summary>Notes what the listing has been told.</summary>
    public void OnTold((Price? Bid, Price? Ask) quotes) => _told = quotes;

    /// <summary>The best quotes that have arrived, if they are others than those that it was told last.</summary>
    public bool TryMove(Timestamp now, out Price? bid, out Price? ask)
    {
        (bid, ask) = (null, null);
        foreach (QuoteLine line in lines)
        {
            (Price? otherBid, Price? otherAsk) = line.Seen(now);
            bid = bid is { } b && otherBid is { } ob ? Price.Max(b, ob) : bid ?? otherBid;
            ask = ask is { } a && otherAsk is { } oa ? Price.Min(a, oa) : ask ?? otherAsk;
        }

        return (bid, ask) != _told;
    }
}
