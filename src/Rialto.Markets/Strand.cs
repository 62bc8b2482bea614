using Rialto.Agents;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>One line of an agent's code: what it waits for, and how it goes on when that has come.</summary>
/// <remarks>
/// An agent's own code is the strand that its <see cref="Port"/> is; what it spawns has further ones, which share the
/// port's account. Nothing stands in the queue that nobody waits for. Stale entries are told by their generation.
/// </remarks>
class Strand : AgentAccess
{
    /// <summary>How many lines of 64 bytes a port takes at most.</summary>
    public const int Lines = 6;

    const Signals AnyPublic = Signals.Public | Signals.State | Signals.Indication;

    readonly int _place;
    Note[] _notes = [];
    Coroutine? _parked;
    Signals _awaited;
    Signals _resumed;
    Timestamp _until;
    Timestamp _privateScheduled = Timestamp.Never;
    int _generation;
    int _told;

    /// <param name="market">The carrier.</param>
    /// <param name="port">Whose code it is; null for the port itself.</param>
    /// <param name="place">Its place among the market's strands.</param>
    public Strand(Market market, Port? port, int place)
        : base(market, port) => _place = place;

    public override Signals Resumed => _resumed;

    /// <summary>The code that it runs: null before it has begun, or if it ended before its first wait.</summary>
    public Coroutine? Root { get; set; }

    /// <summary>The code waits from now on.</summary>
    public override void Park(Coroutine coroutine, Signals signals, Timestamp until)
    {
        if (!Market.IsOpen)
            return; // It was continued for the last time.
        if (_parked is not null)
            throw new InvalidOperationException("The agent waits already: await one thing at a time.");

        Timestamp free = Port.FreeAt;
        _parked = coroutine;
        _awaited = signals;
        _told = Port.Told;
        _until = until == Timestamp.Never ? until : Timestamp.Latest(until, free);
        BeginGeneration();
        if (_until != Timestamp.Never)
        {
            Market.Queue.Add(
                new QueueEntry(Math.Max(_until.Nanoseconds, Now.Nanoseconds), DueKind.Timer, _place, _generation));
        }

        if ((signals & Signals.Private) != 0 && Port.FirstLetterDue is { } due)
            SchedulePrivate(due);
        if ((signals & AnyPublic) != 0)
            AwaitPublic(free);
    }

    /// <summary>Begins a new wait for the beginning.</summary>
    public void AwaitStart(Timestamp start)
    {
        BeginGeneration();
        Market.Queue.Add(new QueueEntry(start.Nanoseconds, DueKind.Timer, _place, _generation));
    }

    public void OnTimer(int generation)
    {
        if (generation != _generation || !Market.IsOpen)
            return;

        if (_parked is null)
            Port.Begin();
        else
            Continue(Signals.Time);
    }

    /// <summary>A private event has been posted: it will be due then.</summary>
    public void OnPosted(Timestamp due)
    {
        if (_parked is not null && (_awaited & Signals.Private) != 0)
            SchedulePrivate(due);
    }

    public void OnPrivate()
    {
        _privateScheduled = Timestamp.Never;
        TellTheTime();
        TellOfLetters();
    }

    /// <summary>Publications of a listing that it watches have reached it.</summary>
    public void OnPublic(LatencyClass seers, long end)
    {
        TellTheTime();
        TellOfLetters();
        int place = 0;
        while (_notes[place].Seers != seers)
            place++;

        long first = _notes[place].From;
        _notes[place].IsNoted = false;
        if (_parked is null || (_awaited & AnyPublic) == 0 || Now < Port.FreeAt)
            return; // While it thinks, the note says from where it has not seen: it is told when it has thought.

        Signals happened = _awaited & seers.KindsOf(first, end);
        if (happened == Signals.None)
            Enlist(place);
        else
            Continue(happened, seers.Feed, first, end);
    }

    /// <summary>The agent has thought: what became public meanwhile is told now.</summary>
    public void OnReady(int generation)
    {
        if (generation != _generation || _parked is null)
            return;

        TellTheTime();
        TellOfLetters();
        if (generation != _generation || _parked is null)
            return;

        for (int i = 0; i < _notes.Length; i++)
        {
            if (_notes[i].IsNoted)
                continue; // Nothing has reached it yet.

            LatencyClass seers = _notes[i].Seers!;
            long first = _notes[i].From;
            long end = seers.FirstUnseen(Now);
            Signals happened = _awaited & seers.KindsOf(first, end);
            if (happened != Signals.None)
            {
                Continue(happened, seers.Feed, first, end);
                return;
            }

            Enlist(i);
        }
    }

    /// <summary>Fetches what the code will need when it goes on. A hint.</summary>
    public void Prefetch()
    {
        if (_parked is { } parked)
            Hardware.PrefetchObject(parked, 3);

        Port.PrefetchAgent();
    }

    /// <summary>Continues the code for the last time.</summary>
    public void Close()
    {
        if (_parked is not null)
            Continue(Signals.Closed);
    }

    /// <summary>Drops the code: it is not continued any more.</summary>
    public void Drop()
    {
        _parked = null;
        BeginGeneration();
    }

    /// <summary>
    /// At one instant an agent is told of the time first, then of private things, then of public ones, whichever stands
    /// first in the queue: that depends on who else is waiting.
    /// </summary>
    void TellTheTime()
    {
        if (_parked is not null && _until <= Now)
            Continue(Signals.Time);
    }

    void TellOfLetters()
    {
        if (_parked is null || (_awaited & Signals.Private) == 0)
            return;

        // What the entry was made for may have been told at an earlier wake of the same instant, to other code of the
        // agent too.
        bool isTold = Port.Told != _told || Port.FirstLetterDue <= Now;
        if (isTold && Now >= Port.FreeAt)
            Continue(Signals.Private);
        else if (isTold)
            SchedulePrivate(Now);
        else if (Port.FirstLetterDue is { } due)
            SchedulePrivate(due);
    }

    /// <summary>Hands over what has reached the agent, private things first, and continues its code.</summary>
    void Continue(Signals happened, Feed? feed = null, long first = 0, long end = 0)
    {
        Coroutine coroutine = _parked!;
        Signals awaited = _awaited;
        _parked = null;
        BeginGeneration();
        _resumed = happened;
        Market.WakeUps++;
        Port.Wake();
        try
        {
            Port.TakeLetters();
            feed?.HandOver(Port.Agent, awaited, first, end);

            coroutine.Continue();
        }
        catch (Exception fault) when (fault is not InvariantException)
        {
            Market.RunningPlace = -1;
            Port.Stop(fault);
            return;
        }

        Market.RunningPlace = -1;

        // Code that nobody awaits has nobody else to tell.
        if (coroutine is { IsDone: true, IsAwaited: false, Fault: { } lost } && coroutine != Root)
        {
            Port.Stop(lost);
            return;
        }

        if (Root is not { IsDone: true } root)
            return;

        if (root.Fault is { } thrown)
            Port.Stop(thrown);
        else
            Port.OnEnded(this);
    }

    void AwaitPublic(Timestamp free)
    {
        if (_notes.Length < Port.Subscriptions)
            Array.Resize(ref _notes, Port.Subscriptions);

        for (int i = 0; i < _notes.Length; i++)
        {
            _notes[i].Seers ??= Port.SeersOf(i);
            if (_notes[i].IsNoted)
                continue;

            if (free > Now)
                _notes[i].From = _notes[i].Seers!.FirstUnseen(Now);
            else
                Enlist(i);
        }

        if (free > Now)
            Market.Queue.Add(new QueueEntry(free.Nanoseconds, DueKind.Ready, _place, _generation));
    }

    void Enlist(int place)
    {
        ref Note note = ref _notes[place];
        note.From = note.Seers!.Add(this, Now);
        note.IsNoted = true;
    }

    void SchedulePrivate(Timestamp due)
    {
        due = Timestamp.Latest(due, Timestamp.Latest(Now, Port.FreeAt));
        if (due >= _privateScheduled)
            return;

        _privateScheduled = due;
        Market.Queue.Add(new QueueEntry(due.Nanoseconds, DueKind.Private, _place));
    }

    /// <summary>Everything that the queue still holds for an earlier wait is stale from now on.</summary>
    void BeginGeneration() => _generation = unchecked(_generation + 1);

    /// <summary>How far the code has seen a listing that it watches.</summary>
    struct Note
    {
        /// <summary>With whom it sees the listing.</summary>
        public LatencyClass? Seers;

        /// <summary>The first publication that had not reached it when it began to wait.</summary>
        public long From;

        /// <summary>Whether it stands among those who wait there.</summary>
        public bool IsNoted;
    }
}
