using System.Numerics;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// What participants have gained since they began: their cash, and what they hold at the price of the last trade.
/// </summary>
/// <remarks>
/// A trade moves the worth of everybody who holds the instrument. So it is only noted, and a participant follows the
/// notes when it is asked about: a look costs as much as there were new prices since the last one, and never more than
/// all instruments.
/// </remarks>
sealed class Gains
{
    readonly MarketDirectory _directory;
    readonly Clearing _clearing;
    readonly Int128[] _gain;
    readonly long[] _seen;
    readonly long[] _first;
    readonly long[] _mark;
    readonly bool[] _hasTraded;
    readonly Move[] _moves;
    long _noted;

    public Gains(MarketDirectory directory, Clearing clearing)
    {
        (_directory, _clearing) = (directory, clearing);
        _gain = new Int128[directory.Participants.Count];
        _seen = new long[directory.Participants.Count];
        int instruments = directory.Instruments.Count;
        _first = new long[instruments];
        _mark = new long[instruments];
        _hasTraded = new bool[instruments];
        _moves = new Move[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, instruments))];
    }

    /// <summary>
    /// In cash units; negative for a loss. What a participant began with counts at each instrument's first price.
    /// </summary>
    public Int128 Of(int participant)
    {
        Follow(participant);
        return _gain[participant];
    }

    /// <summary>Notes that an account is about to receive lots, or to deliver them if they are negative.</summary>
    public void BeforeLots(int participant, InstrumentId instrument, long lots)
    {
        Follow(participant);
        if (_hasTraded[instrument.Value])
            _gain[participant] += Worth(instrument.Value, lots, _mark[instrument.Value]);
    }

    /// <summary>Notes that an account has received cash, or paid it if it is negative.</summary>
    public void OnCash(int participant, long units) => _gain[participant] += units;

    public void OnTrade(InstrumentId instrument, Price price)
    {
        int i = instrument.Value;
        bool isFirst = !_hasTraded[i];
        if (!isFirst && _mark[i] == price.Ticks)
            return;

        At(_noted++) = new Move(instrument.Value, isFirst, isFirst ? price.Ticks : price.Ticks - _mark[i]);
        if (isFirst)
            _first[i] = price.Ticks;

        (_hasTraded[i], _mark[i]) = (true, price.Ticks);
    }

    void Follow(int participant)
    {
        if (_seen[participant] == _noted)
            return;

        if (_noted - _seen[participant] > _moves.Length)
            _gain[participant] = Sum(participant);
        else
            for (long note = _seen[participant]; note < _noted; note++)
                Follow(participant, At(note));

        _seen[participant] = _noted;
    }

    void Follow(int participant, in Move move)
    {
        long held = _clearing.Inventory[move.Instrument][participant];
        long lots = move.IsFirst ? held - Opening(participant, move.Instrument) : held;
        _gain[participant] += Worth(move.Instrument, lots, move.Ticks);
    }

    Int128 Sum(int participant)
    {
        Int128 sum = (Int128)_clearing.Cash[participant] - _directory.Participants[participant].OpeningCash.Units;
        for (int i = 0; i < _mark.Length; i++)
        {
            if (_hasTraded[i])
            {
                sum += Worth(i, _clearing.Inventory[i][participant], _mark[i]);
                sum -= Worth(i, Opening(participant, i), _first[i]);
            }
        }

        return sum;
    }

    /// <summary>
    /// One lot at any price that is traded is worth no more than an account can hold, see <see cref="PriceRange"/>.
    /// </summary>
    Int128 Worth(int instrument, long lots, long ticks) =>
        Math.BigMul(lots, ticks * _clearing.CashPerTick(new InstrumentId((short)instrument)));

    ref Move At(long note) => ref _moves[note & (_moves.Length - 1)];

    long Opening(int participant, int instrument)
    {
        IReadOnlyList<long> began = _directory.Participants[participant].OpeningInventory;
        return instrument < began.Count ? began[instrument] : 0;
    }

    readonly record struct Move(int Instrument, bool IsFirst, long Ticks);
}
