using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>Everything trades at once, at one price, at regular instants.</summary>
sealed class SimpleBatchAuction(
    InstrumentId instrument, SimpleAccounts accounts, SimpleOrders liveOrders, SimpleNumbers numbers,
    EventBuffer events, BatchRules rules, RandomStream lots)
    : SimpleListing(instrument, accounts, liveOrders, numbers, events)
{
    readonly Dictionary<(Side Side, Price Price), Level> _published = [];
    long _batch = 1;

    public override Timestamp? NextDeadline =>
        base.NextDeadline is { } expiry && expiry < NextBatch ? expiry : NextBatch;

    Timestamp NextBatch =>
        new(rules.Phase.Nanoseconds + ((_batch - (rules.Phase > Duration.Zero ? 1 : 0)) * rules.Interval.Nanoseconds));

    public override void Advance(Timestamp deadline)
    {
        Expire(deadline);
        if (deadline < NextBatch)
            return;

        _batch++;
        while (CutUncovered(Side.Buy) || CutUncovered(Side.Sell) || KillOneThatDoesNotFill())
            continue;

        Price? price = Price();
        long cleared = price is { } at ? Trade(at) : 0;
        if (price is { } indicated && cleared == 0)
            Events.Indication(indicated, Quantity.Zero, Willing(Side.Buy, indicated) - Willing(Side.Sell, indicated));

        CancelWhatDoesNotRest(CancelReason.Immediate);
        Events.AuctionEnded(cleared > 0 ? price!.Value : default, new(cleared));
        Tell(Now());
    }

    protected override RejectReason Refusal(SimpleOrder order, OrderFlags flags) =>
        order.Has(OrderFlags.PostOnly) ? RejectReason.PostOnlyNotSupported
        : order.Type > OrderType.Market
            || (flags & ~OrderFlags.LeavesQuantity) != 0
            || order.Displayed > 0
            || order.Minimum > 1
            ? RejectReason.OrderTypeNotSupported
        : RejectReason.None;

    protected override void Arrive(SimpleOrder order) =>
        (order.Batch, order.Lot) = rules.Rationing == Rationing.RandomByAge ? (_batch, lots.NextBits()) : (0, 0);

    protected override void Publish() { }

    protected override void CancelBeforeClose() => CancelWhatDoesNotRest(CancelReason.Closed);

    protected override void PublishClose() => Tell([]);

    /// <summary>
    /// Cuts the orders of a side that would trade now, and that their accounts cannot settle all at once.
    /// </summary>
    bool CutUncovered(Side side)
    {
        if (Price() is not { } price)
            return false;

        Dictionary<ParticipantId, long> spent = [];
        List<(SimpleOrder Order, long Left)> cuts = [];
        foreach ((SimpleOrder order, long wanted) in Shares(side))
        {
            long before = spent.GetValueOrDefault(order.Participant);
            long covered = Math.Min(wanted, Accounts.Covered(order, price, before));
            if (covered < wanted)
                cuts.Add((order, covered));

            bool isReserved = Accounts.Policy == SettlementPolicy.Reserve && order.HasPrice;
            long need = side == Side.Buy ? Accounts.Cost(order.Instrument, price, covered) : covered;
            spent[order.Participant] = before + (isReserved ? 0 : need);
        }

        foreach ((SimpleOrder order, long left) in cuts)
            Cancel(order, order.Remaining - left, CancelReason.InsufficientFunds);

        return cuts.Count > 0;
    }

    /// <summary>
    /// Of the fill-or-kill orders of both sides that would not fill now, the first of each, and of these the older.
    /// </summary>
    bool KillOneThatDoesNotFill()
    {
        SimpleOrder? killed = new[] { FirstUnfilled(Side.Buy), FirstUnfilled(Side.Sell) }
            .OfType<SimpleOrder>().MinBy(order => order.Number.Value);
        if (killed is not null)
            Cancel(killed, killed.Remaining, CancelReason.Immediate);

        return killed is not null;
    }

    SimpleOrder? FirstUnfilled(Side side)
    {
        Dictionary<SimpleOrder, long> shares = Shares(side).ToDictionary(share => share.Order, share => share.Lots);
        return InPriority(side).FirstOrDefault(order =>
            order.TimeInForce == TimeInForce.FillOrKill && shares.GetValueOrDefault(order) < order.Remaining);
    }

    long Trade(Price price)
    {
        // Lot by lot: the n-th that is bought is the n-th that is sold, and lots of the same two orders are one match.
        IEnumerable<SimpleOrder> bids = Shares(Side.Buy).SelectMany(share =>
            Enumerable.Repeat(share.Order, (int)share.Lots));
        IEnumerable<SimpleOrder> asks = Shares(Side.Sell).SelectMany(share =>
            Enumerable.Repeat(share.Order, (int)share.Lots));
        (SimpleOrder Bid, SimpleOrder Ask)[] lots = [.. bids.Zip(asks)];
        foreach (
            IGrouping<(SimpleOrder Bid, SimpleOrder Ask), (SimpleOrder, SimpleOrder)> pair in lots.GroupBy(lot => lot))
        {
            (SimpleOrder bid, SimpleOrder ask) = pair.Key;
            long executed = pair.Count();
            Accounts.Settle(bid, ask, price, executed);
            MatchNumber match = Numbers.NextMatch();
            Execute(bid, executed, price, Liquidity.Auction, match);
            Execute(ask, executed, price, Liquidity.Auction, match);
            Events.Trade(default, Liquidity.Auction, price, new(executed), match);
        }

        return lots.Length;
    }

    /// <summary>
    /// How many lots each order of a side would get now: one level after another, and all that a level gets shared out
    /// in it.
    /// </summary>
    List<(SimpleOrder Order, long Lots)> Shares(Side side)
    {
        List<(SimpleOrder Order, long Lots)> shares = [];
        long left = Price() is { } price ? Math.Min(Willing(Side.Buy, price), Willing(Side.Sell, price)) : 0;
        foreach (SimpleOrder[] level in InPriority(side)
            .GroupBy(order => (order.HasPrice, order.HasPrice ? order.Limit : default))
            .Select(level => level.ToArray()))
        {
            long[] lots = rules.Rationing == Rationing.ProRata && left < level.Sum(order => order.Remaining)
                ? InProportion(level, left)
                : InTurn(level, left);
            shares.AddRange(level.Zip(lots));
            left -= lots.Sum();
        }

        return shares;
    }

    static long[] InTurn(SimpleOrder[] level, long lots) =>
        [.. level.Select((order, place) =>
            Math.Clamp(lots - level[..place].Sum(earlier => earlier.Remaining), 0, order.Remaining))];

    /// <summary>
    /// Everybody gets the whole lots of the exact share; then one more each for those whose share was cut most, the
    /// earlier first.
    /// </summary>
    static long[] InProportion(SimpleOrder[] level, long lots)
    {
        long all = level.Sum(order => order.Remaining);
        long[] whole = [.. level.Select(order => order.Remaining * lots / all)];
        int[] oneMore =
        [
            .. Enumerable.Range(0, level.Length)
                .OrderByDescending(place => (level[place].Remaining * lots) - (whole[place] * all))
                .ThenBy(place => level[place].Number.Value)
                .Take((int)(lots - whole.Sum())),
        ];
        return [.. whole.Select((share, place) => share + (oneMore.Contains(place) ? 1 : 0))];
    }

    void CancelWhatDoesNotRest(CancelReason reason)
    {
        foreach (
            SimpleOrder order in Orders.Where(order => !order.Rests).OrderBy(order => order.Number.Value).ToArray())
            Cancel(order, order.Remaining, reason);
    }

    Price? Price() => UnitOrders.ClearingPrice(InPriority(Side.Buy), InPriority(Side.Sell), rules.Price);

    long Willing(Side side, Price price) =>
        InPriority(side).Where(order => order.Accepts(price)).Sum(order => order.Remaining);

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
