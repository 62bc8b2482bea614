using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What one venue does with the market's accounts: reserves, settles and charges its fees.</summary>
/// <remarks>
/// Wherever an account must have enough, each lot is taken to cost the highest fee that the venue may charge for it, rounded up
/// by itself: then what was set aside for an order is enough however it is executed, and comes back to the unit.
/// </remarks>
sealed class VenueClearing
{
    readonly Clearing _clearing;
    readonly SettlementPolicy _policy;
    readonly VenueFees? _fees;
    readonly long[] _cash;
    readonly long[] _reservedCash;
    readonly long[][] _inventory;
    readonly long[][] _reservedInventory;
    readonly Price?[] _lastPrice;
    readonly List<(int Participant, long Cash, long Lots)> _held = [];

    /// <param name="clearing">The accounts, shared with the market's other venues.</param>
    /// <param name="fees">What this venue charges; null for nothing.</param>
    public VenueClearing(Clearing clearing, FeeSchedule? fees)
    {
        _clearing = clearing;
        _policy = clearing.Policy;
        _fees = fees is null ? null : new VenueFees(fees, clearing.Participants);
        (_cash, _reservedCash) = (clearing.Cash, clearing.ReservedCash);
        (_inventory, _reservedInventory) = (clearing.Inventory, clearing.ReservedInventory);
        _lastPrice = new Price?[_inventory.Length];
    }

    public SettlementPolicy Policy => _policy;

    /// <summary>Whether a match of two orders with prices can be settled whoever they belong to.</summary>
    public bool CoversAnyMatch => _policy == SettlementPolicy.Unlimited && _fees is null && !_clearing.IsAnyFar;

    /// <summary>Where a listing trades: the price of its last trade, or the midpoint of its book, or nowhere.</summary>
    public Midpoint? ReferenceOf(Book book)
    {
        if (_lastPrice[book.Instrument.Value] is { } last)
            return Midpoint.Between(last, last);

        return book.Bids.BestPrice is { } bid && book.Asks.BestPrice is { } ask ? Midpoint.Between(bid, ask) : null;
    }

    /// <summary>Whether anything is asked of an order that comes; else it need not be reserved for.</summary>
    public bool AsksOfOrders => _clearing.AsksOfOrders;

    /// <summary>Sets aside what lots of an order may need. False, and nothing changes, if its limits or its account do not allow it.</summary>
    public bool TryReserve(in RestingOrder order, Quantity lots, InstrumentId instrument, out RejectReason reason)
    {
        reason = _clearing.Risk is { } risk ? risk.CheckExposure(order, lots, instrument) : RejectReason.None;
        long needed = IsReserved(order) ? CashPerLot(order, instrument) * lots.Lots : 0;
        if (reason == RejectReason.None && IsReserved(order))
            reason = Shortage(order, lots, needed, instrument);
        if (reason != RejectReason.None)
            return false;

        Reserve(order, lots, needed, instrument);
        return true;
    }

    /// <summary>Sets aside what a replacement may need instead of what an order has left. False, and nothing changes, if that is too much.</summary>
    public bool TryReserveInstead(
        in RestingOrder order, Quantity left, in RestingOrder replacement, InstrumentId instrument, out RejectReason reason)
    {
        End(order);
        Release(order, left, instrument);
        if (TryReserve(replacement, replacement.Remaining, instrument, out reason))
            return true;

        Reserve(order, left, IsReserved(order) ? CashPerLot(order, instrument) * left.Lots : 0, instrument); // It had that, whatever has become of its limits.
        return false;
    }

    /// <summary>Notes that an accepted order has ended.</summary>
    public void End(in RestingOrder order) => _clearing.Risk?.End(order);

    /// <summary>Gives back what was set aside for lots of an order.</summary>
    public void Release(in RestingOrder order, Quantity lots, InstrumentId instrument)
    {
        _clearing.Risk?.Remove(order, lots, instrument);
        if (!IsReserved(order))
            return;

        int p = order.Participant.Value;
        _reservedCash[p] -= CashPerLot(order, instrument) * lots.Lots;
        if (order.Side == Side.Sell)
            _reservedInventory[instrument.Value][p] -= lots.Lots;
    }

    /// <summary>How many lots an order's account can pay for, or deliver, at this price now.</summary>
    public Quantity Affordable(in RestingOrder order, Price price, InstrumentId instrument)
    {
        if (IsReserved(order))
            return new Quantity(long.MaxValue);

        int p = order.Participant.Value;
        bool isDelivered = order.Side == Side.Sell && _policy != SettlementPolicy.Unlimited;
        long lots = isDelivered ? Math.Max(0, FreeLots(p, instrument)) : long.MaxValue;
        long each = CashPerLot(order.Side, price, instrument);
        if (isDelivered && each == 0)
            return new Quantity(lots);

        long free = (_policy == SettlementPolicy.Unlimited ? Room(order, price) : _cash[p]) - _reservedCash[p];
        return new Quantity(free < 0 ? 0 : each == 0 ? lots : Math.Min(lots, free / each));
    }

    /// <summary>Sets aside, until <see cref="ReleaseHeld"/>, what an order needs for a match that is planned.</summary>
    public void Hold(in RestingOrder order, Price price, Quantity lots, InstrumentId instrument)
    {
        if (IsReserved(order))
            return;

        bool isDelivered = order.Side == Side.Sell && _policy != SettlementPolicy.Unlimited;
        (int Participant, long Cash, long Lots) held = (
            order.Participant.Value, CashPerLot(order.Side, price, instrument) * lots.Lots, isDelivered ? lots.Lots : 0);
        _reservedCash[held.Participant] += held.Cash;
        _reservedInventory[instrument.Value][held.Participant] += held.Lots;
        _held.Add(held);
    }

    public void ReleaseHeld(InstrumentId instrument)
    {
        foreach ((int participant, long cash, long lots) in _held)
        {
            _reservedCash[participant] -= cash;
            _reservedInventory[instrument.Value][participant] -= lots;
        }

        _held.Clear();
    }

    /// <summary>Moves cash and lots between the accounts of two orders that matched.</summary>
    /// <remarks>By the sign of the one's side and not by a branch: nobody can guess which of two that meet is the buyer.</remarks>
    public void Settle(in RestingOrder one, in RestingOrder other, Price price, Quantity quantity, InstrumentId instrument)
    {
        long lots = quantity.Lots * one.Side.Sign;
        long cost = price.Ticks * lots * _clearing.CashPerTick(instrument);
        (int p, int q) = (one.Participant.Value, other.Participant.Value);
        if (AsksOfOrders)
            BeforeSettlement(one, other, quantity, lots, cost, instrument);

        long[] cash = _cash;
        long[] inventory = _inventory[instrument.Value];
        cash[p] -= cost;
        cash[q] += cost;
        inventory[p] += lots;
        inventory[q] -= lots;
        _clearing.NoteCash(cash[p]);
        _clearing.NoteCash(cash[q]);
        if (AsksOfOrders || _policy != SettlementPolicy.Unlimited)
            AfterSettlement(lots > 0 ? p : q, lots > 0 ? q : p, price, instrument);
    }

    void BeforeSettlement(
        in RestingOrder one, in RestingOrder other, Quantity quantity, long lots, long cost, InstrumentId instrument)
    {
        Release(one, quantity, instrument);
        Release(other, quantity, instrument);
        _clearing.Risk?.BeforeSettlement(one.Participant.Value, instrument, lots, -cost);
        _clearing.Risk?.BeforeSettlement(other.Participant.Value, instrument, -lots, cost);
    }

    void AfterSettlement(int buyer, int seller, Price price, InstrumentId instrument)
    {
        if (_clearing.Risk is { } risk)
        {
            _lastPrice[instrument.Value] = price;
            risk.OnTrade(instrument, price);
        }

        long[] inventory = _inventory[instrument.Value];
        Invariant.Holds(
            _policy == SettlementPolicy.Unlimited || (_cash[buyer] >= 0 && inventory[seller] >= -ShortOf(seller)),
            $"buyer {buyer} has cash {_cash[buyer]}, seller {seller} has {inventory[seller]} lots");
    }

    /// <summary>Charges the fee of an execution that was settled and said, and says that, unless it is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(
        in RestingOrder order, Quantity executed, Price price, Liquidity liquidity, InstrumentId instrument, EventBuffer events)
    {
        if (_fees is not null)
            Charge(_fees, order, executed, price, liquidity, instrument, events);
    }

    void Charge(
        VenueFees fees, in RestingOrder order, Quantity executed, Price price, Liquidity liquidity, InstrumentId instrument, EventBuffer events)
    {
        long turnover = Math.Abs(price.Ticks * executed.Lots * _clearing.CashPerTick(instrument));
        Charge(order, executed, liquidity, fees.Next(order.Participant, liquidity, executed, turnover), events);
    }

    /// <summary>Charges an incoming order what it would have paid more, or received less, at another price.</summary>
    public void ChargeDifference(
        in RestingOrder order, Quantity executed, Price price, Price other, InstrumentId instrument, EventBuffer events)
    {
        long cash = Math.Abs(other.Ticks - price.Ticks) * executed.Lots * _clearing.CashPerTick(instrument);
        Charge(order, executed, Liquidity.Removed, cash, events);
    }

    void Charge(in RestingOrder order, Quantity executed, Liquidity liquidity, long cash, EventBuffer events)
    {
        long charged = _clearing.Charge(order.Participant.Value, cash);
        if (charged != 0)
            events.Charged(order.Side, liquidity, order.Participant, order.Number, order.Order, executed, new Cash(charged));
    }

    void Reserve(in RestingOrder order, Quantity lots, long cash, InstrumentId instrument)
    {
        _clearing.Risk?.Add(order, lots, instrument);
        if (!IsReserved(order))
            return;

        int p = order.Participant.Value;
        _reservedCash[p] += cash;
        if (order.Side == Side.Sell)
            _reservedInventory[instrument.Value][p] += lots.Lots;
    }

    /// <summary>What the account lacks for an order.</summary>
    RejectReason Shortage(in RestingOrder order, Quantity lots, long needed, InstrumentId instrument)
    {
        int p = order.Participant.Value;
        bool isSold = order.Side == Side.Sell;
        if (isSold && FreeLots(p, instrument) < lots.Lots)
            return RejectReason.InsufficientInventory;

        return (!isSold || needed > 0) && _cash[p] - _reservedCash[p] < needed ? RejectReason.InsufficientCash : RejectReason.None;
    }

    bool IsReserved(in RestingOrder order) => _policy == SettlementPolicy.Reserve && order.HasLimit;

    /// <summary>What a lot of a reserved order takes from its account at most: at its limit, since fees grow slower than prices.</summary>
    long CashPerLot(in RestingOrder order, InstrumentId instrument)
    {
        if (order.Side == Side.Sell && _fees is null)
            return 0;

        long value = order.Limit.Ticks * _clearing.CashPerTick(instrument);
        long fee = _fees is null ? 0 : _fees.HighestPerLot(value);
        return order.Side == Side.Buy ? value + fee : Math.Max(0, fee - value);
    }

    /// <summary>What a lot takes from its account at a price. The account may stand on both sides, and is then charged twice.</summary>
    long CashPerLot(Side side, Price price, InstrumentId instrument)
    {
        long value = Math.Abs(price.Ticks) * _clearing.CashPerTick(instrument);
        if (_policy == SettlementPolicy.Unlimited)
            return _fees is null ? value : value + (2 * _fees.LargestPerLot(value));

        long fee = _fees is null ? 0 : _fees.HighestPerLot(value);
        return side == Side.Buy ? Math.Max(value + fee, 2 * fee) : Math.Max(0, fee - value);
    }

    /// <summary>What may still be sold, short selling included.</summary>
    long FreeLots(int participant, InstrumentId instrument) =>
        _inventory[instrument.Value][participant] - _reservedInventory[instrument.Value][participant] + ShortOf(participant);

    long ShortOf(int participant) => _clearing.Risk is { } risk ? risk.ShortOf(participant) : 0;

    /// <summary>How much cash may still flow in the direction in which a match at this price moves it; with fees, in both.</summary>
    long Room(in RestingOrder order, Price price)
    {
        long cash = _cash[order.Participant.Value];
        (long up, long down) = (long.MaxValue - Math.Max(cash, 0), long.MaxValue + Math.Min(cash, 0));
        if (_fees is not null)
            return Math.Min(up, down);

        return (order.Side == Side.Sell) == (price.Ticks > 0) ? up : down;
    }
}
