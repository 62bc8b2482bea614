using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>What every rule of trading has in common: orders in priority, cancels, replaces, expiry, the close.</summary>
/// <remarks>Everything is a list that is sorted whenever somebody asks. Slow, and hard to get wrong.</remarks>
abstract class SimpleListing(InstrumentId instrument, SimpleAccounts accounts, List<SimpleOrder> liveOrders, SimpleNumbers numbers)
{
    protected SimpleAccounts Accounts { get; } = accounts;

    protected SimpleNumbers Numbers { get; } = numbers;

    /// <summary>What happened in this step.</summary>
    public List<MarketEvent> Events { get; } = [];

    public bool IsClosed { get; private set; }

    public virtual Timestamp? NextDeadline => Orders.Min(order => order.Expiry);

    /// <summary>All live orders, in the order in which they were accepted.</summary>
    protected IEnumerable<SimpleOrder> Orders => liveOrders.Where(order => order.Instrument == instrument);

    /// <summary>The orders of a side: those without a price, then by price, then by age in batches, then by lot, then by age.</summary>
    protected IEnumerable<SimpleOrder> InPriority(Side side) => Orders
        .Where(order => order.Side == side)
        .OrderBy(order => order.HasPrice)
        .ThenBy(order => order.HasPrice ? -side.Sign * order.Limit.Ticks : 0)
        .ThenBy(order => order.Batch)
        .ThenBy(order => order.Lot)
        .ThenBy(order => order.Number.Value);

    public Level[] Levels(Side side) =>
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

    public void Close()
    {
        CancelBeforeClose();
        foreach (SimpleOrder order in InPriority(Side.Buy).Concat(InPriority(Side.Sell)).Where(order => order.TimeInForce == TimeInForce.Day).ToArray())
            Cancel(order, order.Remaining, CancelReason.Closed);

        PublishClose();
        Events.Add(MarketEvent.StateChanged(TradingState.Closed));
        IsClosed = true;
    }

    /// <summary>Why the rule of trading refuses an order; none if it does not.</summary>
    protected abstract RejectReason Refusal(SimpleOrder order, OrderFlags flags);

    /// <summary>An accepted order, already among the live ones, meets the market.</summary>
    protected abstract void Arrive(SimpleOrder order);

    /// <summary>A level changed, or may have.</summary>
    protected abstract void Touch(SimpleOrder order);

    protected abstract void Publish();

    protected virtual void PublishClose() => Publish();

    protected virtual void CancelBeforeClose() { }

    protected void Expire(Timestamp deadline)
    {
        foreach (SimpleOrder order in Orders.Where(order => order.Expiry <= deadline).OrderBy(order => order.Expiry).ThenBy(order => order.Number.Value).ToArray())
            Cancel(order, order.Remaining, CancelReason.Expired);
    }

    protected void Cancel(SimpleOrder order, long lots, CancelReason reason)
    {
        order.Remaining -= lots;
        Events.Add(MarketEvent.Canceled(
            order.Side, order.Participant, order.Number, order.Name, order.Limit, new(lots), new(order.Remaining), reason));
        if (order.Remaining == 0)
            liveOrders.Remove(order);

        Touch(order);
    }

    protected void Execute(SimpleOrder order, long lots, Price price, Liquidity liquidity, MatchNumber match)
    {
        order.Remaining -= lots;
        order.Executed += lots;
        Events.Add(MarketEvent.Executed(
            order.Side, order.Participant, order.Number, order.Name, price, new(lots), new(order.Remaining), liquidity, match));
        if (order.Remaining == 0)
            liveOrders.Remove(order);

        Touch(order);
    }

    void Enter(in Request request)
    {
        SimpleOrder order = new(request, request.Side, request.Quantity.Lots, executed: 0);
        if (Reject(request, Refusal(order, request.Flags)) || Reject(request, Accounts.Refusal(order)))
            return;

        order.Number = Numbers.NextOrder();
        Events.Add(MarketEvent.Accepted(request, order.Number));
        liveOrders.Add(order);
        Arrive(order);
    }

    void Replace(in Request request)
    {
        SimpleOrder old = Find(request.Participant, request.Replaces);
        long left = request.Quantity.Lots - old.Executed;
        if (left <= 0)
        {
            Cancel(old, old.Remaining, CancelReason.Replaced);
            return;
        }

        SimpleOrder order = new(request, old.Side, left, old.Executed);
        if (Reject(request, Refusal(order, request.Flags)))
            return;

        int place = liveOrders.IndexOf(old);
        liveOrders.RemoveAt(place);
        if (Reject(request, Accounts.Refusal(order)))
        {
            liveOrders.Insert(place, old);
            return;
        }

        Touch(old);
        order.Number = Numbers.NextOrder();
        Events.Add(MarketEvent.Replaced(request, new(left), old.Side, order.Number, request.Limit));
        liveOrders.Add(order);
        Arrive(order);
    }

    void Cancel(in Request request)
    {
        SimpleOrder order = Find(request.Participant, request.Order);
        if (request.Quantity.Lots >= order.Remaining)
            Reject(request, RejectReason.NothingToCancel);
        else
            Cancel(order, order.Remaining - request.Quantity.Lots, CancelReason.Requested);
    }

    void CancelAll(in Request request)
    {
        ParticipantId participant = request.Participant;
        SimpleOrder[] own = [.. InPriority(Side.Buy).Concat(InPriority(Side.Sell)).Where(order => order.Participant == participant)];
        if (own.Length == 0)
            Reject(request, RejectReason.NothingToCancel);
        foreach (SimpleOrder order in own)
            Cancel(order, order.Remaining, CancelReason.Requested);
    }

    SimpleOrder Find(ParticipantId participant, ClientOrderId name) =>
        Orders.Single(order => order.Participant == participant && order.Name == name);

    bool Reject(in Request request, RejectReason reason)
    {
        if (reason != RejectReason.None)
            Events.Add(MarketEvent.Rejected(request, reason));

        return reason != RejectReason.None;
    }
}
