using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Adds up what executions move, and compares it with the accounts; nothing is made, lost or owed without permission.</summary>
sealed class AccountCheck(MarketDirectory directory, Clearing clearing, IReadOnlyList<RiskLimits?>? limits = null)
{
    readonly Int128[] _cash = [.. directory.Participants.Select(participant => (Int128)participant.OpeningCash.Units)];
    readonly long[][] _lots = [.. directory.Participants.Select(participant => participant.OpeningInventory.ToArray())];
    Int128 _house;

    public void Follow(InstrumentId instrument, MarketEvent[] events)
    {
        CheckMatches(events);
        bool any = false;
        foreach (MarketEvent executed in events.Where(happened => happened.Kind == EventKind.Executed))
        {
            int p = executed.Participant.Value;
            any = true;
            long each = executed.Price.Ticks * directory[instrument].CashPerTick;
            _cash[p] -= executed.Side.Sign * (Int128)each * executed.Quantity.Lots;
            _lots[p][instrument.Value] += executed.Side.Sign * executed.Quantity.Lots;
        }

        foreach (MarketEvent charged in events.Where(happened => happened.Kind == EventKind.Charged))
        {
            _cash[charged.Participant.Value] -= charged.Fee.Units;
            _house += charged.Fee.Units;
        }

        if (!any)
            return;

        Assert.Equal(_house, (Int128)clearing.House.Units);
        for (int p = 0; p < _cash.Length; p++)
        {
            long shortOf = limits?[p]?.Short?.Lots ?? 0;
            ParticipantId participant = new(p);
            Assert.Equal(_cash[p], (Int128)clearing.CashOf(participant).Units);
            Assert.Equal(_lots[p][instrument.Value], clearing.InventoryOf(participant, instrument));
            Assert.True(clearing.Policy == SettlementPolicy.Unlimited || (_cash[p] >= 0 && _lots[p][instrument.Value] >= -shortOf));
        }
    }

    /// <summary>A fee stands behind the execution that it is for. A match is one trade and two executions: a buy and a sell of the same lots at the same price.</summary>
    static void CheckMatches(MarketEvent[] events)
    {
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i].Kind == EventKind.Charged)
                Assert.Equal((EventKind.Executed, events[i].Number, events[i].Quantity), (events[i - 1].Kind, events[i - 1].Number, events[i - 1].Quantity));
        }

        foreach (IGrouping<MatchNumber, MarketEvent> match in events.Where(e => e.Match.Value != 0).GroupBy(e => e.Match))
        {
            Assert.Equal([EventKind.Executed, EventKind.Executed, EventKind.Trade], match.Select(happened => happened.Kind).Order());
            Assert.Equal(0, match.Where(happened => happened.Kind == EventKind.Executed).Sum(executed => executed.Side.Sign));
            Assert.Single(match.DistinctBy(happened => (happened.Price, happened.Quantity)));
        }
    }
}
