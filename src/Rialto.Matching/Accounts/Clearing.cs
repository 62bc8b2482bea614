using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The accounts of a market: cash and inventory of every participant, shared by all its venues.</summary>
/// <remarks>
/// A settlement moves the same cash and the same lots from one account to another, and a fee moves cash to the house,
/// so both are conserved. Under every policy but <see cref="SettlementPolicy.Unlimited"/> no account ever becomes
/// negative, short selling within <see cref="RiskLimits.Short"/> excepted; under that one, no account's cash leaves the
/// range of its number. What a listing does with the accounts is in <see cref="ListingClearing"/>.
/// </remarks>
public sealed class Clearing
{
    /// <summary>
    /// As long as all accounts are this near to zero, no match of orders with prices takes one out of its range.
    /// </summary>
    const long FarCash = long.MaxValue / 2;

    readonly MarketDirectory _directory;
    readonly long[] _cashPerTick;
    readonly long _leastHouse;
    long _house;

    /// <param name="directory">Who takes part, with what, in which instruments.</param>
    /// <param name="policy">What an account must hold.</param>
    /// <param name="limits">What each participant may do; null, or none at the end, for those without limits.</param>
    /// <exception cref="ArgumentException">
    /// If one account came to hold everything, it would leave its range; where there is no limit, if one is half way
    /// there.
    /// </exception>
    public Clearing(MarketDirectory directory, SettlementPolicy policy, IReadOnlyList<RiskLimits?>? limits = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        _directory = directory;
        Policy = policy;
        _cashPerTick = [.. directory.Instruments.Select(instrument => instrument.CashPerTick)];
        int participants = directory.Participants.Count;
        Cash = new long[participants];
        ReservedCash = new long[participants];
        Inventory = new long[_cashPerTick.Length][];
        ReservedInventory = new long[_cashPerTick.Length][];
        for (int i = 0; i < _cashPerTick.Length; i++)
        {
            Inventory[i] = new long[participants];
            ReservedInventory[i] = new long[participants];
        }

        for (int p = 0; p < participants; p++)
        {
            Participant participant = directory.Participants[p];
            Cash[p] = participant.OpeningCash.Units;
            for (int i = 0; i < _cashPerTick.Length && i < participant.OpeningInventory.Count; i++)
                Inventory[i][p] = participant.OpeningInventory[i];

            NoteCash(Cash[p]);
        }

        if (limits is not null && limits.Any(limit => limit is not null))
            Risk = new RiskChecks(directory, this, limits);

        AsksOfOrders = policy == SettlementPolicy.Reserve || Risk is not null;

        Int128 sold = limits?.Sum(limit => limit?.Short?.Lots ?? 0) ?? 0;
        bool fits = SumOf(Cash) <= long.MaxValue
            && Array.TrueForAll(Inventory, lots => SumOf(lots) + sold <= long.MaxValue);
        if (policy != SettlementPolicy.Unlimited && !fits)
            throw new ArgumentException("The accounts together hold more than one account can.", nameof(directory));

        bool areFar = Array.Exists(Inventory, lots => Array.Exists(lots, held => held is < -FarCash or > FarCash));
        if (policy == SettlementPolicy.Unlimited && areFar)
            throw new ArgumentException(
                "An account holds more of an instrument than half of what a number can say.", nameof(directory));

        _leastHouse = policy == SettlementPolicy.Unlimited ? -long.MaxValue : (long)SumOf(Cash) - long.MaxValue;
    }

    public SettlementPolicy Policy { get; }

    public int Participants => Cash.Length;

    /// <summary>
    /// What the venues have taken in fees, less what they have paid in rebates: with it the market's cash is conserved.
    /// </summary>
    public Cash House => new(_house);

    internal long[] Cash { get; }

    internal long[] ReservedCash { get; }

    internal long[][] Inventory { get; }

    internal long[][] ReservedInventory { get; }

    /// <summary>Null as long as nobody has a limit and nobody was stopped.</summary>
    internal RiskChecks? Risk { get; private set; }

    /// <summary>Whether anything is asked of an order that comes; else it need not be reserved for.</summary>
    internal bool AsksOfOrders { get; private set; }

    /// <summary>Whether an account's cash came near the end of its range.</summary>
    internal bool IsAnyFar { get; private set; }

    public Cash CashOf(ParticipantId participant) => new(Cash[participant.Value]);

    /// <summary>In lots; negative when sold short.</summary>
    public long InventoryOf(ParticipantId participant, InstrumentId instrument) =>
        Inventory[instrument.Value][participant.Value];

    /// <summary>Whether the participant was stopped: see <see cref="Venue.Stop"/>.</summary>
    public bool IsStopped(ParticipantId participant) => Risk?[participant] is { IsStopped: true };

    internal long CashPerTick(InstrumentId instrument) => _cashPerTick[instrument.Value];

    internal void Stop(ParticipantId participant)
    {
        Risk ??= new RiskChecks(_directory, this, []);
        Risk.Stop(participant);
        AsksOfOrders = true;
    }

    internal void NoteCash(long cash) => IsAnyFar |= unchecked((ulong)(cash + FarCash) > 2 * (ulong)FarCash);

    /// <summary>Moves a fee to the house, or a rebate from it.</summary>
    /// <returns>
    /// What was moved: less than was asked for only where the house, or all accounts, would leave their range.
    /// </returns>
    internal long Charge(int participant, long fee)
    {
        if (fee > 0 ? _house > long.MaxValue - fee : _house < _leastHouse - fee)
            fee = (fee > 0 ? long.MaxValue : _leastHouse) - _house;

        long before = Cash[participant];
        Cash[participant] = before - fee;
        _house += fee;
        Risk?[new ParticipantId(participant)]?.OnFee(fee);
        NoteCash(Cash[participant]);

        // Who owes already may come to owe more by selling, since the fee is paid from what was earned.
        if (before >= 0 && before < fee && Policy != SettlementPolicy.Unlimited)
            Contradict(participant, before, fee);

        return fee;
    }

    static void Contradict(int participant, long cash, long fee) =>
        Invariant.Holds(
            false, $"an account pays no more than it has: participant {participant} has cash {cash}, fee {fee}");

    /// <summary>Pays a participant for each lot held.</summary>
    /// <param name="participant">Who.</param>
    /// <param name="instrument">What is held.</param>
    /// <param name="perLot">In ticks.</param>
    /// <param name="lots">What was held; below zero if it was owed.</param>
    /// <param name="charged">What was taken, below zero if it was paid.</param>
    /// <returns>Whether there was anything to pay.</returns>
    internal bool TryPay(int participant, InstrumentId instrument, Ticks perLot, out long lots, out long charged)
    {
        lots = Inventory[instrument.Value][participant];
        charged = -(lots * perLot.Count * CashPerTick(instrument));
        if (charged > 0 && Policy != SettlementPolicy.Unlimited)
            charged = Math.Min(charged, Math.Max(0, Cash[participant] - ReservedCash[participant]));
        if (charged != 0)
            charged = Charge(participant, charged);

        return charged != 0;
    }

    static Int128 SumOf(long[] holdings)
    {
        Int128 sum = 0;
        foreach (long holding in holdings)
            sum += Math.Max(holding, 0);

        return sum;
    }
}
