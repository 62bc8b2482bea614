using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>Price-time priority, at the price of the resting order.</summary>
sealed class SimpleContinuousAuction(
    InstrumentId instrument, SimpleAccounts accounts, List<SimpleOrder> liveOrders, SimpleNumbers numbers)
    : SimpleListing(instrument, accounts, liveOrders, numbers)
{
    readonly SortedSet<(Side Side, long Ticks)> _touched = [];
    SimpleOrder? _incoming;

    public override void Advance(Timestamp deadline)
    {
        Expire(deadline);
        Publish();
    }

    protected override RejectReason Refusal(SimpleOrder order, OrderFlags flags) =>
        flags == OrderFlags.PostOnly && Best(order.Side.Opposite) is { } best && order.Accepts(best.Limit)
            ? RejectReason.WouldTrade
            : RejectReason.None;

    protected override void Arrive(SimpleOrder order)
    {
        _incoming = order;
        long within = InPriority(order.Side.Opposite).Where(resting => order.Accepts(resting.Limit)).Sum(resting => resting.Remaining);
        if (order.TimeInForce != TimeInForce.FillOrKill || within >= order.Remaining)
            Trade(order);

        if (order.Remaining > 0 && !order.Rests)
            Cancel(order, order.Remaining, CancelReason.Immediate);

        _incoming = null;
        if (order.Remaining > 0)
            Touch(order);
    }

    /// <summary>An order that has not come to rest is on no level.</summary>
    protected override void Touch(SimpleOrder order)
    {
        if (order != _incoming && order.HasPrice)
            _touched.Add((order.Side, order.Limit.Ticks));
    }

    protected override void Publish()
    {
        foreach ((Side side, long ticks) in _touched)
        {
            Level gone = new(new Price(ticks), Quantity.Zero, 0);
            Events.Add(MarketEvent.LevelChanged(side, Levels(side).FirstOrDefault(level => level.Price == gone.Price, gone)));
        }

        _touched.Clear();
    }

    void Trade(SimpleOrder incoming)
    {
        while (incoming.Remaining > 0 && Best(incoming.Side.Opposite) is { } resting && incoming.Accepts(resting.Limit))
        {
            Price price = resting.Limit;
            long lots = Math.Min(incoming.Remaining, resting.Remaining);
            (SimpleOrder buy, SimpleOrder sell) = incoming.Side == Side.Buy ? (incoming, resting) : (resting, incoming);
            if (Cut(buy, price, lots) || Cut(sell, price, lots))
                continue;

            Accounts.Settle(buy, sell, price, lots);
            MatchNumber match = Numbers.NextMatch();
            Execute(resting, lots, price, Liquidity.Added, match);
            Execute(incoming, lots, price, Liquidity.Removed, match);
            Events.Add(MarketEvent.Trade(incoming.Side, Liquidity.Removed, price, new(lots), match));
        }
    }

    bool Cut(SimpleOrder order, Price price, long lots)
    {
        long covered = Accounts.Covered(order, price);
        if (covered >= lots)
            return false;

        Cancel(order, order.Remaining - covered, CancelReason.InsufficientFunds);
        return true;
    }

    SimpleOrder? Best(Side side) => InPriority(side).FirstOrDefault();
}
