using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Lets an incoming order trade with the resting ones, in priority, at the prices of the rule: settled, charged and
/// said, one match after another.
/// </summary>
sealed class Matcher(Book book, PriceRule priceRule)
{
    /// <summary>What pegged orders follow now.</summary>
    public PegReference Reference { get; set; }

    /// <summary>How many matches there were.</summary>
    public long Matches { get; private set; }

    /// <summary>Lets an order trade with all that it reaches, as long as something is left of it.</summary>
    /// <param name="incoming">The order, which does not rest.</param>
    /// <param name="limit">The worst price at which it trades.</param>
    /// <param name="events">Where to say what happens.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Match(ref RestingOrder incoming, Price limit, EventBuffer events)
    {
        Side side = incoming.Side;
        BookSide displayed = book[side.Opposite];
        while (incoming.Lots > 0)
        {
            int slot = displayed.FirstPriced;
            Price price = displayed.BestOrWorst;
            if (book.HasDark)
                LookInTheDark(side.Opposite, incoming.Lots, ref slot, ref price);
            if (slot == 0 || !side.Crosses(limit, price))
                break;

            ref RestingOrder resting = ref book.Order(slot);
            book.PrefetchEnd(resting);
            if (incoming.SelfMatchPrevention != 0 && incoming.Participant == resting.Participant)
            {
                PreventSelfMatch(ref incoming, slot, events);
                continue;
            }

            int executed = Math.Min(incoming.Lots, resting.Lots);
            bool isByLimit = priceRule != PriceRule.Resting && incoming.Type != OrderType.Market;
            Price at = isByLimit && priceRule == PriceRule.Midpoint ? Halfway(limit, price, side) : price;
            Price paid = isByLimit && priceRule == PriceRule.Overlap ? limit : at;
            if (book.Prices is { } prices && !prices.Allows(at))
            {
                prices.Interrupt();
                break;
            }

            if (!book.Clearing.Covers(incoming) && Cut(ref incoming, slot, at, paid, executed, events))
                continue;

            Execute(ref incoming, slot, ref resting, at, paid, executed, events);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Execute(
        ref RestingOrder incoming, int slot, ref RestingOrder resting, Price at, Price paid, int executed,
        EventBuffer events)
    {
        Quantity lots = new(executed);
        book.Clearing.Settle(incoming, resting, at, lots);
        MatchNumber match = book.NextMatch();
        Matches++;
        incoming.ExecutedLots += executed;
        incoming.Lots -= executed;
        book.SayExecuted(slot, ref resting, executed, at, Liquidity.Added, match, events);
        Book.SayExecuted(incoming, incoming.Lots, executed, at, Liquidity.Removed, match, events);
        book.Clearing.Charge(incoming, lots, paid, Liquidity.Removed, events);
        if (paid != at)
            book.Clearing.ChargeDifference(incoming, lots, at, paid, events);

        events.Trade(incoming.Side, Liquidity.Removed, at, lots, match);
        book.Take(slot, ref resting, executed, match, events);
        book.NoteTrade(at);
    }

    /// <summary>
    /// Finds the resting order that trades next with an incoming one of so many lots, if it is not a displayed one.
    /// </summary>
    void LookInTheDark(Side side, int incoming, ref int slot, ref Price price)
    {
        if (book.Dark(side) is { Count: > 0 } dark
            && dark.TryBest(Reference, incoming, default, out int hidden, out Price at)
            && (slot == 0 || side.IsBetter(at, price)))
            (slot, price) = (hidden, at);
    }

    /// <summary>Halfway between an incoming and a resting price; a half tick goes to the resting order.</summary>
    static Price Halfway(Price incoming, Price resting, Side incomingSide)
    {
        Midpoint midpoint = Midpoint.Between(incoming, resting);
        return incomingSide == Side.Sell ? midpoint.Down : midpoint.Up;
    }

    /// <summary>Two orders of one participant meet: one of them gives way, as the incoming one says.</summary>
    void PreventSelfMatch(ref RestingOrder incoming, int slot, EventBuffer events)
    {
        OrderFlags mode = incoming.SelfMatchPrevention;
        if ((mode & OrderFlags.Decrement) != 0)
        {
            ref RestingOrder resting = ref book.Order(slot);
            int lots = Math.Min(incoming.Lots, resting.Lots);
            book.Clearing.Release(resting, new Quantity(lots));
            Book.SayCanceled(resting, book.LotsOf(slot), lots, CancelReason.SelfMatch, events);
            book.Reduce(slot, lots, default, events);
            Withdraw(ref incoming, lots, CancelReason.SelfMatch, events);
            book.Renew(slot, events);
            return;
        }

        if ((mode & OrderFlags.CancelResting) != 0)
            book.Cancel(slot, CancelReason.SelfMatch, events);
        if ((mode & OrderFlags.CancelIncoming) != 0)
            Withdraw(ref incoming, incoming.Lots, CancelReason.SelfMatch, events);
    }

    /// <summary>Cuts an order whose account cannot settle the match: the buyer's first, then the seller's.</summary>
    /// <returns>Whether one was cut, so that the match must be looked at again.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    bool Cut(ref RestingOrder incoming, int slot, Price price, Price paid, int executed, EventBuffer events)
    {
        bool isCut = incoming.Side == Side.Buy
            ? CutIncoming(ref incoming, paid, executed, events) || book.CutResting(slot, price, executed, events)
            : book.CutResting(slot, price, executed, events) || CutIncoming(ref incoming, paid, executed, events);
        return isCut || (paid != price && CutIncoming(ref incoming, price, executed, events));
    }

    bool CutIncoming(ref RestingOrder incoming, Price price, int executed, EventBuffer events)
    {
        long affordable = book.Clearing.Affordable(incoming, price).Lots;
        if (affordable >= executed)
            return false;

        Withdraw(ref incoming, incoming.Lots - (int)affordable, CancelReason.InsufficientFunds, events);
        return true;
    }

    void Withdraw(ref RestingOrder incoming, int canceled, CancelReason reason, EventBuffer events)
    {
        book.Clearing.Release(incoming, new Quantity(canceled));
        Book.SayCanceled(incoming, incoming.Lots, canceled, reason, events);
        incoming.Lots -= canceled;
    }

    /// <summary>An order that does not rest ends; what has not traded is canceled.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void EndAtOnce(int slot, ref RestingOrder incoming, bool isKnown, EventBuffer events)
    {
        if (incoming.Lots > 0)
            Withdraw(ref incoming, incoming.Lots, CancelReason.Immediate, events);

        End(slot, isKnown);
    }

    void End(int slot, bool isKnown)
    {
        if (isKnown)
            book.Forget(slot);
        else
            book.Discard(slot);
    }
}
