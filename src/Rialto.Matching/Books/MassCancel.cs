using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Cancels many orders of a book at once.</summary>
sealed class MassCancel(Book book)
{
    readonly List<int> _unseen = [];

    /// <summary>
    /// Cancels what a participant has: displayed bids, then asks, the best first; then the others by number.
    /// </summary>
    /// <param name="participant">Null for everybody.</param>
    /// <param name="only">Null for both sides.</param>
    /// <param name="timeInForce">Null for any.</param>
    /// <param name="reason">Why.</param>
    /// <param name="events">Where to say so.</param>
    /// <returns>Whether there was anything.</returns>
    public bool Where(
        ParticipantId? participant, Side? only, TimeInForce? timeInForce, CancelReason reason, EventBuffer events)
    {
        bool any = false;
        foreach (BookSide side in (ReadOnlySpan<BookSide>)[book.Bids, book.Asks])
        {
            int next;
            for (int slot = side.First; slot != 0; slot = next)
            {
                next = side.After(slot);
                any |= CancelIf(slot, participant, only, timeInForce, reason, events);
            }
        }

        _unseen.Clear();
        book.CopyUnseenTo(_unseen);
        foreach (int slot in _unseen)
            any |= CancelIf(slot, participant, only, timeInForce, reason, events);

        return any;
    }

    /// <summary>Cancels the orders without a price, which wait for an auction only.</summary>
    public void Unpriced(CancelReason reason, EventBuffer events)
    {
        foreach (BookSide side in (ReadOnlySpan<BookSide>)[book.Bids, book.Asks])
        {
            while (side.UnpricedLots > Quantity.Zero)
                book.Cancel(side.First, reason, events);
        }
    }

    bool CancelIf(
        int slot, ParticipantId? participant, Side? side, TimeInForce? timeInForce, CancelReason reason,
        EventBuffer events)
    {
        ref RestingOrder order = ref book.Order(slot);
        bool isMeant = (participant is null || order.Participant == participant) && (side is null || order.Side == side)
            && (timeInForce is null || order.TimeInForce == timeInForce);
        if (isMeant)
            book.Cancel(slot, reason, events);

        return isMeant;
    }
}
