using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The orders of one listing, and what institutions do with them whatever their rule of trading is.</summary>
/// <remarks>
/// Every change of a level is noted, and told to the public when the institution says so: after each request in a
/// continuous auction, after each batch in a batch auction. While trading is suspended the book may be crossed, and
/// possibly nothing is told until it goes on.
/// </remarks>
sealed class Book
{
    readonly OrderPool _pool;
    readonly VenueNumbers _numbers;
    readonly Clearing _clearing;
    readonly InstrumentId _instrument;
    readonly Expirations _expirations;
    readonly LevelChanges _changes = new();
    DisplayedBook? _published;
    bool _isHidden;

    public Book(OrderPool pool, VenueNumbers numbers, Clearing clearing, InstrumentId instrument)
    {
        (_pool, _numbers, _clearing, _instrument) = (pool, numbers, clearing, instrument);
        _expirations = new Expirations(pool);
        Bids = new BookSide(Side.Buy, pool);
        Asks = new BookSide(Side.Sell, pool);
    }

    public BookSide Bids { get; }
    public BookSide Asks { get; }

    /// <summary>Whether nothing trades now: orders are collected for an auction, or trading is halted. The book may be crossed.</summary>
    public bool IsSuspended { get; private set; }

    /// <summary>Says at which prices a match may print; null if at all prices.</summary>
    public PriceMonitor? Prices { get; set; }

    public Clearing Clearing => _clearing;
    public InstrumentId Instrument => _instrument;

    public Timestamp? NextExpiry => _expirations.Next;

    public BookSide this[Side side] => side == Side.Buy ? Bids : Asks;

    public ref RestingOrder Order(int slot) => ref _pool[slot];

    public OrderNumber NextNumber() => _numbers.NextOrder();

    public MatchNumber NextMatch() => _numbers.NextMatch();

    /// <summary>A slot for an order that has arrived; it comes to rest or is discarded.</summary>
    public int Draft() => _pool.Draft();

    public void Discard(int slot) => _pool.Discard(slot);

    /// <summary>Puts an order behind those of its price.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="expiry">For orders that have one.</param>
    public void Rest(int slot, Timestamp expiry)
    {
        ref RestingOrder order = ref _pool[slot];
        _pool.Add(slot);
        this[order.Side].Append(slot);
        NoteRested(slot, order, expiry);
    }

    /// <summary>Puts an order where its priority is among those of its price.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="expiry">For orders that have one.</param>
    /// <param name="priority">Its batch and lot.</param>
    public void Rest(int slot, Timestamp expiry, BatchPriority priority)
    {
        ref RestingOrder order = ref _pool[slot];
        _pool.Add(slot);
        _pool.Priority(slot) = priority;
        this[order.Side].Insert(slot);
        NoteRested(slot, order, expiry);
    }

    /// <summary>Cancels lots of an order, gives back what was reserved for them, and says so.</summary>
    public void Cancel(int slot, Quantity canceled, CancelReason reason, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        _clearing.Release(order, canceled, _instrument);
        SayCanceled(order, canceled, reason, events);
        NoteChange(order);
        this[order.Side].Take(slot, canceled);
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
        ref RestingOrder order = ref _pool[slot];
        NoteChange(order);
        this[order.Side].Take(slot, order.Remaining);
    }

    /// <summary>Says that lots of an order that is not, or no longer, in the book will not trade.</summary>
    public static void SayCanceled(in RestingOrder order, Quantity canceled, CancelReason reason, EventBuffer events) =>
        events.Canceled(
            order.Side, order.Participant, order.Number, order.Order, order.Limit, canceled, order.Remaining - canceled, reason);

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
        events.Executed(
            order.Side, order.Participant, order.Number, order.Order, price, executed, remaining, liquidity, match);

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

    /// <summary>From now on nothing trades, until <see cref="Resume"/>.</summary>
    /// <param name="isDisplayed">Whether the public sees the book meanwhile.</param>
    public void Suspend(bool isDisplayed) => (IsSuspended, _isHidden) = (true, !isDisplayed);

    /// <summary>From now on orders that meet trade.</summary>
    public void Resume() => IsSuspended = _isHidden = false;

    /// <summary>Keeps what the public knows, so that it is told only of levels that differ from that.</summary>
    public void KeepPublished()
    {
        if (_published is not null)
            return;

        _published = new DisplayedBook();
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            for (bool any = this[side].TryBest(out Level level); any; any = this[side].TryWorse(ref level))
                _published.Set(side, level);
        }
    }

    /// <summary>The public sees an empty book from now on; the levels come back when the book is published again.</summary>
    public void Hide(EventBuffer events)
    {
        KeepPublished();
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            while (_published!.Best(side) is { } level)
            {
                Level gone = new(level.Price, Quantity.Zero, 0);
                _published.Set(side, gone);
                _changes.Note(side, level.Price);
                events.LevelChanged(side, gone);
            }
        }
    }

    /// <summary>Tells the public how the changed levels are now. If the book is hidden, it is told later.</summary>
    /// <param name="events">Where to say it.</param>
    public void Publish(EventBuffer events)
    {
        if (_isHidden)
            return;

        foreach ((Side side, Price price) in _changes.Once())
        {
            Level level = this[side].At(price);
            if (_published is not null)
            {
                if (_published.TryGet(side, price, out Level known) ? known == level : level.Quantity == Quantity.Zero)
                    continue;

                _published.Set(side, level);
            }

            events.LevelChanged(side, level);
        }

        _changes.Clear();
        if (!Bids.IsApartFrom(Asks) && !IsSuspended)
            Invariant.Holds(false, $"bid {Bids.BestPrice} is below ask {Asks.BestPrice}");
    }

    /// <summary>Cancels the orders without a price, which wait for an auction only.</summary>
    public void CancelUnpriced(CancelReason reason, EventBuffer events)
    {
        foreach (BookSide side in (ReadOnlySpan<BookSide>)[Bids, Asks])
        {
            while (side.UnpricedLots > Quantity.Zero)
                Cancel(side.First, _pool[side.First].Remaining, reason, events);
        }
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

    void NoteRested(int slot, in RestingOrder order, Timestamp expiry)
    {
        if (order.TimeInForce == TimeInForce.GoodTillTime)
            _expirations.Add(slot, order.Number, expiry);

        NoteChange(order);
    }

    void NoteChange(in RestingOrder order)
    {
        if (order.Type == OrderType.Limit)
            _changes.Note(order.Side, order.Limit);
    }
}
