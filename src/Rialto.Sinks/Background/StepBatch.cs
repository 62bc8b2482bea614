using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Copies of consecutive steps, and of what was said between them. Used again after it was replayed.</summary>
sealed class StepBatch
{
    const int Steps = 2048;
    const int Notes = 1024;

    readonly StepHead[] _heads = new StepHead[Steps];
    readonly Note[] _notes = new Note[Notes];
    MarketEvent[] _events = new MarketEvent[4096];
    int _headCount;
    int _noteCount;
    int _eventCount;

    public bool IsEmpty => _headCount == 0 && _noteCount == 0;

    public bool HasRoomForNote => _noteCount < Notes;

    /// <summary>Whether one more step of so many events fits. In an empty batch every step does.</summary>
    public bool HasRoomFor(int events) =>
        _headCount < Steps && (_eventCount + events <= _events.Length || _headCount == 0);

    public void Add(in Step step)
    {
        int end = _eventCount + step.Events.Length;
        if (end > _events.Length)
            Array.Resize(ref _events, Math.Max(end, 2 * _events.Length));

        step.Events.CopyTo(_events.AsSpan(_eventCount));
        _eventCount = end;
        _heads[_headCount++] = new StepHead(step.Sequence, end, step.Input);
    }

    public void Add(AgentState state) => _notes[_noteCount++] = new Note(_headCount, state, default, default, default);

    public void Add(Timestamp at, InstrumentId instrument, Price value) =>
        _notes[_noteCount++] = new Note(_headCount, null, at, instrument, value);

    public void Replay(IMarketListener listener)
    {
        int note = 0;
        int begin = 0;
        for (int index = 0; index < _headCount; index++)
        {
            note = ReplayNotes(listener, note, index);
            ref readonly StepHead head = ref _heads[index];
            listener.OnStep(new Step(head.Sequence, in head.Input, _events.AsSpan(begin, head.EventsEnd - begin)));
            begin = head.EventsEnd;
        }

        ReplayNotes(listener, note, _headCount);
    }

    public void Clear()
    {
        Array.Clear(_notes, 0, _noteCount);
        _headCount = _noteCount = _eventCount = 0;
    }

    /// <summary>Replays, from <paramref name="note"/> on, what was said when so many steps were in the batch.</summary>
    int ReplayNotes(IMarketListener listener, int note, int steps)
    {
        for (; note < _noteCount && _notes[note].StepsBefore == steps; note++)
        {
            ref readonly Note said = ref _notes[note];
            if (said.State is { } state)
                listener.OnAgentState(state);
            else
                listener.OnValue(said.At, said.Instrument, said.Value);
        }

        return note;
    }

    /// <summary>A step without its events, which end at <paramref name="eventsEnd"/> in the batch.</summary>
    readonly struct StepHead(long sequence, int eventsEnd, in Input input)
    {
        public readonly long Sequence = sequence;
        public readonly int EventsEnd = eventsEnd;
        public readonly Input Input = input;
    }

    /// <summary>
    /// An agent's state or, if there is none, a value; and how many steps of the batch came before it.
    /// </summary>
    readonly record struct Note(int StepsBefore, AgentState? State, Timestamp At, InstrumentId Instrument, Price Value);
}
