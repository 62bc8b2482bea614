using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Keeps accounts of its own from executions and fees: after every step, what one participant gained another lost or
/// the house took, and whoever traded has what the market says. Now and then all accounts are compared, and added up.
/// </summary>
/// <param name="market">Where the accounts are looked up.</param>
public sealed class ConservationMonitor(Market market) : InvariantMonitor
{
    readonly MarketDirectory _directory = market.Directory;
    readonly Int128[] _cash =
        [.. market.Directory.Participants.Select(participant => (Int128)participant.OpeningCash.Units)];
    readonly long[][] _lots = [.. market.Directory.Participants.Select(participant =>
        Opening(participant, market.Directory.Instruments.Count))];
    Int128 _house;

    public override string Rule => "shares and cash are neither made nor lost";

    public override string? Check(in Step step, MonitoredListing listing)
    {
        InstrumentId instrument = step.Input.Listing.Instrument;
        Int128 madeCash = 0;
        long madeLots = 0;
        bool any = false;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind is not (EventKind.Executed or EventKind.Charged))
                continue;

            any = true;
            (Int128 cash, long lots) = Effect(happened, instrument);
            _cash[happened.Participant.Value] += cash;
            _lots[happened.Participant.Value][instrument.Value] += lots;
            madeLots += lots;
            madeCash += cash;
            if (happened.Kind == EventKind.Charged)
            {
                _house += happened.Fee.Units;
                madeCash += happened.Fee.Units;
            }
        }

        if (madeLots != 0 || madeCash != 0)
            return $"the step makes {madeLots} lots and {madeCash} units of cash";

        return any ? CompareTraders(step, instrument) : null;
    }

    public override string? CheckAll()
    {
        for (int i = 0; i < _directory.Instruments.Count; i++)
        {
            Int128 lots = 0;
            for (int p = 0; p < _cash.Length; p++)
            {
                InstrumentId instrument = new((short)i);
                if (Compare(new ParticipantId(p), instrument) is { } difference)
                    return difference;

                lots += market.InventoryOf(new ParticipantId(p), instrument) - Opening(
                    _directory.Participants[p], i + 1)[i];
            }

            if (lots != 0)
                return $"there are {lots} lots of {_directory.Instruments[i].Symbol} more than at the beginning";
        }

        return market.House.Units == _house
            ? null
            : $"the house has {market.House.Units} units of cash, by the fees {_house}";
    }

    (Int128 Cash, long Lots) Effect(in MarketEvent happened, InstrumentId instrument)
    {
        if (happened.Kind == EventKind.Charged)
            return (-happened.Fee.Units, 0);

        Int128 cost = (Int128)happened.Price.Ticks * _directory[instrument].CashPerTick * happened.Quantity.Lots;
        return (-happened.Side.Sign * cost, happened.Side.Sign * happened.Quantity.Lots);
    }

    string? CompareTraders(in Step step, InstrumentId instrument)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind is EventKind.Executed or EventKind.Charged
                && Compare(happened.Participant, instrument) is { } difference)
                return difference;
        }

        return market.House.Units == _house
            ? null
            : $"the house has {market.House.Units} units of cash, by the fees {_house}";
    }

    string? Compare(ParticipantId participant, InstrumentId instrument)
    {
        (Int128 cash, long lots) = (_cash[participant.Value], _lots[participant.Value][instrument.Value]);
        (long hasCash, long hasLots) = (market.CashOf(participant).Units, market.InventoryOf(participant, instrument));
        return cash == hasCash && lots == hasLots
            ? null
            : $"{_directory[participant].Name} has {hasCash} units of cash and {hasLots} lots, by its executions "
                + $"{cash} and {lots}";
    }

    static long[] Opening(Participant participant, int instruments)
    {
        long[] lots = new long[instruments];
        for (int i = 0; i < instruments && i < participant.OpeningInventory.Count; i++)
            lots[i] = participant.OpeningInventory[i];

        return lots;
    }
}
