using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The orders of one listing, and what institutions do with them whatever their rule of trading is.</summary>
/// <remarks>
/// Every change of a level is noted, and told to the public when the institution says so: after each request in a
/// continuous auction, after each batch in a batch auction.
/// </remarks>
sealed class Book
{
    readonly OrderPool _pool;
    readonly VenueNumbers _numbers;
    readonly Clearing _clearing;
    readonly InstrumentId _instrument;
    readonly Expirations _expirations;
    readonly List<(Side Side, Price Price)> _changed = [];

    public Book(OrderPool pool, VenueNumbers numbers, Clearing clearing, InstrumentId instrument)
    {
        (_pool, _numbers, _clearing, _instrument) = (pool, numbers, clearing, instrument);
        _expirations = new Expirations(pool);
        Bids = new BookSide(Side.Buy, pool);
        Asks = new BookSide(Side.Sell, pool);
    }

    public BookSide Bids { get; }
    public BookSide Asks { get; }

    public Clearing Clearing => _clearing;
    public InstrumentId Instrument => _instrument;

    public Timestamp? NextExpiry => _expirations.Next;

    public BookSide this[Side side] => side == Side.Buy ? Bids : Asks;

    public ref RestingOrder Order(int slot) => ref _pool[slot];

    public OrderNumber NextNumber() => _numbers.NextOrder();

    public MatchNumber NextMatch() => _numbers.NextMatch();

    /// <summary>The slot of a live order. The venue has made sure that there is one.</summary>
    public int Find(ParticipantId participant, ClientOrderId order)
    {
        bool isLive = _pool.TryFind(participant, order, out int slot);
        Invariant.Holds(isLive, $"order {order} of participant {participant}");
        return slot;
    }

    public int Rest(in RestingOrder order)
    {
        int slot = _pool.Add(order);
        this[order.Side].Insert(slot);
        _expirations.Add(slot);
        NoteChange(order);
        return slot;
    }

    /// <summary>Cancels lots of an order, gives back what was reserved for them, and says so.</summary>
    public void Cancel(int slot, Quantity canceled, CancelReason reason, EventBuffer events)
    {
        RestingOrder order = _pool[slot];
        _clearing.Release(order, canceled, _instrument);
        this[order.Side].Take(slot, canceled);
        NoteChange(order);
        SayCanceled(order, canceled, reason, events);
    }

    /// <summary>Cuts a resting order to what its account can settle at a price, if that is less than would execute.</summary>
    public bool CutResting(int slot, Price price, Quantity executed, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        Quantity affordable = _clearing.Affordable(order, price, _instrument);
        if (affordable >= executed)
            return false;

        Cancel(slot, order.Remaining - affordable, CancelReason.InsufficientFunds, events);
        return true;
    }

    /// <summary>Takes an order out of the book because another takes its place. What it had reserved is given back before.</summary>
    public void Withdraw(int slot)
    {
        RestingOrder order = _pool[slot];
        this[order.Side].Take(slot, order.Remaining);
        NoteChange(order);
    }

    /// <summary>Says that lots of an order that is not, or no longer, in the book will not trade.</summary>
    public static void SayCanceled(in RestingOrder order, Quantity canceled, CancelReason reason, EventBuffer events) =>
        events.Add(MarketEvent.Canceled(
            order.Side, order.Participant, order.Number, order.Order, order.Limit, canceled, order.Remaining - canceled, reason));

    /// <summary>Books a match at the price of a resting order, and takes the lots off it.</summary>
    public void Execute(int slot, Quantity executed, Price price, Liquidity liquidity, MatchNumber match, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        order.Executed += executed;
        SayExecuted(order, order.Remaining - executed, executed, price, liquidity, match, events);
        NoteChange(order);
        this[order.Side].Take(slot, executed);
    }

    public static void SayExecuted(
        in RestingOrder order, Quantity remaining, Quantity executed, Price price, Liquidity liquidity, MatchNumber match,
        EventBuffer events) =>
        events.Add(MarketEvent.Executed(
            order.Side, order.Participant, order.Number, order.Order, price, executed, remaining, liquidity, match));

    public void Expire(Timestamp now, EventBuffer events)
    {
        while (_expirations.TryTake(now, out int slot))
            Cancel(slot, _pool[slot].Remaining, CancelReason.Expired, events);
    }

    /// <summary>Cancels what a participant has resting, bids before asks, best first.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool CancelAll(ParticipantId participant, EventBuffer events) =>
        CancelWhere(Bids, participant, null, CancelReason.Requested, events)
        | CancelWhere(Asks, participant, null, CancelReason.Requested, events);

    /// <summary>Cancels the orders that end with the trading session.</summary>
    public void CancelDayOrders(EventBuffer events)
    {
        CancelWhere(Bids, null, TimeInForce.Day, CancelReason.Closed, events);
        CancelWhere(Asks, null, TimeInForce.Day, CancelReason.Closed, events);
    }

    /// <summary>Tells the public how the changed levels are now.</summary>
    /// <param name="events">Where to say it.</param>
    /// <param name="published">What the public knows, if it was kept: unchanged levels are then passed over.</param>
    public void Publish(EventBuffer events, DisplayedBook? published = null)
    {
        if (_changed.Count > 8)
            _changed.Sort(static (left, right) =>
                left.Side != right.Side ? left.Side.CompareTo(right.Side) : left.Price.CompareTo(right.Price));

        for (int i = 0; i < _changed.Count; i++)
        {
            (Side side, Price price) = _changed[i];
            if (WasBefore(i))
                continue;

            if (!this[side].TryFind(price, out Level level))
                level = new Level(price, Quantity.Zero, 0);
            if (published is not null)
            {
                if (published.TryGet(side, price, out Level known) ? known == level : level.Quantity == Quantity.Zero)
                    continue;

                published.Set(side, level);
            }

            events.Add(MarketEvent.LevelChanged(side, level));
        }

        _changed.Clear();
        Invariant.Holds(
            Bids.BestPrice is not { } bid || Asks.BestPrice is not { } ask || bid < ask,
            $"bid {Bids.BestPrice}, ask {Asks.BestPrice}");
    }

    bool CancelWhere(BookSide side, ParticipantId? participant, TimeInForce? timeInForce, CancelReason reason, EventBuffer events)
    {
        bool any = false;
        for (int slot = side.First; slot != 0;)
        {
            int next = side.After(slot);
            ref RestingOrder order = ref _pool[slot];
            if ((participant is null || order.Participant == participant)
                && (timeInForce is null || order.TimeInForce == timeInForce))
            {
                Cancel(slot, order.Remaining, reason, events);
                any = true;
            }

            slot = next;
        }

        return any;
    }

    void NoteChange(in RestingOrder order)
    {
        if (order.Type == OrderType.Limit)
            _changed.Add((order.Side, order.Limit));
    }

    /// <summary>Whether the change noted at this place was noted before. Long lists are sorted, short ones searched.</summary>
    bool WasBefore(int index)
    {
        int first = _changed.Count > 8 ? Math.Max(0, index - 1) : 0;
        for (int i = first; i < index; i++)
        {
            if (_changed[i] == _changed[index])
                return true;
        }

        return false;
    }
}
