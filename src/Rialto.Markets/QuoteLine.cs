using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>A line that brings a listing the best displayed quotes of the same instrument at another venue.</summary>
/// <remarks>
/// It reads the other venue's history as of now less its delay, and has one entry in the queue at most: for the next
/// publication that is under way.
/// </remarks>
/// <param name="source">What it brings quotes of.</param>
/// <param name="delay">How long they are on their way.</param>
/// <param name="destination">The listing whose pegged orders follow them.</param>
/// <param name="queue">The market's.</param>
/// <param name="place">Its place among the market's lines.</param>
sealed class QuoteLine(Feed source, Duration delay, Listing destination, EventQueue queue, int place)
{
    bool _isExpecting;

    public Listing Destination => destination;

    /// <summary>The other venue has published something.</summary>
    public void OnPublished(long publication)
    {
        if (!_isExpecting)
            Expect(publication);
    }

    /// <summary>The publication expected has arrived: the next one is expected, if there is one already.</summary>
    public void Arrive(Timestamp now)
    {
        _isExpecting = false;
        long next = source.FirstUnseen(delay, now);
        if (next < source.Publications.End)
            Expect(next);
    }

    /// <summary>The other venue's best displayed prices as they are known at this end.</summary>
    /// <remarks>A venue that shows bids at or above asks collects orders for an auction: nothing to follow.</remarks>
    public (Price? Bid, Price? Ask) Seen(Timestamp now)
    {
        long next = source.FirstUnseen(delay, now);
        Quote quote = next > source.Publications.First ? source.Publications[next - 1].Quote : default;
        return quote.Bid >= quote.Ask ? (null, null) : (quote.Bid, quote.Ask);
    }

    void Expect(long publication)
    {
        _isExpecting = true;
        queue.Add(new QueueEntry((source.Publications[publication].At + delay).Nanoseconds, DueKind.Reference, place));
    }
}
