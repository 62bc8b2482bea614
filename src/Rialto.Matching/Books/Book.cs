using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The orders of one listing, and what institutions do with them whatever their rule of trading is.</summary>
/// <remarks>
/// An order rests in one of three places: displayed at a level, in the dark, or waiting for a price outside the book.
/// Every change of a displayed level is noted, and told to the public when the institution says so: after each request
/// in a continuous auction, after each batch in a batch auction. While trading is suspended the book may be crossed,
/// and possibly nothing is told until it goes on.
/// </remarks>
sealed class Book
{
    readonly OrderPool _pool;
    readonly VenueNumbers _numbers;
    readonly ListingClearing _clearing;
    readonly PriceRange _range;
    readonly InstrumentId _instrument;
    readonly SlotQueue _expirations;
    readonly Publication _publication;
    readonly Comparison<int> _byNumber;
    readonly TwoSides _sides;
    readonly DarkOrders?[] _dark = new DarkOrders?[2];
    WaitingOrders? _waiting;
    Price _lastPrice;
    bool _hasTraded;
    bool _hasDark;

    /// <param name="pool">The orders of the venue.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="clearing">The accounts.</param>
    /// <param name="range">The prices that the venue takes.</param>
    /// <param name="instrument">What is traded.</param>
    /// <param name="changes">Where changed levels are noted until they are published.</param>
    public Book(
        OrderPool pool, VenueNumbers numbers, ListingClearing clearing, PriceRange range, InstrumentId instrument,
        LevelChanges changes)
    {
        (_pool, _numbers, _clearing, _range, _instrument) = (pool, numbers, clearing, range, instrument);
        _publication = new Publication(this, changes);
        MassCancel = new MassCancel(this);
        _expirations = new SlotQueue(pool);
        _byNumber = (left, right) => pool[left].Number.Value.CompareTo(pool[right].Number.Value);
        _sides[0] = new BookSide(Side.Buy, pool);
        _sides[1] = new BookSide(Side.Sell, pool);
    }

    public BookSide Bids => _sides[0];
    public BookSide Asks => _sides[1];

    /// <summary>The price of the last trade; null before the first.</summary>
    public Price? LastPrice => _hasTraded ? _lastPrice : null;

    /// <summary>
    /// Whether nothing trades now: orders are collected for an auction, or trading is halted. The book may be crossed.
    /// </summary>
    public bool IsSuspended { get; private set; }

    /// <summary>Says at which prices a match may print; null if at all prices.</summary>
    public PriceMonitor? Prices
    {
        get;
        set
        {
            field = value;
            Reconsider();
        }
    }

    /// <summary>
    /// Whether all orders are displayed, trading goes on, matches may print at all prices, and the public knows the
    /// book as it is: so that a plain order does nothing but trade and rest.
    /// </summary>
    public bool IsOrdinary { get; private set; } = true;

    public ListingClearing Clearing => _clearing;

    /// <summary>What the public is told.</summary>
    public Publication Publication => _publication;

    /// <summary>Cancels many orders at once.</summary>
    public MassCancel MassCancel { get; }

    /// <summary>Whether there ever were orders in the dark.</summary>
    public bool HasDark => _hasDark;

    /// <summary>Whether there ever were orders that were not displayed.</summary>
    public bool HasSpecial => _hasDark || _waiting is not null;

    /// <summary>Whether orders wait no more, because their price was traded.</summary>
    public bool HasTriggered => _waiting is { AnyTriggered: true };

    public Timestamp? NextExpiry =>
        _expirations.MayHaveSome && _expirations.TryFirst(out long expiry) ? new Timestamp(expiry) : null;

    public BookSide this[Side side] => _sides[(int)side & 1];

    /// <summary>What rests in the dark on a side; null as long as nothing ever did.</summary>
    public DarkOrders? Dark(Side side) => _hasDark ? _dark[(int)side] : null;

    public ref RestingOrder Order(int slot) => ref _pool[slot];

    /// <summary>What only some orders have; see <see cref="RestingOrder.IsSpecial"/>.</summary>
    public ref SpecialTerms Terms(int slot) => ref _pool.Terms(slot);

    public OrderNumber NextNumber() => _numbers.NextOrder();

    public MatchNumber NextMatch() => _numbers.NextMatch();

    /// <summary>A slot for an order that has arrived; it comes to rest or is discarded.</summary>
    public int Draft() => _pool.Draft();

    public void Discard(int slot)
    {
        ref RestingOrder order = ref _pool[slot];
        if (order.Number != default)
            _clearing.End(order); // It was accepted.

        _pool.Discard(slot, ref order);
    }

    /// <summary>Ends an order that is known by its name and rests nowhere.</summary>
    public void Forget(int slot) => Forget(slot, ref _pool[slot]);

    public void Forget(int slot, ref RestingOrder order)
    {
        _clearing.End(order);
        _pool.Remove(slot, ref order);
    }

    /// <summary>All lots that are left of an order, shown or not.</summary>
    public int LotsOf(int slot)
    {
        ref RestingOrder order = ref _pool[slot];
        return order.IsIceberg ? order.Lots + _pool.Terms(slot).Reserve : order.Lots;
    }

    /// <summary>Makes an order that was just accepted known by its name.</summary>
    public void Know(int slot) => Know(slot, ref _pool[slot]);

    public void Know(int slot, ref RestingOrder order) => _pool.Add(slot, ref order);

    /// <summary>Gives an order another name, if it is another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Rename(int slot, ref RestingOrder order, ClientOrderId name)
    {
        if (order.Order.Value != name.Value)
            _pool.Rename(slot, ref order, name);
    }

    /// <summary>Whether the venue takes orders of so many lots at a price.</summary>
    public bool Takes(Price price, long lots) => _range.Takes(_instrument, price, lots);

    /// <summary>
    /// Where an order in the dark stands; null if what it follows is not there, or is where no order may be.
    /// </summary>
    public Price? RestingPrice(int slot, in PegReference reference)
    {
        ref RestingOrder order = ref _pool[slot];
        if (!order.IsPeg)
            return order.Limit;

        return reference.Resting(order, _pool.Terms(slot)) is { } price && Takes(price, order.Lots) ? price : null;
    }

    /// <summary>Puts an order behind those of its price.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="expiry">For orders that have one.</param>
    /// <param name="events">Where to show it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Rest(int slot, Timestamp expiry, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        if (order.TimeInForce == TimeInForce.GoodTillTime)
            _expirations.Add(slot, expiry.Nanoseconds);
        if (order.IsDisplayed)
            Show(slot, ref order, expiry, events);
        else
            RestInTheDark(slot);
    }

    /// <summary>Puts an order in the dark, or back there.</summary>
    public void RestInTheDark(int slot)
    {
        _hasDark = true;
        Reconsider();
        Side side = _pool[slot].Side;
        (_dark[(int)side] ??= new DarkOrders(side, _pool, this)).Add(slot);
    }

    /// <summary>Lets an order wait outside the book for a price.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="expiry">For orders that have one.</param>
    public void Wait(int slot, Timestamp expiry)
    {
        ref RestingOrder order = ref _pool[slot];
        if (order.TimeInForce == TimeInForce.GoodTillTime)
            _expirations.Add(slot, expiry.Nanoseconds);

        (_waiting ??= new WaitingOrders(_pool)).Add(slot, LastPrice);
        Reconsider();
    }

    /// <summary>Takes, of the orders whose price was traded, the one that was accepted first.</summary>
    public bool TryTakeTriggered(out int slot)
    {
        slot = 0;
        return _waiting is not null && _waiting.TryTakeTriggered(out slot);
    }

    /// <summary>Notes the price of a trade, which may trigger orders.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoteTrade(Price price)
    {
        (_lastPrice, _hasTraded) = (price, true);
        _waiting?.OnTrade(price);
    }

    /// <summary>Puts an order where its priority is among those of its price.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="expiry">For orders that have one.</param>
    /// <param name="priority">Its batch and lot.</param>
    /// <param name="events">Where to say what happens.</param>
    public void Rest(int slot, Timestamp expiry, BatchPriority priority, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        _pool.Priority(slot) = priority;
        if (order.TimeInForce == TimeInForce.GoodTillTime)
            _expirations.Add(slot, expiry.Nanoseconds);

        this[order.Side].Insert(slot);
        _publication.NoteChange(order, events);
    }

    /// <summary>Cancels lots of an order, gives back what was reserved for them, and says so.</summary>
    public void Cancel(int slot, int canceled, CancelReason reason, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        _clearing.Release(order, new Quantity(canceled));
        SayCanceled(order, LotsOf(slot), canceled, reason, events);
        int shown = canceled;
        if (order.IsIceberg)
        {
            ref SpecialTerms terms = ref _pool.Terms(slot);
            int hidden = Math.Min(terms.Reserve, canceled);
            terms.Reserve -= hidden;
            shown -= hidden;
        }

        if (shown > 0)
            Take(slot, ref order, shown, default, events);
    }

    public void Cancel(int slot, CancelReason reason, EventBuffer events) => Cancel(slot, LotsOf(slot), reason, events);

    /// <summary>
    /// Cuts a resting order to what its account can settle at a price, if that is less than would execute.
    /// </summary>
    public bool CutResting(int slot, Price price, int executed, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        long affordable = _clearing.Affordable(order, price).Lots;
        if (affordable >= executed)
            return false;

        Cancel(slot, LotsOf(slot) - (int)affordable, CancelReason.InsufficientFunds, events);
        return true;
    }

    /// <summary>
    /// Takes an order out of where it rests because another takes its place. It keeps its slot and its name. What it
    /// had reserved is given back before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Lift(int slot, ref RestingOrder order, Side side, EventBuffer events)
    {
        if (order.IsInSight)
        {
            NoteGone(order, order.Lots, default, events);
            this[side].Remove(ref order);
        }
        else if (!order.Waits) // Else, with another number, it is dead where it waits.
        {
            Reduce(slot, order.Lots, default, events);
        }
    }

    /// <summary>Says that lots of an order that is not, or no longer, in the book will not trade.</summary>
    public static void SayCanceled(
        in RestingOrder order, int left, int canceled, CancelReason reason, EventBuffer events) =>
        events.Canceled(
            order.Side, order.Participant, order.Number, order.Order, order.Limit, new Quantity(canceled),
            new Quantity(left - canceled), reason);

    /// <summary>Says that a resting order was executed, and charges it.</summary>
    public void SayExecuted(
        int slot, ref RestingOrder order, int executed, Price price, Liquidity liquidity, MatchNumber match,
        EventBuffer events)
    {
        order.ExecutedLots += executed;
        int left = order.IsIceberg ? LotsOf(slot) : order.Lots;
        SayExecuted(order, left - executed, executed, price, liquidity, match, events);
        _clearing.Charge(order, new Quantity(executed), price, liquidity, events);
    }

    public static void SayExecuted(
        in RestingOrder order, int left, int executed, Price price, Liquidity liquidity, MatchNumber match,
        EventBuffer events) =>
        events.Executed(
            order.Side, order.Participant, order.Number, order.Order, price, new Quantity(executed), new Quantity(left),
            liquidity, match);

    /// <summary>
    /// Takes lots off a resting order that were executed, or that gave way to another of the same participant.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int slot, ref RestingOrder order, int lots, MatchNumber match, EventBuffer events)
    {
        if (order.IsInSight)
        {
            NoteGone(order, lots, match, events);
            this[order.Side].Take(ref order, lots);
            if (order.Lots == 0)
                Forget(slot, ref order);
        }
        else
        {
            TakeUnseen(slot, lots, match, events);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void TakeUnseen(int slot, int lots, MatchNumber match, EventBuffer events)
    {
        Reduce(slot, lots, match, events);
        Renew(slot, events);
    }

    /// <summary>Takes lots off a resting order; if none is left, it is to be renewed.</summary>
    public void Reduce(int slot, int lots, MatchNumber match, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        if (order.Waits)
        {
            order.Lots -= lots;
        }
        else if (order.IsDisplayed)
        {
            NoteGone(order, lots, match, events);
            this[order.Side].Take(ref order, lots);
        }
        else
        {
            Dark(order.Side)!.Take(slot, lots);
        }
    }

    /// <summary>
    /// Shows the next part of an iceberg of which no lots are shown any more; ends an order of which none are left.
    /// </summary>
    public void Renew(int slot, EventBuffer events)
    {
        ref RestingOrder order = ref _pool[slot];
        if (order.Lots > 0 || (order.IsIceberg && TryRefill(slot, events)))
            return;

        Forget(slot, ref order);
    }

    /// <summary>
    /// Fetches what is needed when an order is filled: its name, and the order behind it. Changes nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchEnd(in RestingOrder order) => _pool.PrefetchEnd(order);

    /// <summary>Fetches the level that an order at this price will need. Changes nothing.</summary>
    public void PrefetchLevel(Side side, Price limit) => this[side].Prefetch(limit);

    /// <summary>
    /// Fetches the level of an order that was fetched, and the last order of a level that was. Changes nothing,
    /// whatever has become of them.
    /// </summary>
    public void PrefetchAround(int slot, Side side, Price limit)
    {
        ref RestingOrder order = ref _pool[slot];
        this[order.Side].Prefetch(order.Limit);
        this[side].PrefetchTail(limit);
    }

    /// <summary>Fetches the two sides. Changes nothing.</summary>
    public void Prefetch()
    {
        Hardware.PrefetchObject(Bids);
        Hardware.PrefetchObject(Asks);
    }

    public void Expire(Timestamp now, EventBuffer events)
    {
        while (_expirations.TryTake(now.Nanoseconds, out int slot))
            Cancel(slot, CancelReason.Expired, events);
    }

    /// <summary>The orders in the dark of both sides, by number.</summary>
    public void CopyDarkTo(List<int> slots)
    {
        _dark[0]?.CopyTo(slots);
        _dark[1]?.CopyTo(slots);
        slots.Sort(_byNumber);
    }

    /// <summary>The orders that are not at a level: in the dark, and waiting for a price; by number.</summary>
    public void CopyUnseenTo(List<int> slots)
    {
        _waiting?.CopyTo(slots);
        CopyDarkTo(slots);
    }

    /// <summary>From now on nothing trades, until <see cref="Resume"/>.</summary>
    /// <param name="isDisplayed">Whether the public sees the book meanwhile.</param>
    public void Suspend(bool isDisplayed)
    {
        (IsSuspended, _publication.IsHidden) = (true, !isDisplayed);
        Reconsider();
    }

    /// <summary>From now on orders that meet trade.</summary>
    public void Resume()
    {
        IsSuspended = _publication.IsHidden = false;
        Reconsider();
    }

    /// <summary>Keeps what the public knows, so that it is told only of levels that differ from that.</summary>
    public void KeepPublished()
    {
        _publication.Keep();
        Reconsider();
    }

    /// <summary>
    /// The public sees an empty book from now on; the levels come back when the book is published again.
    /// </summary>
    public void Hide(EventBuffer events)
    {
        KeepPublished();
        _publication.Withdraw(events);
    }

    /// <summary>Tells the public how the changed levels are now. If the book is hidden, it is told later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish(EventBuffer events)
    {
        _publication.Tell(events);
        if (!Bids.IsApartFrom(Asks) && !IsSuspended)
            Invariant.Holds(false, $"bid {Bids.BestPrice} is below ask {Asks.BestPrice}");
    }

    void Reconsider() => IsOrdinary = !IsSuspended && !HasSpecial && Prices is null && !_publication.IsKept;

    /// <summary>Shows an order at the end of its level; of an iceberg, as much as it may.</summary>
    void Show(int slot, ref RestingOrder order, Timestamp expiry, EventBuffer events)
    {
        if (order.IsIceberg)
        {
            ref SpecialTerms terms = ref _pool.Terms(slot);
            terms.Expiry = expiry;
            terms.Reserve = order.Lots - Math.Min(order.Lots, terms.Displayed);
            order.Lots -= terms.Reserve;
        }

        Append(slot, ref order, events);
    }

    /// <summary>Shows the next part of an iceberg, as a new order.</summary>
    bool TryRefill(int slot, EventBuffer events)
    {
        ref SpecialTerms terms = ref _pool.Terms(slot);
        if (terms.Reserve == 0)
            return false;

        ref RestingOrder order = ref _pool[slot];
        order.Lots = Math.Min(terms.Reserve, terms.Displayed);
        terms.Reserve -= order.Lots;
        order.Number = NextNumber();
        if (order.TimeInForce == TimeInForce.GoodTillTime)
            _expirations.Add(slot, terms.Expiry.Nanoseconds);

        events.Refilled(
            order.Side, order.Participant, order.Number, order.Order, order.Limit, order.Remaining,
            new Quantity(order.Lots + terms.Reserve));
        Append(slot, ref order, events);
        return true;
    }

    /// <summary>Shows an order with a limit, all of it, behind those of its price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(int slot, ref RestingOrder order, Side side, EventBuffer events)
    {
        this[side].AppendPriced(slot, ref order);
        if (events.Takes(Publication.Displayed))
            _publication.NoteShown(order, events);
    }

    /// <summary>Puts a displayed order, that does not expire, behind those of its price.</summary>
    void Append(int slot, ref RestingOrder order, EventBuffer events)
    {
        this[order.Side].Append(slot, ref order);
        if (events.Takes(Publication.Displayed))
            _publication.NoteShown(order, events);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void NoteGone(in RestingOrder order, int gone, MatchNumber match, EventBuffer events)
    {
        if (events.Takes(Publication.Displayed))
            _publication.NoteGone(order, gone, match, events);
    }

    /// <summary>
    /// Inside the book, and chosen by number: a branch on the side would be guessed wrong half of the time.
    /// </summary>
    [InlineArray(2)]
    struct TwoSides
    {
        BookSide _first;
    }
}
