using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// What every participant has, folded from executions and their fees: cash, and lots of each instrument.
/// </summary>
sealed class Accounts
{
    readonly Instrument[] _instruments;
    readonly long[] _cash;
    readonly long[] _lots;
    readonly long[] _traded;
    readonly long[] _fees;

    public Accounts(MarketDirectory directory)
    {
        _instruments = [.. directory.Instruments];
        int participants = directory.Participants.Count;
        _cash = new long[participants];
        _traded = new long[participants];
        _fees = new long[participants];
        _lots = new long[participants * _instruments.Length];
        for (int p = 0; p < participants; p++)
        {
            Participant participant = directory.Participants[p];
            _cash[p] = participant.OpeningCash.Units;
            for (int i = 0; i < Math.Min(_instruments.Length, participant.OpeningInventory.Count); i++)
                _lots[(p * _instruments.Length) + i] = participant.OpeningInventory[i];
        }
    }

    public int Count => _cash.Length;

    public Cash CashOf(int participant) => new(_cash[participant]);

    public long LotsOf(int participant, int instrument) => _lots[(participant * _instruments.Length) + instrument];

    /// <summary>How many lots a participant traded, of all instruments.</summary>
    public long TradedBy(int participant) => _traded[participant];

    /// <summary>What a participant paid in fees, less what it received in rebates.</summary>
    public Cash FeesOf(int participant) => new(_fees[participant]);

    public void Charge(in MarketEvent charged)
    {
        _cash[charged.Participant.Value] -= charged.Fee.Units;
        _fees[charged.Participant.Value] += charged.Fee.Units;
    }

    public void Execute(in MarketEvent executed, InstrumentId instrument)
    {
        int participant = executed.Participant.Value;
        Invariant.Holds(participant >= 0 && participant < _cash.Length, $"participant {participant} of {_cash.Length}");

        long lots = executed.Quantity.Lots;
        int sign = executed.Side.Sign;
        _cash[participant] -= sign * _instruments[instrument.Value].CostOf(executed.Price, executed.Quantity).Units;
        _lots[(participant * _instruments.Length) + instrument.Value] += sign * lots;
        _traded[participant] += lots;
    }

    /// <summary>Cash plus every lot at its mark, in cash units; null while something held has no mark.</summary>
    /// <param name="halfTicks">What a lot of each instrument is worth, in half ticks.</param>
    public double? NetWorth(int participant, ReadOnlySpan<long?> halfTicks)
    {
        double worth = _cash[participant];
        for (int i = 0; i < _instruments.Length; i++)
        {
            long lots = LotsOf(participant, i);
            if (lots == 0)
                continue;
            if (halfTicks[i] is not { } mark)
                return null;

            worth += 0.5 * lots * mark * _instruments[i].CashPerTick;
        }

        return worth;
    }
}
