using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>What every rule of trading has in common: entries, cancels, replaces, expiry, the close.</summary>
abstract class SimpleListing(
    InstrumentId instrument, SimpleAccounts accounts, SimpleOrders liveOrders, SimpleNumbers numbers,
    EventBuffer events)
{
    protected SimpleAccounts Accounts { get; } = accounts;

    protected SimpleNumbers Numbers { get; } = numbers;

    /// <summary>Where it says what happens.</summary>
    protected EventBuffer Events { get; } = events;

    public bool IsClosed { get; private set; }

    public virtual Timestamp? NextDeadline => Orders.Min(order => order.Expiry);

    /// <summary>All live orders, in no order.</summary>
    protected IEnumerable<SimpleOrder> Orders => liveOrders.All.Where(order => order.Instrument == instrument);

    /// <summary>
    /// The orders of a side: those without a price, then by price, then by age in batches, then by lot, then by age.
    /// </summary>
    protected virtual IEnumerable<SimpleOrder> InPriority(Side side) => Orders
        .Where(order => order.Side == side)
        .OrderBy(order => order.HasPrice)
        .ThenBy(order => order.HasPrice ? -side.Sign * order.Limit.Ticks : 0)
        .ThenBy(order => order.Batch)
        .ThenBy(order => order.Lot)
        .ThenBy(order => order.Number.Value);

    /// <summary>
    /// Orders that have no place in that priority: hidden ones, pegs, and those that wait for a price.
    /// </summary>
    protected virtual IEnumerable<SimpleOrder> Others => [];

    public virtual Level[] Levels(Side side) =>
    [
        .. InPriority(side).Where(order => order.HasPrice)
            .GroupBy(order => order.Limit)
            .Select(level => new Level(level.Key, new Quantity(level.Sum(order => order.Remaining)), level.Count())),
    ];

    public void Apply(in Request request)
    {
        switch (request.Kind)
        {
            case RequestKind.Enter:
                Enter(request);
                break;
            case RequestKind.Replace:
                Replace(request);
                break;
            case RequestKind.Cancel:
                Cancel(request);
                break;
            default:
                CancelAll(request);
                break;
        }

        Publish();
    }

    public abstract void Advance(Timestamp deadline);

    /// <summary>The best prices elsewhere. Most rules have no use for them.</summary>
    public virtual void Refer(Price? bid, Price? ask) { }

    public void Close()
    {
        CancelBeforeClose();
        foreach (SimpleOrder order in ToCancel().Where(order => order.TimeInForce == TimeInForce.Day).ToArray())
            Cancel(order, order.Remaining, CancelReason.Closed);

        PublishClose();
        Events.StateChanged(TradingState.Closed);
        IsClosed = true;
    }

    /// <summary>A post-only order that may move away from a price at which it would trade does so.</summary>
    protected virtual void Slide(SimpleOrder order) { }

    /// <summary>Why the rule of trading refuses an order; none if it does not.</summary>
    protected abstract RejectReason Refusal(SimpleOrder order, OrderFlags flags);

    /// <summary>An accepted order, already among the live ones, meets the market.</summary>
    protected abstract void Arrive(SimpleOrder order);

    /// <summary>Lots that an order has no more, without having traded them, leave the book if they are there.</summary>
    protected virtual void Withdraw(SimpleOrder order) { }

    protected abstract void Publish();

    protected virtual void PublishClose() => Publish();

    protected virtual void CancelBeforeClose() { }

    protected void Expire(Timestamp deadline)
    {
        foreach (
            SimpleOrder order in Orders.Where(order => order.Expiry <= deadline).OrderBy(order => order.Expiry).ThenBy(
                order => order.Number.Value).ToArray())
            Cancel(order, order.Remaining, CancelReason.Expired);
    }

    protected void Cancel(SimpleOrder order, long lots, CancelReason reason)
    {
        SayCanceled(order, lots, reason);
        Withdraw(order);
    }

    protected void SayCanceled(SimpleOrder order, long lots, CancelReason reason)
    {
        order.Remaining -= lots;
        Events.Canceled(
            order.Side, order.Participant, order.Number, order.Name, order.Limit, new(lots), new(order.Remaining),
            reason);
        if (order.Remaining == 0)
            liveOrders.Remove(order);
    }

    protected void Execute(SimpleOrder order, long lots, Price price, Liquidity liquidity, MatchNumber match)
    {
        order.Remaining -= lots;
        order.Executed += lots;
        Events.Executed(
            order.Side, order.Participant, order.Number, order.Name, price, new(lots), new(order.Remaining), liquidity,
            match);
        if (order.Remaining == 0)
            liveOrders.Remove(order);
    }

    void Enter(in Request request)
    {
        SimpleOrder order = new(request, request.Side, request.Quantity.Lots, executed: 0);
        Slide(order);
        if (Reject(request, Refusal(order, request.Flags)) || Reject(request, Accounts.Refusal(order)))
            return;

        order.Number = Numbers.NextOrder();
        Events.Accepted(request, order.Number, order.Limit);
        liveOrders.Add(order);
        Arrive(order);
    }

    void Replace(in Request request)
    {
        SimpleOrder old = liveOrders.Find(request.Participant, request.Replaces)!;
        long counted = (request.Flags & OrderFlags.LeavesQuantity) != 0 ? 0 : old.Executed;
        long left = request.Quantity.Lots - counted;
        if (left <= 0)
        {
            Cancel(old, old.Remaining, CancelReason.Replaced);
            return;
        }

        SimpleOrder order = new(request, old.Side, left, counted);
        Slide(order);
        if (Reject(request, Refusal(order, request.Flags)))
            return;

        // What the old order had reserved is free for the new one.
        liveOrders.Remove(old);
        if (Reject(request, Accounts.Refusal(order)))
        {
            liveOrders.Add(old);
            return;
        }

        order.Number = Numbers.NextOrder();
        Events.Replaced(request, old.Side, new(left), order.Number, order.Limit);
        old.Remaining = 0;
        Withdraw(old);
        liveOrders.Add(order);
        Arrive(order);
    }

    void Cancel(in Request request)
    {
        SimpleOrder order = liveOrders.Find(request.Participant, request.Order)!;
        if (request.Quantity.Lots >= order.Remaining)
            Reject(request, RejectReason.NothingToCancel);
        else
            Cancel(order, order.Remaining - request.Quantity.Lots, CancelReason.Requested);
    }

    void CancelAll(Request request)
    {
        SimpleOrder[] own =
        [
            .. ToCancel().Where(order => order.Participant == request.Participant
                && (request.Kind != RequestKind.CancelSide || order.Side == request.Side)),
        ];
        if (own.Length == 0)
            Reject(request, RejectReason.NothingToCancel);
        foreach (SimpleOrder order in own)
        {
            Cancel(
                order, order.Remaining,
                request.Kind == RequestKind.Disconnect ? CancelReason.Disconnected : CancelReason.Requested);
        }
    }

    /// <summary>All orders, in the order in which they are canceled if they are canceled together.</summary>
    IEnumerable<SimpleOrder> ToCancel() =>
        InPriority(Side.Buy).Concat(InPriority(Side.Sell)).Concat(Others.OrderBy(order => order.Number.Value));

    bool Reject(in Request request, RejectReason reason)
    {
        if (reason != RejectReason.None)
            Events.Rejected(request, reason);

        return reason != RejectReason.None;
    }
}
