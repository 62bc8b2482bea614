using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// A call market: collects orders and lets them trade at one price, at regular instants or when it is called.
/// </summary>
/// <remarks>
/// Priority: price, then age. Market orders and orders that do not rest live for one call; of the others what did not
/// trade stays for the next. See <see cref="AuctionPrice"/> for the price.
/// </remarks>
sealed class CallAuction : ISuspendable
{
    readonly Book _book;
    readonly CallRules _rules;
    readonly Uncrossing _uncrossing;
    readonly Indicator _indicator;
    readonly List<(int Slot, OrderNumber Number)> _untilCall = [];
    Timestamp? _nextCall;
    Price? _lastPrice;

    public CallAuction(Book book, CallRules rules)
    {
        (_book, _rules) = (book, rules);
        _uncrossing = new Uncrossing(book, rules.Rationing);
        _indicator = new Indicator(book);
        if (rules.Interval is { } interval)
            _nextCall = Timestamp.Zero + (rules.Phase > Duration.Zero ? rules.Phase : interval);

        book.KeepPublished();
        book.Publication.ShowsOrders = rules.ShowsOrders;
        book.Suspend(rules.Display == BookDisplay.Open);
    }

    public Timestamp? NextDeadline => Earlier(_book.NextExpiry, _nextCall);

    public void Enter(in Request request, Timestamp now, EventBuffer events)
    {
        int order = OrderChanges.Enter(_book, request, request.Limit, Refusal(request), events);
        if (order != 0)
        {
            _book.Know(order);
            Collect(order, request.Expiry, events);
        }

        Show(events);
    }

    public void Replace(in Request request, int replaced, Timestamp now, EventBuffer events)
    {
        if (OrderChanges.TryReplace(_book, request, replaced, request.Limit, Refusal(request), events))
            Collect(replaced, request.Expiry, events);

        Show(events);
    }

    public void Cancel(in Request request, int named, Timestamp now, EventBuffer events)
    {
        OrderChanges.Cancel(_book, request, named, events);
        Show(events);
    }

    public void Advance(Timestamp deadline, EventBuffer events)
    {
        _book.Expire(deadline, events);
        if (_nextCall is { } call && call <= deadline)
        {
            _nextCall = call + _rules.Interval!.Value;
            Clear(events);
        }

        Show(events);
    }

    public void Stop(ParticipantId participant, EventBuffer events)
    {
        _book.MassCancel.Where(participant, null, null, CancelReason.RiskLimit, events);
        Show(events);
    }

    /// <summary>Holds an auction now, besides those at regular instants.</summary>
    public void Call(EventBuffer events)
    {
        Clear(events);
        Show(events);
    }

    /// <summary>Auctions that would have taken place in the meantime are left out.</summary>
    public void Resume(Price? auctionPrice, Timestamp now, EventBuffer events)
    {
        if (_nextCall is { } call && _rules.Interval is { } interval && call <= now)
            _nextCall = call + (interval * (((now - call).Nanoseconds / interval.Nanoseconds) + 1));

        _book.Suspend(_rules.Display == BookDisplay.Open);
        Show(events);
    }

    public void Close(EventBuffer events)
    {
        CancelUntilCall(CancelReason.Closed, events);
        _book.MassCancel.Where(null, null, TimeInForce.Day, CancelReason.Closed, events);
        _book.Hide(events); // Nothing more will match, so what remains may be crossed.
    }

    /// <summary>Tells the public what it may see of the book now.</summary>
    public void Show(EventBuffer events)
    {
        _book.Publish(events);
        if (_rules.Display == BookDisplay.Indicative)
            _indicator.Show(_lastPrice, events);
    }

    static RejectReason Refusal(in Request request) =>
        request.TimeInForce == TimeInForce.FillOrKill
            ? RejectReason.OrderTypeNotSupported
            : OrderChanges.RefusalInAuction(request);

    internal static Timestamp? Earlier(Timestamp? left, Timestamp? right) =>
        left is { } one && right is { } other ? Timestamp.Earliest(one, other) : left ?? right;

    void Collect(int slot, Timestamp expiry, EventBuffer events)
    {
        _book.Rest(slot, expiry, events);
        ref RestingOrder order = ref _book.Order(slot);
        if (!order.Rests)
            _untilCall.Add((slot, order.Number));
    }

    void Clear(EventBuffer events)
    {
        AuctionPoint? cleared = _uncrossing.Run(_lastPrice, events);
        _lastPrice = cleared?.Price ?? _lastPrice;
        CancelUntilCall(CancelReason.Immediate, events);
        events.AuctionEnded(cleared?.Price ?? default, cleared?.Paired ?? Quantity.Zero);

        _book.Resume();
        _book.Publish(events);
        _book.Suspend(_rules.Display == BookDisplay.Open);
    }

    void CancelUntilCall(CancelReason reason, EventBuffer events)
    {
        foreach ((int slot, OrderNumber number) in _untilCall)
        {
            if (_book.Order(slot).Number == number)
                _book.Cancel(slot, reason, events);
        }

        _untilCall.Clear();
    }
}
