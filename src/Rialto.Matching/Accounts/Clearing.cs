using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The accounts of a market: cash and inventory of every participant, shared by all its venues.</summary>
/// <remarks>
/// A settlement moves the same cash and the same lots from one account to another, so both are conserved. Under every policy
/// but <see cref="SettlementPolicy.Unlimited"/> no account ever becomes negative; under that one, no account's cash leaves
/// the range of its number.
/// </remarks>
public sealed class Clearing
{
    /// <summary>As long as all accounts are this near to zero, no match of orders with prices takes one out of its range.</summary>
    const long FarCash = long.MaxValue / 2;

    readonly long[] _cashPerTick;
    readonly long[] _cash;
    readonly long[] _reservedCash;
    readonly long[][] _inventory;
    readonly long[][] _reservedInventory;
    readonly List<(int Participant, long Cash, long Lots)> _held = [];
    bool _isAnyFar;

    /// <param name="directory">Who takes part, with what, in which instruments.</param>
    /// <param name="policy">What an account must hold.</param>
    /// <exception cref="ArgumentException">If one account came to hold everything, it would leave its range.</exception>
    public Clearing(MarketDirectory directory, SettlementPolicy policy)
    {
        Policy = policy;
        _cashPerTick = [.. directory.Instruments.Select(instrument => instrument.CashPerTick)];
        int participants = directory.Participants.Count;
        _cash = new long[participants];
        _reservedCash = new long[participants];
        _inventory = new long[_cashPerTick.Length][];
        _reservedInventory = new long[_cashPerTick.Length][];
        for (int i = 0; i < _cashPerTick.Length; i++)
        {
            _inventory[i] = new long[participants];
            _reservedInventory[i] = new long[participants];
        }

        for (int p = 0; p < participants; p++)
        {
            Participant participant = directory.Participants[p];
            _cash[p] = participant.OpeningCash.Units;
            for (int i = 0; i < _cashPerTick.Length && i < participant.OpeningInventory.Count; i++)
                _inventory[i][p] = participant.OpeningInventory[i];

            _isAnyFar |= IsFar(_cash[p]);
        }

        if (policy != SettlementPolicy.Unlimited && !Array.TrueForAll([_cash, .. _inventory], FitsIntoOne))
            throw new ArgumentException("The accounts together hold more than one account can.", nameof(directory));
    }

    public SettlementPolicy Policy { get; }

    public int Participants => _cash.Length;

    /// <summary>Whether a match of two orders with prices can be settled whoever they belong to.</summary>
    internal bool CoversAnyMatch => Policy == SettlementPolicy.Unlimited && !_isAnyFar;

    public Cash CashOf(ParticipantId participant) => new(_cash[participant.Value]);

    /// <summary>In lots; negative when sold short.</summary>
    public long InventoryOf(ParticipantId participant, InstrumentId instrument) =>
        _inventory[instrument.Value][participant.Value];

    internal long CashPerTick(InstrumentId instrument) => _cashPerTick[instrument.Value];

    /// <summary>Sets aside what lots of an order may need. False, and nothing changes, if the account does not have it.</summary>
    internal bool TryReserve(in RestingOrder order, Quantity lots, InstrumentId instrument, out RejectReason reason)
    {
        reason = RejectReason.None;
        if (Policy != SettlementPolicy.Reserve || !order.HasLimit)
            return true;

        int p = order.Participant.Value;
        if (order.Side == Side.Buy)
        {
            long cost = CostOf(instrument, order.Limit, lots);
            if (_cash[p] - _reservedCash[p] < cost)
            {
                reason = RejectReason.InsufficientCash;
                return false;
            }

            _reservedCash[p] += cost;
            return true;
        }

        if (_inventory[instrument.Value][p] - _reservedInventory[instrument.Value][p] < lots.Lots)
        {
            reason = RejectReason.InsufficientInventory;
            return false;
        }

        _reservedInventory[instrument.Value][p] += lots.Lots;
        return true;
    }

    /// <summary>Gives back what was set aside for lots of an order.</summary>
    internal void Release(in RestingOrder order, Quantity lots, InstrumentId instrument)
    {
        if (Policy != SettlementPolicy.Reserve || !order.HasLimit)
            return;

        if (order.Side == Side.Buy)
            _reservedCash[order.Participant.Value] -= CostOf(instrument, order.Limit, lots);
        else
            _reservedInventory[instrument.Value][order.Participant.Value] -= lots.Lots;
    }

    /// <summary>How many lots an order's account can pay for, or deliver, at this price now.</summary>
    internal Quantity Affordable(in RestingOrder order, Price price, InstrumentId instrument)
    {
        if (IsReserved(order))
            return new Quantity(long.MaxValue);

        int p = order.Participant.Value;
        if (order.Side == Side.Sell && Policy != SettlementPolicy.Unlimited)
            return new Quantity(Math.Max(0, _inventory[instrument.Value][p] - _reservedInventory[instrument.Value][p]));

        long each = Math.Abs(price.Ticks) * CashPerTick(instrument);
        long free = (Policy == SettlementPolicy.Unlimited ? Room(order, price) : _cash[p]) - _reservedCash[p];
        return new Quantity(free < 0 ? 0 : each == 0 ? long.MaxValue : free / each);
    }

    /// <summary>Sets aside, until <see cref="ReleaseHeld"/>, what an order needs for a match that is planned.</summary>
    internal void Hold(in RestingOrder order, Price price, Quantity lots, InstrumentId instrument)
    {
        if (IsReserved(order))
            return;

        bool isCash = order.Side == Side.Buy || Policy == SettlementPolicy.Unlimited;
        (int Participant, long Cash, long Lots) held =
            (order.Participant.Value, isCash ? Math.Abs(CostOf(instrument, price, lots)) : 0, isCash ? 0 : lots.Lots);
        _reservedCash[held.Participant] += held.Cash;
        _reservedInventory[instrument.Value][held.Participant] += held.Lots;
        _held.Add(held);
    }

    internal void ReleaseHeld(InstrumentId instrument)
    {
        foreach ((int participant, long cash, long lots) in _held)
        {
            _reservedCash[participant] -= cash;
            _reservedInventory[instrument.Value][participant] -= lots;
        }

        _held.Clear();
    }

    /// <summary>Moves cash and lots between the accounts of two orders that matched.</summary>
    internal void Settle(
        in RestingOrder buy, in RestingOrder sell, Price price, Quantity quantity, InstrumentId instrument)
    {
        Release(buy, quantity, instrument);
        Release(sell, quantity, instrument);

        long cost = CostOf(instrument, price, quantity);
        long[] inventory = _inventory[instrument.Value];
        (int buyer, int seller) = (buy.Participant.Value, sell.Participant.Value);
        _cash[buyer] -= cost;
        _cash[seller] += cost;
        inventory[buyer] += quantity.Lots;
        inventory[seller] -= quantity.Lots;
        _isAnyFar |= IsFar(_cash[buyer]) || IsFar(_cash[seller]);

        Invariant.Holds(
            Policy == SettlementPolicy.Unlimited || (_cash[buyer] >= 0 && inventory[seller] >= 0),
            $"buyer {buyer} has cash {_cash[buyer]}, seller {seller} has {inventory[seller]} lots");
    }

    bool IsReserved(in RestingOrder order) => Policy == SettlementPolicy.Reserve && order.HasLimit;

    /// <summary>How much cash may still flow in the direction in which a match at this price moves it.</summary>
    long Room(in RestingOrder order, Price price)
    {
        long cash = _cash[order.Participant.Value];
        bool isPaid = (order.Side == Side.Sell) == (price.Ticks > 0);
        return isPaid ? long.MaxValue - Math.Max(cash, 0) : long.MaxValue + Math.Min(cash, 0);
    }

    static bool IsFar(long cash) => cash is < -FarCash or > FarCash;

    static bool FitsIntoOne(long[] holdings)
    {
        Int128 sum = 0;
        foreach (long holding in holdings)
            sum += Math.Max(holding, 0);

        return sum <= long.MaxValue;
    }

    long CostOf(InstrumentId instrument, Price price, Quantity quantity) =>
        price.Ticks * quantity.Lots * CashPerTick(instrument);
}
