using System.Runtime.CompilerServices;

namespace Rialto.Trading;

/// <summary>What a venue did in one step, in order. One per market, drained after every step and used again.</summary>
/// <remarks>
/// Each kind of event has one method, which says what the kind carries. It writes the fields where they stay: an event
/// made elsewhere and copied here costs twice. For the most frequent kinds the question whether anybody listens is
/// asked where the method is called, so that an event that nobody wants costs no call.
/// </remarks>
public sealed class EventBuffer
{
    MarketEvent[] _events = new MarketEvent[64];
    int _count;

    /// <summary>What is written. Events of other classes are left out, and everything else is as it would be.</summary>
    public EventClasses Classes { get; set; } = EventClasses.Usual;

    public ReadOnlySpan<MarketEvent> Written => _events.AsSpan(0, _count);

    public bool IsEmpty => _count == 0;

    public void Clear() => _count = 0;

    /// <summary>Whether events of a class are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Takes(EventClasses classes) => (Classes & classes) != 0;

    /// <param name="request">The enter request.</param>
    /// <param name="number">The order's.</param>
    /// <param name="price">Its price, which a slide may have moved.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Accepted(in Request request, OrderNumber number, Price price)
    {
        if (Takes(EventClasses.Answers))
            WriteAccepted(request, number, price);
    }

    public void Rejected(in Request request, RejectReason reason)
    {
        if (Takes(EventClasses.Answers))
        {
            Write(
                EventKind.Rejected, request.Side, 0, (byte)reason, request.Participant, default, request.Order,
                request.Limit, request.Quantity, default, 0);
        }
    }

    /// <param name="request">The replace request.</param>
    /// <param name="side">That of the order replaced, which the replacement inherits.</param>
    /// <param name="left">
    /// What the replacement has to trade: the request's quantity may count what was executed before.
    /// </param>
    /// <param name="number">The replacement's.</param>
    /// <param name="price">Its price, which a slide may have moved.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replaced(in Request request, Side side, Quantity left, OrderNumber number, Price price)
    {
        if (Takes(EventClasses.Answers))
            WriteReplaced(request, side, left, number, price);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Canceled(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price, Quantity canceled,
        Quantity remaining, CancelReason reason)
    {
        if (Takes(EventClasses.Answers))
            WriteCanceled(side, participant, number, order, price, canceled, remaining, reason);
    }

    /// <param name="side">The order's.</param>
    /// <param name="participant">Its owner.</param>
    /// <param name="number">The order's.</param>
    /// <param name="order">Its owner's name for it.</param>
    /// <param name="trigger">The trigger that was met.</param>
    /// <param name="remaining">The lots that now trade.</param>
    public void Triggered(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price trigger,
        Quantity remaining)
    {
        if (Takes(EventClasses.Answers))
            Write(EventKind.Triggered, side, 0, 0, participant, number, order, trigger, remaining, remaining, 0);
    }

    /// <param name="side">The order's.</param>
    /// <param name="participant">Its owner.</param>
    /// <param name="number">Under which the public sees the part.</param>
    /// <param name="order">Its owner's name for it.</param>
    /// <param name="price">Its price.</param>
    /// <param name="shown">The lots that are shown.</param>
    /// <param name="remaining">All lots that are left, shown or not.</param>
    public void Refilled(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price, Quantity shown,
        Quantity remaining)
    {
        if (Takes(EventClasses.Answers))
            Write(EventKind.Refilled, side, 0, 0, participant, number, order, price, shown, remaining, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Executed(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price, Quantity executed,
        Quantity remaining, Liquidity liquidity, MatchNumber match)
    {
        if (Takes(EventClasses.Executions))
            WriteExecuted(side, participant, number, order, price, executed, remaining, liquidity, match);
    }

    /// <param name="side">The order's.</param>
    /// <param name="liquidity">Why it is charged this.</param>
    /// <param name="participant">Who pays.</param>
    /// <param name="number">The order's.</param>
    /// <param name="order">Its owner's name for it.</param>
    /// <param name="executed">The lots charged for.</param>
    /// <param name="fee">Negative for a rebate.</param>
    public void Charged(
        Side side, Liquidity liquidity, ParticipantId participant, OrderNumber number, ClientOrderId order,
        Quantity executed, Cash fee)
    {
        if (Takes(EventClasses.Executions))
        {
            Write(
                EventKind.Charged, side, liquidity, 0, participant, number, order, default, executed, default,
                fee.Units);
        }
    }

    /// <param name="side">That of the incoming order; meaningless when <paramref name="liquidity"/> is Auction.</param>
    /// <param name="liquidity">Removed for a continuous match, Auction for one in an auction.</param>
    /// <param name="price">Of the match.</param>
    /// <param name="quantity">Lots.</param>
    /// <param name="match">Its number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Trade(Side side, Liquidity liquidity, Price price, Quantity quantity, MatchNumber match)
    {
        if (Takes(EventClasses.Trades))
            WriteTrade(side, liquidity, price, quantity, match);
    }

    public void LevelChanged(Side side, Level level) => LevelChanged(side, level.Price, level.Quantity, level.Orders);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LevelChanged(Side side, Price price, Quantity quantity, int orders)
    {
        if (Takes(EventClasses.Levels))
            Write(EventKind.LevelChanged, side, 0, 0, default, default, default, price, quantity, default, orders);
    }

    public void OrderShown(Side side, OrderNumber number, Price price, Quantity shown)
    {
        if (Takes(EventClasses.Orders))
            Write(EventKind.OrderShown, side, 0, 0, default, number, default, price, shown, shown, 0);
    }

    /// <param name="side">The order's.</param>
    /// <param name="number">The order's.</param>
    /// <param name="price">Its price.</param>
    /// <param name="gone">The lots that are gone.</param>
    /// <param name="remaining">The lots that are still shown.</param>
    /// <param name="match">The match that took them; 0 if they were canceled.</param>
    public void OrderReduced(
        Side side, OrderNumber number, Price price, Quantity gone, Quantity remaining, MatchNumber match)
    {
        if (Takes(EventClasses.Orders))
            Write(EventKind.OrderReduced, side, 0, 0, default, number, default, price, gone, remaining, match.Value);
    }

    /// <param name="price">Where it would clear.</param>
    /// <param name="paired">The lots that would trade.</param>
    /// <param name="imbalance">Bid minus ask quantity at that price, in lots.</param>
    public void Indication(Price price, Quantity paired, long imbalance)
    {
        if (Takes(EventClasses.Auctions))
            Write(EventKind.Indication, 0, 0, 0, default, default, default, price, paired, default, imbalance);
    }

    public void AuctionEnded(Price price, Quantity cleared)
    {
        if (Takes(EventClasses.Auctions))
            Write(EventKind.AuctionEnded, 0, 0, 0, default, default, default, price, cleared, default, 0);
    }

    public void StateChanged(TradingState state)
    {
        if (Takes(EventClasses.States))
            Write(EventKind.StateChanged, 0, 0, (byte)state, default, default, default, default, default, default, 0);
    }

    void WriteAccepted(in Request request, OrderNumber number, Price price) =>
        Write(
            EventKind.Accepted, request.Side, 0, 0, request.Participant, number, request.Order, price, request.Quantity,
            request.Quantity, 0);

    void WriteReplaced(in Request request, Side side, Quantity left, OrderNumber number, Price price) =>
        Write(
            EventKind.Replaced, side, 0, 0, request.Participant, number, request.Order, price, left, left,
            request.Replaces.Value);

    void WriteCanceled(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price, Quantity canceled,
        Quantity remaining, CancelReason reason) =>
        Write(EventKind.Canceled, side, 0, (byte)reason, participant, number, order, price, canceled, remaining, 0);

    void WriteExecuted(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price, Quantity executed,
        Quantity remaining, Liquidity liquidity, MatchNumber match) =>
        Write(
            EventKind.Executed, side, liquidity, 0, participant, number, order, price, executed, remaining,
            match.Value);

    void WriteTrade(Side side, Liquidity liquidity, Price price, Quantity quantity, MatchNumber match) =>
        Write(EventKind.Trade, side, liquidity, 0, default, default, default, price, quantity, default, match.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Write(
        EventKind kind, Side side, Liquidity liquidity, byte reason, ParticipantId participant, OrderNumber number,
        ClientOrderId order, Price price, Quantity quantity, Quantity remaining, long extra)
    {
        ref MarketEvent happened = ref Next();
        happened.Kind = kind;
        happened.Side = side;
        happened.Liquidity = liquidity;
        happened.Reason = reason;
        happened.Participant = participant;
        happened.Number = number;
        happened.Order = order;
        happened.Price = price;
        happened.Quantity = quantity;
        happened.Remaining = remaining;
        happened.Extra = extra;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref MarketEvent Next()
    {
        MarketEvent[] events = _events;
        int count = _count;
        if (unchecked((uint)count >= (uint)events.Length))
            return ref NextAfterGrowth();

        _count = unchecked(count + 1);
        return ref events[count];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    ref MarketEvent NextAfterGrowth()
    {
        Array.Resize(ref _events, 2 * _events.Length);
        return ref _events[_count++];
    }
}
