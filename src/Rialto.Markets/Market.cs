using Rialto.Agents;
using Rialto.Journal;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>The one carrier: the only loop that touches a market.</summary>
/// <remarks>
/// A driver calls <see cref="RunUntil"/> and <see cref="Submit"/>, and nothing else: a simulation runs to its end, a
/// live host merges its inbox with the wall clock, a replay applies records. One market is one thread.
/// <para>
/// At one instant, first everything due is done that is not a request: timers, deliveries, expiries, auctions, quotes
/// that reach a venue whose pegged orders follow them (after what is due at that venue itself). Then the requests that
/// have reached a venue form one group, in the order that the venue's <see cref="TieBreak"/> gives. What the group
/// causes at the same instant forms the next round.
/// </para>
/// </remarks>
public sealed class Market
{
    /// <summary>More steps than this within one nanosecond stop the run.</summary>
    const int MostStepsPerInstant = 1_000_000;

    readonly MarketSetup _setup;
    readonly IJournal? _journal;
    readonly Venues _venues;
    readonly Calendar _calendar;
    readonly References _references;
    readonly RequestsInFlight _requests;
    readonly PlannedInterventions _planned;
    readonly List<int> _group = [];
    readonly List<IMarketListener> _listeners = [];
    readonly List<StoppedAgent> _stopped = [];
    readonly List<RandomStream> _streams = [];
    EventHash _hash;
    int _stepsAtThisInstant;
    Timestamp _lastStep;
    long _dueAtThisInstant;

    /// <param name="setup">What the market is made of.</param>
    /// <param name="journal">Takes every input before it has an effect; null to keep none.</param>
    public Market(MarketSetup setup, IJournal? journal = null)
    {
        (_setup, _journal) = (setup, journal);
        _planned = new PlannedInterventions(setup.Interventions);
        Queue = new EventQueue(Prepare);
        _venues = new Venues(setup, Stream);
        _calendar = new Calendar(this, setup, _venues);
        _requests = new RequestsInFlight(setup.Venues, venue => Stream($"ties/{Directory.Venues[venue]}"));
        Feeds = new Feeds(this);
        _references = new References(this, setup, _venues);
        Ports = new Ports(this, setup, Stream);
        _calendar.Begin();
        Ports.Begin();
    }

    /// <summary>The instant up to which everything has happened.</summary>
    public Timestamp Now { get; private set; }

    /// <summary>When something internal is due next; null if nothing is.</summary>
    public Timestamp? NextDue => Queue.NextDue is { } due && _planned.NextDue is { } planned
        ? Timestamp.Earliest(due, planned)
        : Queue.NextDue ?? _planned.NextDue;

    public bool IsOpen { get; private set; } = true;

    public MarketDirectory Directory => _setup.Directory;

    /// <summary>How many steps were applied.</summary>
    public long Steps { get; private set; }

    /// <summary>How many events the steps caused.</summary>
    public long Events { get; private set; }

    /// <summary>How often agents were continued.</summary>
    public long WakeUps { get; internal set; }

    /// <summary>The agent whose code is running now; null between them. Another thread may look.</summary>
    public ParticipantId? Running => RunningPlace is var place && place < 0 ? null : Ports[place].Participant;

    /// <summary>How many requests have reached a venue.</summary>
    public long Requests { get; private set; }

    /// <summary>
    /// What was brought to somebody: wake-ups, requests that reached a venue, answers and executions told.
    /// </summary>
    public long Deliveries => WakeUps + Requests + Told;

    /// <summary>The rolling hash of all events so far.</summary>
    public ulong Hash => _hash.Value;

    /// <summary>The agents that threw, in order.</summary>
    public IReadOnlyList<StoppedAgent> StoppedAgents => _stopped;

    internal EventQueue Queue { get; }

    /// <summary>What is public.</summary>
    internal Feeds Feeds { get; }

    /// <summary>The agents.</summary>
    internal Ports Ports { get; }

    /// <summary>The place of the agent whose code is running; negative between them.</summary>
    internal int RunningPlace { get; set; } = -1;

    /// <summary>Private events on their way.</summary>
    internal Letters Letters { get; } = new();

    /// <summary>How many private events agents were told.</summary>
    internal long Told { get; set; }

    /// <summary>Whether somebody wants to see agents' states.</summary>
    internal bool IsObserved => _listeners.Count > 0 && ShowsAgents;

    /// <summary>Whether agents' reports are passed on to the listeners.</summary>
    public bool ShowsAgents { get; set; }

    /// <summary>
    /// Adds a listener, which is told the fundamental values as they are, and receives every later step.
    /// </summary>
    public void Add(IMarketListener listener)
    {
        _listeners.Add(listener);
        for (short i = 0; i < _setup.Values.Count; i++)
        {
            if (_setup.Values[i] is { } value)
                listener.OnValue(Now, new InstrumentId(i), value.At(Now));
        }
    }

    /// <summary>What the venues have taken in fees, less what they have paid in rebates.</summary>
    public Cash House => _venues.House;

    public Cash CashOf(ParticipantId participant) => _venues.CashOf(participant);

    public long InventoryOf(ParticipantId participant, InstrumentId instrument) =>
        _venues.InventoryOf(participant, instrument);

    /// <summary>The book as the public sees it, now.</summary>
    public DisplayedBook DisplayedBook(Listing listing) => Feeds[listing].Book;

    /// <summary>The levels of a side as the venue has them, best first: for checks and snapshots.</summary>
    public Level[] Levels(Listing listing, Side side) => _venues.Levels(listing, side);

    /// <summary>Does everything internal that is due at or before the horizon.</summary>
    /// <exception cref="MarketException">One instant does not come to an end.</exception>
    public StopReason RunUntil(Timestamp horizon)
    {
        while (_planned.TryTake(horizon, out Intervention? planned))
        {
            DoAllUntil(planned.At);
            if (IsOpen)
                planned.Apply(this);
        }

        DoAllUntil(horizon);
        return Queue.Count == 0 && _planned.NextDue is null ? StopReason.Idle : StopReason.Horizon;
    }

    void DoAllUntil(Timestamp horizon)
    {
        while (Queue.TryAdvance(horizon, out Timestamp due))
        {
            Now = Timestamp.Latest(Now, due); // A replay leaves entries behind that lie in its past.
            RunInstant();
        }

        Now = Timestamp.Latest(Now, horizon);
    }

    /// <summary>Plans something that is done to the market from outside, at a time that has not passed.</summary>
    public void Plan(Intervention intervention)
    {
        if (intervention.At < Now)
        {
            throw new ArgumentException(
                $"The intervention is due at {intervention.At}, and it is {Now} already.", nameof(intervention));
        }

        _planned.Add(intervention);
    }

    /// <summary>Goes on with other chance: every random stream begins anew, under its name with a suffix.</summary>
    public void Branch(string suffix)
    {
        foreach (RandomStream stream in _streams)
            stream.Rename(_setup.Seed, stream.Name + suffix);
    }

    /// <summary>
    /// Takes a participant out: it is stopped, and its code, if it has any, is not continued any more.
    /// </summary>
    public void Remove(ParticipantId participant)
    {
        Ports.Of(participant)?.Leave();
        Stop(participant);
    }

    /// <summary>Runs until the input's time, then applies it.</summary>
    /// <exception cref="ArgumentException">
    /// The input lies in the past, or is for a listing that does not exist.
    /// </exception>
    public void Submit(in Input external)
    {
        Feeds.Demand(external.Listing);
        if (external.At < Now)
        {
            throw new ArgumentException(
                $"The input is due at {external.At}, and it is {Now} already.", nameof(external));
        }

        RunUntil(external.At);
        Apply(external);
    }

    /// <summary>
    /// Applies a recorded input as it stands, without anything else that may be due: the schedule is not run again.
    /// </summary>
    public void Replay(in Input recorded)
    {
        Now = recorded.At;
        _planned.ForgetUntil(Now); // What was done then stands in the journal.
        if (recorded is { Kind: InputKind.Control, Control: Control.Close })
            IsOpen = false;

        Apply(recorded);
    }

    /// <summary>Stops a participant: its orders are canceled everywhere, and it enters nothing any more.</summary>
    public void Stop(ParticipantId participant)
    {
        foreach (Feed feed in Feeds.All)
            Apply(Input.OfStop(Now, feed.Listing, participant));
    }

    /// <summary>Ends the trading session of every listing, and continues every agent for the last time.</summary>
    public void Close()
    {
        bool wasOpen = IsOpen;
        foreach (Feed feed in Feeds.All)
        {
            // A journal may have been cut off between two of them.
            if (!_venues.IsClosed(feed.Listing))
                Apply(Input.OfControl(Now, feed.Listing, Control.Close));
        }

        IsOpen = false;
        if (wasOpen)
            Ports.CloseAll();
    }

    /// <summary>Stops trading in a listing: until it is resumed, only cancels are accepted.</summary>
    public void Halt(Listing listing) => Submit(Input.OfControl(Now, listing, Control.Halt));

    /// <summary>
    /// Ends a halt: by an auction if the listing's rules say how long orders are collected for it, or else at once.
    /// </summary>
    public void Resume(Listing listing) => Submit(Input.OfControl(Now, listing, Control.Resume));

    /// <summary>Holds an auction now: that of a call market, or the one that ends an interruption or a halt.</summary>
    public void Call(Listing listing) => Submit(Input.OfControl(Now, listing, Control.Call));

    /// <summary>Lets an agent begin that has no time of its own to begin at.</summary>
    internal void Begin(ParticipantId participant, Timestamp at) => Ports.Of(participant)?.AwaitStart(at);

    /// <summary>How many calls an agent may make each time it continues.</summary>
    internal int CallBudget => _setup.CallBudget;

    internal void Send(in Request request, Timestamp arrival)
    {
        if (IsOpen)
            Queue.Add(new QueueEntry(arrival.Nanoseconds, DueKind.Request, _requests.Send(request)));
    }

    internal void Show(AgentState state)
    {
        foreach (IMarketListener listener in _listeners)
            listener.OnAgentState(state);
    }

    internal void Show(InstrumentId instrument, FundamentalValue value)
    {
        foreach (IMarketListener listener in _listeners)
            listener.OnValue(Now, instrument, value.At(Now));
    }

    /// <param name="port">The agent's.</param>
    /// <param name="lastArrival">
    /// When the last request that it has sent reaches its venue: what is under way is canceled too.
    /// </param>
    internal void OnAgentStopped(Port port, Timestamp lastArrival)
    {
        _stopped.Add(new StoppedAgent(port.Participant, Now, port.Fault!));
        CancelAll(port.Participant, Now);
        if (lastArrival > Now)
            CancelAll(port.Participant, lastArrival);
    }

    void CancelAll(ParticipantId participant, Timestamp at)
    {
        foreach (Feed feed in Feeds.All)
        {
            Request cancelAll = default(Request) with
            {
                Kind = RequestKind.CancelAll, Listing = feed.Listing, Participant = participant,
            };
            Send(cancelAll, at);
        }
    }

    void RunInstant()
    {
        _dueAtThisInstant = 0;
        while (true)
        {
            while (Queue.TryTake(out QueueEntry entry))
                Do(entry);

            if (!_requests.HasArrivals)
                return;

            _requests.TakeArrivals(_group);
            foreach (int slot in _group)
            {
                Apply(Input.OfRequest(Now, Origin.Agent, _requests[slot]));
                _requests.Free(slot);
            }
        }
    }

    void Do(in QueueEntry entry)
    {
        if (++_dueAtThisInstant > MostStepsPerInstant + (100L * Ports.Count))
            throw Endless(WhoCaused(entry));

        switch (entry.Kind)
        {
            case DueKind.Timer:
                Ports.Strand(entry.Target).OnTimer(entry.Generation);
                break;
            case DueKind.Ready:
                Ports.Strand(entry.Target).OnReady(entry.Generation);
                break;
            case DueKind.Private:
                Ports.Strand(entry.Target).OnPrivate();
                break;
            case DueKind.Public:
                Feeds.Class(entry.Target).Deliver(Now);
                break;
            case DueKind.Request:
                Requests++;
                _requests.Arrive(entry.Target);
                break;
            case DueKind.Deadline:
                _calendar.MeetDeadline(entry.Target);
                break;
            case DueKind.Value:
                _calendar.MoveValue(entry.Target);
                break;
            case DueKind.Payment:
                _calendar.Pay(entry.Target, entry.Generation);
                break;
            case DueKind.Reference:
                _references.Bring(entry.Target);
                break;
        }
    }

    /// <summary>
    /// Fetches what an entry will need when it is due: first what it names, then what that names. A hint.
    /// </summary>
    void Prepare(QueueEntry entry, bool isSecond)
    {
        switch (entry.Kind)
        {
            case DueKind.Timer or DueKind.Ready or DueKind.Private when isSecond:
                Ports.Strand(entry.Target).Prefetch();
                break;
            case DueKind.Timer or DueKind.Ready or DueKind.Private:
                Hardware.PrefetchObject(Ports.Strand(entry.Target), Strand.Lines);
                break;
            case DueKind.Request when isSecond:
                ref readonly Request request = ref _requests[entry.Target];
                _venues.Prefetch(request);
                Ports.Of(request.Participant)?.PrefetchLines();
                break;
            case DueKind.Request:
                _requests.Prefetch(entry.Target);
                break;
        }
    }

    /// <summary>
    /// The only place where anything acts on a market: one input, what follows from it, and who is told.
    /// </summary>
    internal void Apply(in Input input)
    {
        _stepsAtThisInstant = input.At == _lastStep ? _stepsAtThisInstant + 1 : 1;
        _lastStep = input.At;
        if (_stepsAtThisInstant > MostStepsPerInstant && input.Origin == Origin.Agent)
            throw Endless(Directory[input.Request.Participant].Name);

        long sequence = Steps + 1;
        _journal?.Append(sequence, input, _hash.Value);
        Steps = sequence;
        Step step = new(sequence, input, _venues.Apply(input));
        _hash.Add(step);
        Events += step.Events.Length;
        Tell(step);
        _calendar.ScheduleDeadline(input.Listing);
    }

    /// <summary>
    /// Private events go to their participants, public ones into the listing's history, all to the listeners.
    /// </summary>
    void Tell(in Step step)
    {
        Ports.Post(step);
        Feeds[step.Input.Listing].Fold(step);
        foreach (IMarketListener listener in _listeners)
            listener.OnStep(step);
    }

    MarketException Endless(string agent) => new($"The instant {Now} does not end: {agent} does not let time pass.");

    string WhoCaused(in QueueEntry entry) => entry.Kind switch
    {
        DueKind.Timer or DueKind.Private or DueKind.Ready => Directory[Ports.Strand(entry.Target).Participant].Name,
        DueKind.Request => Directory[_requests[entry.Target].Participant].Name,
        _ => "somebody",
    };

    RandomStream Stream(string name)
    {
        RandomStream stream = new(_setup.Seed, name);
        _streams.Add(stream);
        return stream;
    }
}
