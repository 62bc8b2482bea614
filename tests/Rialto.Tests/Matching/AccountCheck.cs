using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Adds up what executions move, and compares it with the accounts; nothing is made, lost or owed without permission.
/// </summary>
sealed class AccountCheck(
    MarketDirectory directory, ITestedVenue venue, SettlementPolicy policy, IReadOnlyList<RiskLimits?>? limits = null)
{
    readonly Int128[] _cash = [.. directory.Participants.Select(participant => (Int128)participant.OpeningCash.Units)];
    readonly long[][] _lots = [.. directory.Participants.Select(participant => participant.OpeningInventory.ToArray())];
    Int128 _house;

    public void Follow(InstrumentId instrument, MarketEvent[] events)
    {
        CheckMatches(events);
        bool any = false;
        foreach (
            MarketEvent happened in events.Where(happened => happened.Kind is EventKind.Executed or EventKind.Charged))
        {
            int p = happened.Participant.Value;
            any = true;
            _cash[p] -= happened.Fee.Units;
            _house += happened.Fee.Units;
            if (happened.Kind == EventKind.Charged)
                continue;

            long each = happened.Price.Ticks * directory[instrument].CashPerTick;
            _cash[p] -= happened.Side.Sign * (Int128)each * happened.Quantity.Lots;
            _lots[p][instrument.Value] += happened.Side.Sign * happened.Quantity.Lots;
        }

        if (!any)
            return;

        Assert.True(venue is not RealVenue real || real.House == _house);
        for (int p = 0; p < _cash.Length; p++)
        {
            ParticipantId participant = new(p);
            long shorts = limits?[p]?.Short?.Lots ?? 0;
            Assert.Equal(_cash[p], (Int128)venue.CashOf(participant));
            Assert.Equal(_lots[p][instrument.Value], venue.LotsOf(participant, instrument));
            Assert.True(policy == SettlementPolicy.Unlimited
                || (_cash[p] >= 0 && _lots[p][instrument.Value] >= -shorts));
        }
    }

    /// <summary>
    /// A match is one trade and two executions, a buy and a sell of the same lots at the same price; it takes these
    /// lots off the displayed order, if there was one.
    /// </summary>
    static void CheckMatches(MarketEvent[] events)
    {
        foreach (
            IGrouping<MatchNumber, MarketEvent> match in events.Where(e => e.Match.Value != 0).GroupBy(e => e.Match))
        {
            MarketEvent[] told = [.. match.Where(happened => happened.Kind != EventKind.OrderReduced)];
            Assert.Equal(
                [EventKind.Executed, EventKind.Executed, EventKind.Trade], told.Select(happened => happened.Kind));
            Assert.Equal(
                0, told.Where(happened => happened.Kind == EventKind.Executed).Sum(executed => executed.Side.Sign));
            Assert.Single(told.DistinctBy(happened => happened.Price));
            Assert.Single(match.DistinctBy(happened => happened.Quantity));
            // Displayed orders that it took from.
            Assert.InRange(match.Count(), told.Length, told.Length + (told[0].Liquidity == Liquidity.Auction ? 2 : 1));
        }
    }
}
