using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>Trade whenever two orders cross: better price first, then displayed before hidden, then age.</summary>
sealed class SimpleContinuousAuction : SimpleListing
{
    static readonly Price Highest = new(long.MaxValue);
    static readonly Price Lowest = new(long.MinValue);

    readonly ContinuousRules _rules;
    readonly SimpleBook _book;
    readonly List<SimpleOrder> _hidden = [];
    readonly SimpleTriggers _triggers = new();
    SimpleReference _elsewhere;

    /// <summary>What pegs follow: as it was at the end of the last step, and so as this one began.</summary>
    SimpleReference _reference;
    long _trades;

    public SimpleContinuousAuction(
        InstrumentId instrument, SimpleAccounts accounts, SimpleOrders liveOrders, SimpleNumbers numbers,
        EventBuffer events, ContinuousRules rules)
        : base(instrument, accounts, liveOrders, numbers, events)
    {
        _rules = rules;
        _book = new SimpleBook(numbers, events);
    }

    protected override IEnumerable<SimpleOrder> Others => _hidden.Concat(_triggers.Waiting);

    protected override IEnumerable<SimpleOrder> InPriority(Side side) =>
        _book.Levels(side).SelectMany(level => level.Queue);

    public override Level[] Levels(Side side) => [.. _book.Levels(side).Select(level => level.Now)];

    public override void Advance(Timestamp deadline)
    {
        Expire(deadline);
        Publish();
    }

    public override void Refer(Price? bid, Price? ask)
    {
        _elsewhere = new SimpleReference(bid, ask);
        if (!IsClosed)
            Publish();
    }

    protected override void Slide(SimpleOrder order)
    {
        if (order.Has(OrderFlags.Slide) && FirstPrice(order) is { } price)
            order.Limit = price - new Ticks(order.Side.Sign);
    }

    protected override RejectReason Refusal(SimpleOrder order, OrderFlags flags)
    {
        if (order.Has(OrderFlags.Slide) && !Accounts.Takes(order.Instrument, order.Limit, order.Remaining))
            return RejectReason.InvalidPrice;

        return order.Has(OrderFlags.PostOnly) && FirstPrice(order) is not null
            ? RejectReason.WouldTrade
            : RejectReason.None;
    }

    protected override void Arrive(SimpleOrder order)
    {
        if (order.Waits)
            _triggers.Add(order);
        else
            Meet(order);

        PullTriggers();
    }

    protected override void Withdraw(SimpleOrder order)
    {
        // An iceberg loses its reserve first: no more is shown than there is.
        if (order.Place is not null && order.Shown > order.Remaining)
            _book.Take(order, order.Shown - order.Remaining, default);

        ForgetIfGone(order);
    }

    protected override void Publish()
    {
        if (Reference() != _reference)
            Wake();

        _book.Publish();
    }

    /// <summary>Who was hidden when trading ends is not woken any more.</summary>
    protected override void PublishClose() => _book.Publish();

    SimpleReference Reference() => _rules.FollowsExternalReference
        ? _elsewhere
        : new SimpleReference(_book.Best(Side.Buy)?.Price, _book.Best(Side.Sell)?.Price);

    /// <summary>
    /// Where an order rests; null if it sleeps. A peg is never where the venue would not take a limit.
    /// </summary>
    Price? RestingPrice(SimpleOrder order) => Possible(order, _reference.RestingPrice(order));

    /// <summary>The worst price that an order takes when it arrives.</summary>
    Price WorstPrice(SimpleOrder order)
    {
        if (!order.HasPrice)
            return order.Side == Side.Buy ? Highest : Lowest;

        return Possible(order, _reference.ArrivingPrice(order)) ?? (order.Side == Side.Buy ? Lowest : Highest);
    }

    Price? Possible(SimpleOrder order, Price? price) =>
        price is { } at && (!order.IsPeg || Accounts.Takes(order.Instrument, at, order.Remaining)) ? at : null;

    /// <summary>An order trades with what it finds, and what is left of it rests or is canceled.</summary>
    void Meet(SimpleOrder order)
    {
        Take(order, WorstPrice(order));
        if (order.Remaining == 0)
            return;

        if (!order.Rests)
            Cancel(order, order.Remaining, CancelReason.Immediate);
        else if (order.IsDisplayed)
            _book.Show(order);
        else
            _hidden.Add(order);
    }

    void PullTriggers()
    {
        while (_triggers.TakeMet() is { } order)
        {
            Events.Triggered(
                order.Side, order.Participant, order.Number, order.Name, order.Met!.Value, new(order.Remaining));
            Meet(order);
        }
    }

    /// <summary>
    /// The prices that pegs follow have changed: everything hidden is taken as if it arrived, until nothing trades.
    /// </summary>
    void Wake()
    {
        long before;
        do
        {
            before = _trades;
            foreach (SimpleOrder order in _hidden.OrderBy(order => order.Number.Value).ToArray())
            {
                _reference = Reference();
                if (order.Remaining > 0 && RestingPrice(order) is { } price)
                {
                    Take(order, price);
                    PullTriggers();
                }
            }
        }
        while (_trades > before);

        _reference = Reference();
    }

    void Take(SimpleOrder incoming, Price worst)
    {
        long needed = incoming.TimeInForce == TimeInForce.FillOrKill ? incoming.Remaining
            : incoming.Minimum > 1 ? Math.Min(incoming.Minimum, incoming.Remaining)
            : 0;
        if (needed > 0 && WithinReach(incoming, worst).Sum(part => part.Lots) < needed)
            return;

        while (incoming.Remaining > 0
            && FirstFor(incoming) is var (resting, price)
            && incoming.Side.Crosses(worst, price))
        {
            if (incoming.Avoids(resting))
                GiveWay(incoming, resting);
            else
                Trade(incoming, resting, worst, price);
        }
    }

    /// <summary>The order that an incoming one meets first, and its price.</summary>
    (SimpleOrder Order, Price Price)? FirstFor(SimpleOrder incoming)
    {
        Side side = incoming.Side.Opposite;
        (SimpleOrder Order, Price Price)? first =
            _book.Best(side) is { } level ? (level.Queue.First!.Value, level.Price) : null;

        // The oldest come first in this list.
        foreach (SimpleOrder hidden in _hidden)
        {
            if (hidden.Side == side && RestingPrice(hidden) is { } price && !hidden.Declines(incoming.Remaining)
                && (first is null || side.IsBetter(price, first.Value.Price)))
                first = (hidden, price);
        }

        return first;
    }

    /// <summary>The price at which an order would trade first if it arrived; null if it would not.</summary>
    Price? FirstPrice(SimpleOrder order)
    {
        foreach (SimplePart part in WithinReach(order, WorstPrice(order)))
            return part.Price;

        return null;
    }

    /// <summary>What an incoming order could trade at once, part by part.</summary>
    IEnumerable<SimplePart> WithinReach(SimpleOrder incoming, Price worst)
    {
        long wanted = incoming.Remaining;
        foreach (SimplePart part in PartsInPriority(incoming.Side.Opposite))
        {
            if (wanted == 0 || !incoming.Side.Crosses(worst, part.Price))
                break;
            if (part.Order.Declines(wanted))
                continue;
            if (incoming.Avoids(part.Order) && incoming.SelfMatchPrevention != OrderFlags.CancelResting)
                break;
            if (incoming.Avoids(part.Order))
                continue;

            long lots = Math.Min(wanted, part.Lots);
            wanted -= lots;
            yield return part with { Lots = lots };
        }
    }

    /// <summary>
    /// By price; at each price what is displayed, then the reserves of icebergs, then what is hidden.
    /// </summary>
    IEnumerable<SimplePart> PartsInPriority(Side side)
    {
        IEnumerable<SimplePart> shown = InPriority(side).Select(order =>
            new SimplePart(order, order.Limit, order.Shown));
        IEnumerable<SimplePart> reserves = InPriority(side).Where(order => order.Remaining > order.Shown)
            .Select(order => new SimplePart(order, order.Limit, order.Remaining - order.Shown));
        IEnumerable<SimplePart> hidden = _hidden.Where(order => order.Side == side && RestingPrice(order) is not null)
            .Select(order => new SimplePart(order, RestingPrice(order)!.Value, order.Remaining));

        // The sort is stable: parts of one price stay in this order.
        return shown.Concat(reserves).Concat(hidden).OrderBy(part => -side.Sign * part.Price.Ticks);
    }

    void GiveWay(SimpleOrder incoming, SimpleOrder resting)
    {
        OrderFlags mode = incoming.SelfMatchPrevention;
        if (mode == OrderFlags.Decrement)
        {
            long lots = Math.Min(incoming.Remaining, resting.Open);
            SayCanceled(resting, lots, CancelReason.SelfMatch);
            TakeFromBook(resting, lots, default);
            Cancel(incoming, lots, CancelReason.SelfMatch);
            RefillIfShown(resting);
            return;
        }

        if (mode != OrderFlags.CancelIncoming)
            Cancel(resting, resting.Remaining, CancelReason.SelfMatch);
        if (mode != OrderFlags.CancelResting)
            Cancel(incoming, incoming.Remaining, CancelReason.SelfMatch);
    }

    void Trade(SimpleOrder incoming, SimpleOrder resting, Price worst, Price restingPrice)
    {
        bool overlaps = _rules.Price == PriceRule.Overlap && incoming.HasPrice;
        Price price = _rules.Price == PriceRule.Midpoint && incoming.HasPrice
            ? Halfway(worst, restingPrice, resting.Side)
            : restingPrice;
        long lots = Math.Min(incoming.Remaining, resting.Open);
        (SimpleOrder buy, SimpleOrder sell) = incoming.Side == Side.Buy ? (incoming, resting) : (resting, incoming);

        // Who pays the overlap to the house must have it too.
        if (Cut(buy, overlaps && buy == incoming ? worst : price, lots) || Cut(sell, price, lots))
            return;

        Accounts.Settle(buy, sell, price, lots);
        MatchNumber match = Numbers.NextMatch();
        Execute(resting, lots, price, Liquidity.Added, match);
        Execute(incoming, lots, price, Liquidity.Removed, match);
        if (overlaps && worst != price)
        {
            long overlap = Accounts.Cost(incoming.Instrument, new Price(Math.Abs(worst.Ticks - price.Ticks)), lots);
            Accounts.PayToHouse(incoming.Participant, overlap);
            Events.Charged(
                incoming.Side, Liquidity.Removed, incoming.Participant, incoming.Number, incoming.Name, new(lots),
                new(overlap));
        }

        Events.Trade(incoming.Side, Liquidity.Removed, price, new(lots), match);
        TakeFromBook(resting, lots, match);
        RefillIfShown(resting);
        ForgetIfGone(incoming);
        _trades++;
        _triggers.NoteTrade(price);
    }

    /// <summary>A half tick goes to the order that was there first.</summary>
    static Price Halfway(Price incoming, Price resting, Side restingSide)
    {
        Midpoint middle = Midpoint.Between(incoming, resting);
        return restingSide == Side.Buy ? middle.Down : middle.Up;
    }

    bool Cut(SimpleOrder order, Price price, long lots)
    {
        long covered = Accounts.Covered(order, price);
        if (covered >= lots)
            return false;

        Cancel(order, order.Remaining - covered, CancelReason.InsufficientFunds);
        return true;
    }

    void TakeFromBook(SimpleOrder resting, long lots, MatchNumber match)
    {
        if (resting.Place is not null)
            _book.Take(resting, lots, match);

        ForgetIfGone(resting);
    }

    void RefillIfShown(SimpleOrder resting)
    {
        if (resting.IsDisplayed)
            _book.Refill(resting);
    }

    void ForgetIfGone(SimpleOrder order)
    {
        if (order.Remaining > 0)
            return;

        _hidden.Remove(order);
        _triggers.Remove(order);
    }
}

/// <summary>Lots of a resting order that can be had at a price.</summary>
readonly record struct SimplePart(SimpleOrder Order, Price Price, long Lots);
