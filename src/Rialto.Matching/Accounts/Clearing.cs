using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The accounts of a market: cash and inventory of every participant, shared by all its venues.</summary>
/// <remarks>
/// A settlement moves the same cash and the same lots from one account to another, so both are conserved. Under every policy
/// but <see cref="SettlementPolicy.Unlimited"/> no account ever becomes negative.
/// </remarks>
public sealed class Clearing
{
    readonly Instrument[] _instruments;
    readonly long[] _cash;
    readonly long[] _reservedCash;
    readonly long[][] _inventory;
    readonly long[][] _reservedInventory;

    /// <param name="directory">Who takes part, with what, in which instruments.</param>
    /// <param name="policy">What an account must hold.</param>
    public Clearing(MarketDirectory directory, SettlementPolicy policy)
    {
        Policy = policy;
        _instruments = [.. directory.Instruments];
        int participants = directory.Participants.Count;
        _cash = new long[participants];
        _reservedCash = new long[participants];
        _inventory = new long[_instruments.Length][];
        _reservedInventory = new long[_instruments.Length][];
        for (int i = 0; i < _instruments.Length; i++)
        {
            _inventory[i] = new long[participants];
            _reservedInventory[i] = new long[participants];
        }

        for (int p = 0; p < participants; p++)
        {
            Participant participant = directory.Participants[p];
            _cash[p] = participant.OpeningCash.Units;
            for (int i = 0; i < _instruments.Length && i < participant.OpeningInventory.Count; i++)
                _inventory[i][p] = participant.OpeningInventory[i];
        }
    }

    public SettlementPolicy Policy { get; }

    public int Participants => _cash.Length;

    public Cash CashOf(ParticipantId participant) => new(_cash[participant.Value]);

    /// <summary>In lots; negative when sold short.</summary>
    public long InventoryOf(ParticipantId participant, InstrumentId instrument) =>
        _inventory[instrument.Value][participant.Value];

    internal long CashPerTick(InstrumentId instrument) => _instruments[instrument.Value].CashPerTick;

    /// <summary>Sets aside what an order may need. False, and nothing changes, if the account does not have it.</summary>
    internal bool TryReserve(in RestingOrder order, InstrumentId instrument, out RejectReason reason)
    {
        reason = RejectReason.None;
        if (Policy != SettlementPolicy.Reserve || order.Type == OrderType.Market)
            return true;

        int p = order.Participant.Value;
        if (order.Side == Side.Buy)
        {
            long cost = CostOf(instrument, order.Limit, order.Remaining);
            if (_cash[p] - _reservedCash[p] < cost)
            {
                reason = RejectReason.InsufficientCash;
                return false;
            }

            _reservedCash[p] += cost;
            return true;
        }

        if (_inventory[instrument.Value][p] - _reservedInventory[instrument.Value][p] < order.Remaining.Lots)
        {
            reason = RejectReason.InsufficientInventory;
            return false;
        }

        _reservedInventory[instrument.Value][p] += order.Remaining.Lots;
        return true;
    }

    /// <summary>Gives back what was set aside for lots of an order.</summary>
    internal void Release(in RestingOrder order, Quantity lots, InstrumentId instrument)
    {
        if (Policy != SettlementPolicy.Reserve || order.Type == OrderType.Market)
            return;

        if (order.Side == Side.Buy)
            _reservedCash[order.Participant.Value] -= CostOf(instrument, order.Limit, lots);
        else
            _reservedInventory[instrument.Value][order.Participant.Value] -= lots.Lots;
    }

    /// <summary>How many lots an order's account can pay for, or deliver, at this price now.</summary>
    internal Quantity Affordable(in RestingOrder order, Price price, InstrumentId instrument)
    {
        bool isReserved = Policy == SettlementPolicy.Reserve && order.Type == OrderType.Limit;
        if (Policy == SettlementPolicy.Unlimited || isReserved)
            return new Quantity(long.MaxValue);

        int p = order.Participant.Value;
        if (order.Side == Side.Sell)
            return new Quantity(Math.Max(0, _inventory[instrument.Value][p] - _reservedInventory[instrument.Value][p]));

        long each = price.Ticks * _instruments[instrument.Value].CashPerTick;
        return new Quantity(each <= 0 ? long.MaxValue : Math.Max(0, (_cash[p] - _reservedCash[p]) / each));
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

        Invariant.Holds(
            Policy == SettlementPolicy.Unlimited || (_cash[buyer] >= 0 && inventory[seller] >= 0),
            $"buyer {buyer} has cash {_cash[buyer]}, seller {seller} has {inventory[seller]} lots");
    }

    long CostOf(InstrumentId instrument, Price price, Quantity quantity) =>
        _instruments[instrument.Value].CostOf(price, quantity).Units;
}
