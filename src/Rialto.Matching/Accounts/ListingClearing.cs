using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What one listing does with the market's accounts: reserves, settles and charges its venue's fees.</summary>
/// <remarks>
/// Wherever an account must have enough, each lot is taken to cost the highest fee that the venue may charge for it,
/// rounded up by itself: then what was set aside for an order is enough however it is executed, and comes back to the
/// unit.
/// </remarks>
sealed class ListingClearing
{
    readonly Clearing _clearing;
    readonly SettlementPolicy _policy;
    readonly VenueFees? _fees;
    readonly InstrumentId _instrument;
    readonly long _cashPerTick;
    readonly long[] _cash;
    readonly long[] _reservedCash;
    readonly long[] _inventory;
    readonly long[] _reservedInventory;
    readonly List<(int Participant, long Cash, long Lots)> _held = [];

    /// <summary>Where the last trade was; noted if anybody has limits.</summary>
    Midpoint? _lastTrade;

    /// <param name="clearing">The accounts, shared with the market's other listings.</param>
    /// <param name="fees">What the venue charges; null for nothing.</param>
    /// <param name="instrument">What is traded.</param>
    public ListingClearing(Clearing clearing, VenueFees? fees, InstrumentId instrument)
    {
        (_clearing, _fees, _instrument) = (clearing, fees, instrument);
        _policy = clearing.Policy;
        _cashPerTick = clearing.CashPerTick(instrument);
        (_cash, _reservedCash) = (clearing.Cash, clearing.ReservedCash);
        _inventory = clearing.Inventory[instrument.Value];
        _reservedInventory = clearing.ReservedInventory[instrument.Value];
    }

    /// <summary>Whether any match of an order with resting ones, all of them with limits, can be settled.</summary>
    public bool Covers(in RestingOrder incoming) => CoversAnyMatch || IsReserved(incoming);

    /// <summary>Whether a match of two orders with prices can be settled whoever they belong to.</summary>
    public bool CoversAnyMatch => _policy == SettlementPolicy.Unlimited && _fees is null && !_clearing.IsAnyFar;

    /// <summary>Where a listing trades: the price of its last trade, or the midpoint of its book, or nowhere.</summary>
    public Midpoint? ReferenceOf(Book book)
    {
        if (_lastTrade is not null)
            return _lastTrade;

        return book.Bids.BestPrice is { } bid && book.Asks.BestPrice is { } ask ? Midpoint.Between(bid, ask) : null;
    }

    /// <summary>Whether anything is asked of an order that comes; else it need not be reserved for.</summary>
    public bool AsksOfOrders => _clearing.AsksOfOrders;

    /// <summary>
    /// Sets aside what lots of an order may need. False, and nothing changes, if its limits or its account do not allow
    /// it.
    /// </summary>
    public bool TryReserve(ref RestingOrder order, Quantity lots, out RejectReason reason)
    {
        RiskAccount? limited = _clearing.Risk?[order.Participant];
        reason = limited?.CheckExposure(order, lots.Lots, _instrument, _inventory[order.Participant.Value])
            ?? RejectReason.None;
        bool isReserved = IsReserved(order);
        if (reason == RejectReason.None && isReserved)
        {
            order.ReservedPerLot = CashPerLot(order);
            reason = Shortage(order, lots, limited);
        }

        if (reason != RejectReason.None)
            return false;

        limited?.Add(order, lots.Lots, _instrument);
        if (isReserved)
            Reserve(order, lots.Lots);

        return true;
    }

    /// <summary>
    /// Sets aside what a replacement may need instead of what an order has left. False, and nothing changes, if that is
    /// too much.
    /// </summary>
    public bool TryReserveInstead(
        in RestingOrder order, Quantity left, ref RestingOrder replacement, out RejectReason reason)
    {
        RiskAccount? limited = _clearing.Risk?[order.Participant];
        limited?.End();
        Release(order, left);
        if (TryReserve(ref replacement, replacement.Remaining, out reason))
            return true;

        // It had that, whatever has become of its limits.
        limited?.Add(order, left.Lots, _instrument);
        if (IsReserved(order))
            Reserve(order, left.Lots);

        return false;
    }

    /// <summary>Notes that an accepted order has ended.</summary>
    public void End(in RestingOrder order) => _clearing.Risk?[order.Participant]?.End();

    /// <summary>Gives back what was set aside for lots of an order.</summary>
    public void Release(in RestingOrder order, Quantity lots)
    {
        _clearing.Risk?[order.Participant]?.Remove(order, lots.Lots, _instrument);
        if (IsReserved(order))
            Reserve(order, -lots.Lots);
    }

    /// <summary>How many lots an order's account can pay for, or deliver, at this price now.</summary>
    public Quantity Affordable(in RestingOrder order, Price price)
    {
        if (IsReserved(order))
            return new Quantity(long.MaxValue);

        int p = order.Participant.Value;
        bool isDelivered = order.Side == Side.Sell && _policy != SettlementPolicy.Unlimited;
        long lots = isDelivered ? Math.Max(0, FreeLots(p, _clearing.Risk?[order.Participant])) : long.MaxValue;
        long each = CashPerLot(order.Side, price);
        if (isDelivered && each == 0)
            return new Quantity(lots);

        long free = (_policy == SettlementPolicy.Unlimited ? Room(order, price) : _cash[p]) - _reservedCash[p];
        return new Quantity(free < 0 ? 0 : each == 0 ? lots : Math.Min(lots, free / each));
    }

    /// <summary>Sets aside, until <see cref="ReleaseHeld"/>, what an order needs for a match that is planned.</summary>
    public void Hold(in RestingOrder order, Price price, Quantity lots)
    {
        if (IsReserved(order))
            return;

        bool isDelivered = order.Side == Side.Sell && _policy != SettlementPolicy.Unlimited;
        (int Participant, long Cash, long Lots) held = (
            order.Participant.Value, CashPerLot(order.Side, price) * lots.Lots, isDelivered ? lots.Lots : 0);
        _reservedCash[held.Participant] += held.Cash;
        _reservedInventory[held.Participant] += held.Lots;
        _held.Add(held);
    }

    public void ReleaseHeld()
    {
        foreach ((int participant, long cash, long lots) in _held)
        {
            _reservedCash[participant] -= cash;
            _reservedInventory[participant] -= lots;
        }

        _held.Clear();
    }

    /// <summary>Moves cash and lots between the accounts of two orders that matched.</summary>
    /// <remarks>
    /// By the sign of the one's side and not by a branch: nobody can guess which of two that meet is the buyer.
    /// </remarks>
    public void Settle(in RestingOrder one, in RestingOrder other, Price price, Quantity quantity)
    {
        long lots = quantity.Lots * one.Side.Sign;
        long cost = price.Ticks * lots * _cashPerTick;
        (int p, int q) = (one.Participant.Value, other.Participant.Value);
        if (AsksOfOrders)
            BeforeSettlement(one, other, quantity, lots, cost);

        long[] cash = _cash;
        long[] inventory = _inventory;
        cash[p] -= cost;
        cash[q] += cost;
        inventory[p] += lots;
        inventory[q] -= lots;
        _clearing.NoteCash(cash[p]);
        _clearing.NoteCash(cash[q]);
        if (AsksOfOrders || _policy != SettlementPolicy.Unlimited)
            AfterSettlement(lots > 0 ? p : q, lots > 0 ? q : p, price);
    }

    void BeforeSettlement(
        in RestingOrder one, in RestingOrder other, Quantity quantity, long lots, long cost)
    {
        Release(one, quantity);
        Release(other, quantity);
        _clearing.Risk?[one.Participant]?.BeforeSettlement(_instrument, lots, -cost);
        _clearing.Risk?[other.Participant]?.BeforeSettlement(_instrument, -lots, cost);
    }

    void AfterSettlement(int buyer, int seller, Price price)
    {
        if (_clearing.Risk is { } risk)
        {
            _lastTrade = Midpoint.Between(price, price);
            risk.OnTrade(_instrument, price);
        }

        bool areSound = _cash[buyer] >= 0 && (_inventory[seller] >= 0 || !OwesTooMuch(seller));
        if (!areSound && _policy != SettlementPolicy.Unlimited)
            Contradict(buyer, seller);
    }

    bool OwesTooMuch(int seller) => _inventory[seller] < -(_clearing.Risk?[new ParticipantId(seller)]?.Short ?? 0);

    void Contradict(int buyer, int seller) => Invariant.Holds(
        false,
        $"nobody owes too much: buyer {buyer} has cash {_cash[buyer]}, seller {seller} has {_inventory[seller]} lots");

    /// <summary>Charges the fee of an execution that was settled and said, and says that, unless it is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(
        in RestingOrder order, Quantity executed, Price price, Liquidity liquidity, EventBuffer events)
    {
        if (_fees is not null)
            Charge(_fees, order, executed, price, liquidity, events);
    }

    void Charge(
        VenueFees fees, in RestingOrder order, Quantity executed, Price price, Liquidity liquidity, EventBuffer events)
    {
        long turnover = Math.Abs(price.Ticks * executed.Lots * _cashPerTick);
        Charge(order, executed, liquidity, fees.Next(order.Participant, liquidity, executed, turnover), events);
    }

    /// <summary>Charges an incoming order what it would have paid more, or received less, at another price.</summary>
    public void ChargeDifference(
        in RestingOrder order, Quantity executed, Price price, Price other, EventBuffer events)
    {
        long cash = Math.Abs(other.Ticks - price.Ticks) * executed.Lots * _cashPerTick;
        Charge(order, executed, Liquidity.Removed, cash, events);
    }

    void Charge(in RestingOrder order, Quantity executed, Liquidity liquidity, long cash, EventBuffer events)
    {
        long charged = _clearing.Charge(order.Participant.Value, cash);
        if (charged != 0)
        {
            events.Charged(
                order.Side, liquidity, order.Participant, order.Number, order.Order, executed, new Cash(charged));
        }
    }

    /// <summary>Sets aside what so many lots of an order need, or gives it back if they are negative.</summary>
    void Reserve(in RestingOrder order, long lots)
    {
        int p = order.Participant.Value;
        _reservedCash[p] += order.ReservedPerLot * lots;
        _reservedInventory[p] += lots & IfSold(order);
    }

    /// <summary>What the account lacks for an order.</summary>
    RejectReason Shortage(in RestingOrder order, Quantity lots, RiskAccount? limited)
    {
        long needed = order.ReservedPerLot * lots.Lots;
        int p = order.Participant.Value;
        long sold = lots.Lots & IfSold(order);
        if ((sold > 0) & (_inventory[p] - _reservedInventory[p] < sold) && FreeLots(p, limited) < sold)
            return RejectReason.InsufficientInventory;

        bool isPaid = (sold == 0) | (needed > 0);
        return isPaid & (_cash[p] - _reservedCash[p] < needed) ? RejectReason.InsufficientCash : RejectReason.None;
    }

    /// <summary>
    /// All bits if an order sells, none if it buys: computed where a branch would be guessed wrong half of the time.
    /// </summary>
    static long IfSold(in RestingOrder order) => unchecked(-(long)order.Side);

    bool IsReserved(in RestingOrder order) => _policy == SettlementPolicy.Reserve && order.HasLimit;

    /// <summary>
    /// What a lot of a reserved order takes from its account at most: at its limit, since fees grow slower than prices.
    /// </summary>
    long CashPerLot(in RestingOrder order)
    {
        long value = order.Limit.Ticks * _cashPerTick; // Not negative, under the policy that reserves.
        long fee = _fees is null ? 0 : _fees.HighestPerLot(value);
        return Math.Max(0, fee + (order.Side.Sign * value));
    }

    /// <summary>
    /// What a lot takes from its account at a price. The account may stand on both sides, and is then charged twice.
    /// </summary>
    long CashPerLot(Side side, Price price)
    {
        long value = Math.Abs(price.Ticks) * _cashPerTick;
        if (_policy == SettlementPolicy.Unlimited)
            return _fees is null ? value : value + (2 * _fees.LargestPerLot(value));

        long fee = _fees is null ? 0 : _fees.HighestPerLot(value);
        return side == Side.Buy ? Math.Max(value + fee, 2 * fee) : Math.Max(0, fee - value);
    }

    /// <summary>What may still be sold, short selling included.</summary>
    long FreeLots(int participant, RiskAccount? limited) =>
        _inventory[participant] - _reservedInventory[participant] + (limited?.Short ?? 0);

    /// <summary>
    /// How much cash may still flow in the direction in which a match at this price moves it; with fees, in both.
    /// </summary>
    long Room(in RestingOrder order, Price price)
    {
        long cash = _cash[order.Participant.Value];
        (long up, long down) = (long.MaxValue - Math.Max(cash, 0), long.MaxValue + Math.Min(cash, 0));
        if (_fees is not null)
            return Math.Min(up, down);

        return (order.Side == Side.Sell) == (price.Ticks > 0) ? up : down;
    }
}
