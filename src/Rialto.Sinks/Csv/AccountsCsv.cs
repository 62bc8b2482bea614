using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>
/// <c>accounts.csv</c>: what each participant owns, first and after every step that executed its orders.
/// </summary>
/// <remarks>
/// <code>
/// column            meaning
/// sequence          of the step, from 1; 0 for the opening
/// time              seconds since the run's origin
/// participant       name
/// cash              currency, after fees; negative if it owes
/// fees              currency paid in fees so far; negative if more was received in rebates
/// inventory_SYMBOL  lots of that instrument, one column for each; negative if it is short
/// </code>
/// Computed from the executions and their fees alone.
/// </remarks>
public sealed class AccountsCsv : ISink
{
    readonly MarketDirectory _directory;
    readonly MarketRows _rows;
    readonly Cash[] _cash;
    readonly Cash[] _fees;
    readonly long[] _inventory;
    readonly long[] _changedIn;
    readonly List<ParticipantId> _changed = [];

    /// <param name="directory">The names, and what each participant starts with.</param>
    /// <param name="stream">Written from its position on, and disposed with the sink.</param>
    public AccountsCsv(MarketDirectory directory, Stream stream)
    {
        int participants = directory.Participants.Count;
        _directory = directory;
        _rows = new MarketRows(directory, stream, [
            "sequence", "time", "participant", "cash", "fees",
            .. directory.Symbols.Select(symbol => $"inventory_{symbol}")]);
        _cash = new Cash[participants];
        _fees = new Cash[participants];
        _inventory = new long[participants * directory.Instruments.Count];
        _changedIn = new long[participants];

        for (int number = 0; number < participants; number++)
            Open(new ParticipantId(number));
    }

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind == EventKind.Executed)
                Execute(step, happened);
            else if (happened.Kind == EventKind.Charged)
                Charge(step, happened);
        }

        foreach (ParticipantId participant in _changed)
            Write(step.Sequence, step.Input.At, participant);

        _changed.Clear();
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    void Open(ParticipantId id)
    {
        Participant participant = _directory[id];
        _cash[id.Value] = participant.OpeningCash;
        for (int instrument = 0; instrument < participant.OpeningInventory.Count; instrument++)
            InventoryOf(id)[instrument] = participant.OpeningInventory[instrument];

        Write(sequence: 0, Timestamp.Zero, id);
    }

    void Execute(in Step step, in MarketEvent executed)
    {
        InstrumentId instrument = step.Input.Listing.Instrument;
        ParticipantId participant = executed.Participant;
        Cash cost = _directory[instrument].CostOf(executed.Price, executed.Quantity);

        _cash[participant.Value] += executed.Side == Side.Buy ? -cost : cost;
        InventoryOf(participant)[instrument.Value] += executed.Side.Sign * executed.Quantity.Lots;
        NoteChange(step, participant);
    }

    void Charge(in Step step, in MarketEvent charged)
    {
        _cash[charged.Participant.Value] -= charged.Fee;
        _fees[charged.Participant.Value] += charged.Fee;
        NoteChange(step, charged.Participant);
    }

    void NoteChange(in Step step, ParticipantId participant)
    {
        if (_changedIn[participant.Value] == step.Sequence)
            return;

        _changedIn[participant.Value] = step.Sequence;
        _changed.Add(participant);
    }

    void Write(long sequence, Timestamp at, ParticipantId participant)
    {
        _rows.Add(sequence);
        _rows.Add(at);
        _rows.Add(participant);
        _rows.Add(_cash[participant.Value]);
        _rows.Add(_fees[participant.Value]);
        foreach (long lots in InventoryOf(participant))
            _rows.Add(lots);

        _rows.EndRow();
    }

    Span<long> InventoryOf(ParticipantId participant)
    {
        int instruments = _directory.Instruments.Count;
        return _inventory.AsSpan(participant.Value * instruments, instruments);
    }
}
