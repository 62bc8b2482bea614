using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>
/// Cash and lots. What is reserved is not kept anywhere: it is added up from the live orders whenever it is asked for.
/// </summary>
sealed class SimpleAccounts(MarketDirectory directory, SettlementPolicy policy, SimpleOrders liveOrders)
{
    readonly long[] _cash = [.. directory.Participants.Select(participant => participant.OpeningCash.Units)];
    readonly long[][] _lots = [.. directory.Participants.Select(participant => participant.OpeningInventory.ToArray())];

    public SettlementPolicy Policy => policy;

    public int Participants => _cash.Length;

    /// <summary>What the house has kept of overlaps.</summary>
    public long House { get; private set; }

    public long CashOf(int participant) => _cash[participant];

    public long LotsOf(int participant, int instrument) => _lots[participant][instrument];

    public long Cost(InstrumentId instrument, Price price, long lots) =>
        price.Ticks * lots * directory[instrument].CashPerTick;

    public long FreeCash(ParticipantId participant) =>
        _cash[participant.Value] - Reserving(participant, Side.Buy)
            .Sum(order => Cost(order.Instrument, order.Limit, order.Remaining));

    public long FreeLots(ParticipantId participant, InstrumentId instrument) =>
        _lots[participant.Value][instrument.Value]
        - Reserving(participant, Side.Sell).Where(order => order.Instrument == instrument).Sum(order =>
            order.Remaining);

    /// <summary>Whether the venue takes an order of so many lots at a price.</summary>
    public bool Takes(InstrumentId instrument, Price price, long lots)
    {
        Int128 ticks = price.Ticks;
        return Int128.Abs(ticks) <= 1_000_000_000_000
            && Int128.Abs(ticks) * lots * directory[instrument].CashPerTick <= 1_000_000_000_000_000
            && (ticks >= 0 || policy == SettlementPolicy.Unlimited);
    }

    /// <summary>Why an account cannot hold an order that is not yet live.</summary>
    public RejectReason Refusal(SimpleOrder order)
    {
        if (policy != SettlementPolicy.Reserve || !order.HasPrice)
            return RejectReason.None;
        if (order.Side == Side.Sell)
        {
            return FreeLots(order.Participant, order.Instrument) < order.Remaining
                ? RejectReason.InsufficientInventory
                : RejectReason.None;
        }

        return FreeCash(order.Participant) < Cost(order.Instrument, order.Limit, order.Remaining)
            ? RejectReason.InsufficientCash
            : RejectReason.None;
    }

    /// <summary>How many lots a live order can settle, beside what was spent already.</summary>
    public long Covered(SimpleOrder order, Price price, long spent = 0)
    {
        if (policy == SettlementPolicy.Unlimited || (policy == SettlementPolicy.Reserve && order.HasPrice))
            return long.MaxValue;
        if (order.Side == Side.Sell)
            return Math.Max(0, FreeLots(order.Participant, order.Instrument) - spent);

        long free = FreeCash(order.Participant) - spent;
        long each = Cost(order.Instrument, price, 1);
        return free < 0 ? 0 : each == 0 ? long.MaxValue : free / each;
    }

    public void Settle(SimpleOrder buy, SimpleOrder sell, Price price, long lots)
    {
        long cost = Cost(buy.Instrument, price, lots);
        _cash[buy.Participant.Value] -= cost;
        _cash[sell.Participant.Value] += cost;
        _lots[buy.Participant.Value][buy.Instrument.Value] += lots;
        _lots[sell.Participant.Value][buy.Instrument.Value] -= lots;
    }

    public void PayToHouse(ParticipantId participant, long cash)
    {
        _cash[participant.Value] -= cash;
        House += cash;
    }

    IEnumerable<SimpleOrder> Reserving(ParticipantId participant, Side side) =>
        liveOrders.All.Where(order => policy == SettlementPolicy.Reserve
            && order.HasPrice
            && order.Participant == participant
            && order.Side == side);
}
