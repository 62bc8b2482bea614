using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>Everything trades at once, at one price, at every multiple of an interval.</summary>
sealed class SimpleBatchAuction(
    InstrumentId instrument, SimpleAccounts accounts, SimpleOrders liveOrders, SimpleNumbers numbers, EventBuffer events,
    Duration interval, RandomStream lots)
    : SimpleListing(instrument, accounts, liveOrders, numbers, events)
{
    readonly Dictionary<(Side Side, Price Price), Level> _published = [];
    long _batch = 1;

    public override Timestamp? NextDeadline =>
        base.NextDeadline is { } expiry && expiry < NextBatch ? expiry : NextBatch;

    Timestamp NextBatch => new(_batch * interval.Nanoseconds);

    public override void Advance(Timestamp deadline)
    {
        Expire(deadline);
        if (deadline < NextBatch)
            return;

        _batch++;
        while (CutUncovered(Side.Buy) || CutUncovered(Side.Sell) || KillOneThatDoesNotFill())
            continue;

        Price? price = UnitOrders.ClearingPrice(InPriority(Side.Buy), InPriority(Side.Sell));
        long cleared = price is { } at ? Trade(at) : 0;
        if (price is { } indicated && cleared == 0)
            Events.Indication(indicated, Quantity.Zero, Willing(Side.Buy, indicated) - Willing(Side.Sell, indicated));

        CancelWhatDoesNotRest(CancelReason.Immediate);
        Events.AuctionEnded(cleared > 0 ? price!.Value : default, new(cleared));
        Tell(Now());
    }

    protected override RejectReason Refusal(SimpleOrder order, OrderFlags flags) =>
        order.Has(OrderFlags.PostOnly) ? RejectReason.PostOnlyNotSupported
        : order.Type > OrderType.Market || (flags & ~OrderFlags.LeavesQuantity) != 0 || order.Displayed > 0 || order.Minimum > 1
            ? RejectReason.OrderTypeNotSupported
        : RejectReason.None;

    protected override void Arrive(SimpleOrder order) => (order.Batch, order.Lot) = (_batch, lots.NextBits());

    protected override void Publish() { }

    protected override void CancelBeforeClose() => CancelWhatDoesNotRest(CancelReason.Closed);

    protected override void PublishClose() => Tell([]);

    /// <summary>Cuts the orders of a side that would trade now, and that their accounts cannot settle all at once.</summary>
    bool CutUncovered(Side side)
    {
        if (Outcome() is not { } outcome)
            return false;

        Dictionary<ParticipantId, long> spent = [];
        List<(SimpleOrder Order, long Left)> cuts = [];
        long volume = outcome.Volume;
        foreach (SimpleOrder order in InPriority(side).Where(order => order.Accepts(outcome.Price)).TakeWhile(_ => volume > 0))
        {
            long before = spent.GetValueOrDefault(order.Participant);
            long wanted = Math.Min(order.Remaining, volume);
            long covered = Math.Min(wanted, Accounts.Covered(order, outcome.Price, before));
            if (covered < wanted)
                cuts.Add((order, covered));

            bool isReserved = Accounts.Policy == Rialto.Matching.SettlementPolicy.Reserve && order.HasPrice;
            long need = side == Side.Buy ? Accounts.Cost(order.Instrument, outcome.Price, covered) : covered;
            spent[order.Participant] = before + (isReserved ? 0 : need);
            volume -= covered;
        }

        foreach ((SimpleOrder order, long left) in cuts)
            Cancel(order, order.Remaining - left, CancelReason.InsufficientFunds);

        return cuts.Count > 0;
    }

    /// <summary>Of the fill-or-kill orders of both sides that would not fill now, the first of each, and of these the older.</summary>
    bool KillOneThatDoesNotFill()
    {
        long volume = Outcome()?.Volume ?? 0;
        SimpleOrder? killed = new[] { FirstUnfilled(Side.Buy, volume), FirstUnfilled(Side.Sell, volume) }
            .OfType<SimpleOrder>().MinBy(order => order.Number.Value);
        if (killed is not null)
            Cancel(killed, killed.Remaining, CancelReason.Immediate);

        return killed is not null;
    }

    SimpleOrder? FirstUnfilled(Side side, long volume)
    {
        long sum = 0;
        foreach (SimpleOrder order in InPriority(side))
        {
            sum += order.Remaining;
            if (sum > volume && order.TimeInForce == TimeInForce.FillOrKill)
                return order;
        }

        return null;
    }

    long Trade(Price price)
    {
        long cleared = 0;
        while (First(Side.Buy) is { } bid && First(Side.Sell) is { } ask)
        {
            long executed = Math.Min(bid.Remaining, ask.Remaining);
            Accounts.Settle(bid, ask, price, executed);
            MatchNumber match = Numbers.NextMatch();
            Execute(bid, executed, price, Liquidity.Auction, match);
            Execute(ask, executed, price, Liquidity.Auction, match);
            Events.Trade(default, Liquidity.Auction, price, new(executed), match);
            cleared += executed;
        }

        return cleared;

        SimpleOrder? First(Side side) => InPriority(side).FirstOrDefault(order => order.Accepts(price));
    }

    void CancelWhatDoesNotRest(CancelReason reason)
    {
        foreach (SimpleOrder order in Orders.Where(order => !order.Rests).OrderBy(order => order.Number.Value).ToArray())
            Cancel(order, order.Remaining, reason);
    }

    (Price Price, long Volume)? Outcome() =>
        UnitOrders.ClearingPrice(InPriority(Side.Buy), InPriority(Side.Sell)) is { } price
            ? (price, Math.Min(Willing(Side.Buy, price), Willing(Side.Sell, price)))
            : null;

    long Willing(Side side, Price price) => InPriority(side).Where(order => order.Accepts(price)).Sum(order => order.Remaining);

    Dictionary<(Side Side, Price Price), Level> Now() =>
        new[] { Side.Buy, Side.Sell }.SelectMany(side => Levels(side).Select(level => (side, level)))
            .ToDictionary(pair => (pair.side, pair.level.Price), pair => pair.level);

    /// <summary>Tells the public what differs from what it was told before.</summary>
    void Tell(Dictionary<(Side Side, Price Price), Level> levels)
    {
        foreach ((Side side, Price price) in _published.Keys.Union(levels.Keys).OrderBy(key => key).ToArray())
        {
            Level level = levels.GetValueOrDefault((side, price), new Level(price, Quantity.Zero, 0));
            if (_published.TryGetValue((side, price), out Level known) && known == level)
                continue;

            Events.LevelChanged(side, level);
            _published[(side, price)] = level;
            if (level.Quantity == Quantity.Zero)
                _published.Remove((side, price));
        }
    }
}
