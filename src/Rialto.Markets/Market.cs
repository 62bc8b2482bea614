using Rialto.Agents;
using Rialto.Journal;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Why a market stopped running.</summary>
public enum StopReason : byte
{
    /// <summary>Everything due at or before the horizon has happened.</summary>
    Horizon,

    /// <summary>So it has, and nothing is due later either.</summary>
    Idle,
}

/// <summary>The one carrier: the only loop that touches a market.</summary>
/// <remarks>
/// A driver calls <see cref="RunUntil"/> and <see cref="Submit"/>, and nothing else: a simulation runs to its end, a live host
/// merges its inbox with the wall clock, a replay applies records. One market is one thread.
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
    readonly Clearing _clearing;
    readonly Venue[] _venues;
    readonly EventClasses[] _classes;
    readonly Feed[] _feeds;
    readonly List<LatencyClass> _latencyClasses = [];
    Strand[] _strands;
    int _strandCount;
    readonly Port[] _ports;
    readonly long[] _knownInventory;
    readonly Port?[] _portOf;
    readonly RequestsInFlight _requests;
    readonly Timestamp[] _scheduledDeadline;
    readonly Reference?[] _references;
    readonly List<QuoteLine> _quoteLines = [];
    readonly bool[] _isClosed;
    readonly EventBuffer _events = new();
    readonly List<int> _group = [];
    readonly List<IMarketListener> _listeners = [];
    readonly List<StoppedAgent> _stopped = [];
    readonly PlannedInterventions _planned;
    readonly List<RandomStream> _streams = [];
    EventHash _hash;
    Duration _longestLatency;
    Duration _longestThought;
    int _stepsAtThisInstant;
    Timestamp _lastStep;
    long _dueAtThisInstant;

    /// <param name="setup">What the market is made of.</param>
    /// <param name="journal">Takes every input before it has an effect; null to keep none.</param>
    public Market(MarketSetup setup, IJournal? journal = null)
    {
        _setup = setup;
        _journal = journal;
        _planned = new PlannedInterventions(setup.Interventions);
        Queue = new EventQueue(Prepare);
        _clearing = new Clearing(setup.Directory, setup.Settlement, setup.Limits);
        int instruments = Directory.Instruments.Count;
        _venues = new Venue[setup.Venues.Count];
        _classes = [.. setup.Venues.Select(venue => venue.ShowsOrders ? EventClasses.All : EventClasses.Usual)];
        _feeds = new Feed[_venues.Length * instruments];
        _scheduledDeadline = new Timestamp[_feeds.Length];
        _isClosed = new bool[_feeds.Length];
        Array.Fill(_scheduledDeadline, Timestamp.Never);
        _references = new Reference?[_feeds.Length];
        _requests = new RequestsInFlight(setup.Venues, venue => Stream($"ties/{Directory.Venues[venue]}"));

        for (short v = 0; v < _venues.Length; v++)
        {
            string name = Directory.Venues[v];
            _venues[v] = new Venue(
                setup.Venues[v].Rules, _clearing, id => Stream($"rationing/{name}/{Directory[id].Symbol}"), setup.Venues[v].Fees);
            for (short i = 0; i < instruments; i++)
            {
                Listing listing = new(new(v), new(i));
                _feeds[PlaceOf(listing)] = new Feed(this, listing);
            }
        }

        foreach (Feed feed in _feeds)
            _references[PlaceOf(feed.Listing)] = ReferenceOf(feed.Listing);

        _portOf = new Port?[Directory.Participants.Count];
        _ports = new Port[setup.Agents.Count];
        _knownInventory = new long[_ports.Length * instruments];
        for (int p = 0; p < _ports.Length; p++)
            _portOf[setup.Agents[p].Participant.Value] = _ports[p] = Connect(setup.Agents[p], p);

        _strands = [.. _ports];
        _strandCount = _strands.Length;
        Begin();
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
    public ParticipantId? Running => RunningPlace is var place && place < 0 ? null : _ports[place].Participant;

    /// <summary>How many requests have reached a venue.</summary>
    public long Requests { get; private set; }

    /// <summary>What was brought to somebody: wake-ups, requests that reached a venue, answers and executions told.</summary>
    public long Deliveries => WakeUps + Requests + Told;

    /// <summary>The rolling hash of all events so far.</summary>
    public ulong Hash => _hash.Value;

    /// <summary>The agents that threw, in order.</summary>
    public IReadOnlyList<StoppedAgent> StoppedAgents => _stopped;

    internal EventQueue Queue { get; }

    /// <summary>The place of the agent whose code is running; negative between them.</summary>
    internal int RunningPlace { get; set; } = -1;

    /// <summary>Private events on their way.</summary>
    internal Letters Letters { get; } = new();

    /// <summary>How many private events agents were told.</summary>
    internal long Told { get; set; }

    /// <summary>How far back somebody may still have to be told what was public: the longest latency, and the longest thought.</summary>
    internal Duration Reach => _longestLatency + _longestThought;

    /// <summary>Whether somebody wants to see agents' states.</summary>
    internal bool IsObserved => _listeners.Count > 0 && ShowsAgents;

    /// <summary>Whether agents' reports are passed on to the listeners.</summary>
    public bool ShowsAgents { get; set; }

    /// <summary>Adds a listener, which is told the fundamental values as they are, and receives every later step.</summary>
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
    public Cash House => _clearing.House;

    public Cash CashOf(ParticipantId participant) => _clearing.CashOf(participant);

    public long InventoryOf(ParticipantId participant, InstrumentId instrument) =>
        _clearing.InventoryOf(participant, instrument);

    /// <summary>The book as the public sees it, now.</summary>
    public DisplayedBook DisplayedBook(Listing listing) => FeedOf(listing).Book;

    /// <summary>The levels of a side as the venue has them, best first: for checks and snapshots.</summary>
    public Level[] Levels(Listing listing, Side side) => _venues[listing.Venue.Value].Levels(listing.Instrument, side);

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
            throw new ArgumentException($"The intervention is due at {intervention.At}, and it is {Now} already.", nameof(intervention));

        _planned.Add(intervention);
    }

    /// <summary>Goes on with other chance: every random stream begins anew, under its name with a suffix.</summary>
    public void Branch(string suffix)
    {
        foreach (RandomStream stream in _streams)
            stream.Rename(_setup.Seed, stream.Name + suffix);
    }

    /// <summary>Takes a participant out: it is stopped, and its code, if it has any, is not continued any more.</summary>
    public void Remove(ParticipantId participant)
    {
        _portOf[participant.Value]?.Leave();
        Stop(participant);
    }

    /// <summary>Runs until the input's time, then applies it.</summary>
    /// <exception cref="ArgumentException">The input lies in the past, or is for a listing that does not exist.</exception>
    public void Submit(in Input external)
    {
        Demand(external.Listing);
        if (external.At < Now)
            throw new ArgumentException($"The input is due at {external.At}, and it is {Now} already.", nameof(external));

        RunUntil(external.At);
        Apply(external);
    }

    /// <summary>Applies a recorded input as it stands, without anything else that may be due: the schedule is not run again.</summary>
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
        foreach (Feed feed in _feeds)
            Apply(Input.OfStop(Now, feed.Listing, participant));
    }

    /// <summary>Ends the trading session of every listing, and continues every agent for the last time.</summary>
    public void Close()
    {
        bool wasOpen = IsOpen;
        foreach (Feed feed in _feeds)
        {
            // A journal may have been cut off between two of them.
            if (!_isClosed[PlaceOf(feed.Listing)])
                Apply(Input.OfControl(Now, feed.Listing, Control.Close));
        }

        IsOpen = false;
        foreach (Port port in wasOpen ? _ports : [])
            port.CloseAll();
    }

    /// <summary>Stops trading in a listing: until it is resumed, only cancels are accepted.</summary>
    public void Halt(Listing listing) => Submit(Input.OfControl(Now, listing, Control.Halt));

    /// <summary>Ends a halt: by an auction if the listing's rules say how long orders are collected for it, or else at once.</summary>
    public void Resume(Listing listing) => Submit(Input.OfControl(Now, listing, Control.Resume));

    /// <summary>Holds an auction now: that of a call market, or the one that ends an interruption or a halt.</summary>
    public void Call(Listing listing) => Submit(Input.OfControl(Now, listing, Control.Call));

    /// <summary>Applies what an intervention does to a venue, now.</summary>
    internal void Intervene(in Input input) => Apply(input);

    /// <summary>Lets an agent begin that has no time of its own to begin at.</summary>
    internal void Begin(ParticipantId participant, Timestamp at) => _portOf[participant.Value]?.AwaitStart(at);

    /// <summary>How many calls an agent may make each time it continues.</summary>
    internal int CallBudget => _setup.CallBudget;

    internal Feed FeedOf(Listing listing) => _feeds[PlaceOf(listing)];

    /// <summary>What an agent owns of each instrument, as far as it has been told.</summary>
    internal Span<long> KnownInventory(int port) =>
        _knownInventory.AsSpan(port * Directory.Instruments.Count, Directory.Instruments.Count);

    internal void PrefetchAccount(int port) => Hardware.Prefetch(ref KnownInventory(port)[0]);

    internal LatencyClass AddClass(Feed feed, Duration latency)
    {
        LatencyClass added = new(feed, latency, Queue, _latencyClasses.Count);
        _latencyClasses.Add(added);
        return added;
    }

    internal Strand AddStrand(Port port)
    {
        if (_strandCount == _strands.Length)
            Array.Resize(ref _strands, Math.Max(16, 2 * _strandCount));

        return _strands[_strandCount] = new Strand(this, port, _strandCount++);
    }

    internal void SeesWithin(Duration latency) => _longestLatency = latency > _longestLatency ? latency : _longestLatency;

    internal void ThinksFor(Duration thought) => _longestThought = thought > _longestThought ? thought : _longestThought;

    /// <summary>Makes every delayed book of a listing take in the changes before a place, and forgets them.</summary>
    internal void ReadBooks(Feed feed, long before)
    {
        foreach (LatencyClass seers in _latencyClasses)
        {
            if (seers.Feed == feed)
                seers.Book?.AsOf(Now);
        }

        feed.LevelChanges!.ForgetBefore(before);
    }

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

    /// <exception cref="ArgumentException">There is no such listing, and so no venue that could refuse a request for it.</exception>
    internal void Demand(Listing listing)
    {
        bool exists = listing.Venue.Value >= 0 && listing.Venue.Value < _venues.Length
            && listing.Instrument.Value >= 0 && listing.Instrument.Value < Directory.Instruments.Count;
        if (!exists)
            throw new ArgumentException($"There is no venue {listing.Venue.Value} with an instrument {listing.Instrument.Value}.");
    }

    /// <param name="port">The agent's.</param>
    /// <param name="lastArrival">When the last request that it has sent reaches its venue: what is under way is canceled too.</param>
    internal void OnAgentStopped(Port port, Timestamp lastArrival)
    {
        _stopped.Add(new StoppedAgent(port.Participant, Now, port.Fault!));
        CancelAll(port.Participant, Now);
        if (lastArrival > Now)
            CancelAll(port.Participant, lastArrival);
    }

    void CancelAll(ParticipantId participant, Timestamp at)
    {
        foreach (Feed feed in _feeds)
        {
            Request cancelAll = default(Request) with
            {
                Kind = RequestKind.CancelAll, Listing = feed.Listing, Participant = participant,
            };
            Send(cancelAll, at);
        }
    }

    Port Connect(AgentSetup agent, int place)
    {
        SeesWithin(agent.DataLatency);
        foreach (Link link in agent.Links ?? [])
            SeesWithin(link.DataLatency);

        ThinksFor(agent.Computation);
        IReadOnlyList<long> opening = Directory[agent.Participant].OpeningInventory;
        Span<long> owned = KnownInventory(place);
        for (int i = 0; i < owned.Length && i < opening.Count; i++)
            owned[i] = opening[i];

        return new Port(this, agent, place, Stream);
    }

    /// <summary>Lays the lines of quotes that a listing's pegged orders follow; null if they follow its own.</summary>
    Reference? ReferenceOf(Listing listing)
    {
        VenueSetup venue = _setup.Venues[listing.Venue.Value];
        if (venue.Reference.Count == 0)
            return null;

        string name = Directory.Venues[listing.Venue.Value];
        if (!venue.Rules[listing.Instrument.Value].IsReferred)
            throw new ArgumentException($"The rules of {name} have no pegged orders that follow other venues' quotes.");

        List<QuoteLine> lines = [];
        foreach ((VenueId other, Duration delay) in venue.Reference)
        {
            Listing source = listing with { Venue = other };
            Demand(source);
            if (other == listing.Venue || delay < Duration.Zero)
                throw new ArgumentException(
                    $"To {name}, quotes come from another venue, in no less than no time: {other.Value}, {delay}.");

            QuoteLine line = new(FeedOf(source), delay, listing, Queue, _quoteLines.Count);
            FeedOf(source).Add(line);
            SeesWithin(delay);
            _quoteLines.Add(line);
            lines.Add(line);
        }

        return new Reference(lines);
    }

    void Begin()
    {
        foreach (Feed feed in _feeds)
            ScheduleDeadline(feed.Listing);
        for (int i = 0; i < _setup.Values.Count; i++)
            ScheduleValue(i, _setup.Values[i]?.NextMove(Timestamp.Zero));
        for (int i = 0; i < _setup.Dividends.Count; i++)
            SchedulePayment(i, 0);
        foreach (Port port in _ports)
        {
            if (port.Setup.Start != Timestamp.Never)
                port.AwaitStart(port.Setup.Start);
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
        if (++_dueAtThisInstant > MostStepsPerInstant + (100L * _ports.Length))
            throw Endless(WhoCaused(entry));

        switch (entry.Kind)
        {
            case DueKind.Timer:
                _strands[entry.Target].OnTimer(entry.Generation);
                break;
            case DueKind.Ready:
                _strands[entry.Target].OnReady(entry.Generation);
                break;
            case DueKind.Private:
                _strands[entry.Target].OnPrivate();
                break;
            case DueKind.Public:
                _latencyClasses[entry.Target].Deliver(Now);
                break;
            case DueKind.Request:
                Requests++;
                _requests.Arrive(entry.Target);
                break;
            case DueKind.Deadline:
                MeetDeadline(_feeds[entry.Target].Listing);
                break;
            case DueKind.Value:
                MoveValue(entry.Target);
                break;
            case DueKind.Payment:
                Pay(entry.Target, entry.Generation);
                break;
            case DueKind.Reference:
                BringQuotes(_quoteLines[entry.Target]);
                break;
        }
    }

    /// <summary>Fetches what an entry will need when it is due: first what it names, then what that names. A hint.</summary>
    void Prepare(QueueEntry entry, bool isSecond)
    {
        switch (entry.Kind)
        {
            case DueKind.Timer or DueKind.Ready or DueKind.Private when isSecond:
                _strands[entry.Target].Prefetch();
                break;
            case DueKind.Timer or DueKind.Ready or DueKind.Private:
                Hardware.PrefetchObject(_strands[entry.Target], Strand.Lines);
                break;
            case DueKind.Request when isSecond:
                ref readonly Request request = ref _requests[entry.Target];
                _venues[request.Listing.Venue.Value].Prefetch(request);
                _portOf[request.Participant.Value]?.PrefetchLines();
                break;
            case DueKind.Request:
                _requests.Prefetch(entry.Target);
                break;
        }
    }

    void MeetDeadline(Listing listing)
    {
        int place = PlaceOf(listing);
        if (_scheduledDeadline[place] <= Now)
            _scheduledDeadline[place] = Timestamp.Never;

        if (_venues[listing.Venue.Value].NextDeadline(listing.Instrument) <= Now)
            Apply(Input.OfDeadline(Now, listing));
        else
            ScheduleDeadline(listing);
    }

    /// <summary>Tells a listing the quotes that its pegged orders follow, if new, after all else due there.</summary>
    void BringQuotes(QuoteLine line)
    {
        line.Arrive(Now);
        Listing listing = line.Destination;
        int place = PlaceOf(listing);
        if (_isClosed[place] || !_references[place]!.TryMove(Now, out Price? bid, out Price? ask))
            return;

        while (_venues[listing.Venue.Value].NextDeadline(listing.Instrument) <= Now)
            Apply(Input.OfDeadline(Now, listing));

        Apply(Input.OfReference(Now, Origin.Schedule, listing, bid, ask));
    }

    void MoveValue(int instrument)
    {
        FundamentalValue value = _setup.Values[instrument]!;
        foreach (IMarketListener listener in _listeners)
            listener.OnValue(Now, new InstrumentId((short)instrument), value.At(Now));

        ScheduleValue(instrument, value.NextMove(Now));
    }

    void Apply(in Input input)
    {
        _stepsAtThisInstant = input.At == _lastStep ? _stepsAtThisInstant + 1 : 1;
        _lastStep = input.At;
        if (_stepsAtThisInstant > MostStepsPerInstant && input.Origin == Origin.Agent)
            throw Endless(Directory[input.Request.Participant].Name);

        long sequence = Steps + 1;
        _journal?.Append(sequence, input, _hash.Value);
        Steps = sequence;
        _events.Clear();

        Venue venue = _venues[input.Listing.Venue.Value];
        _events.Classes = _classes[input.Listing.Venue.Value];
        switch (input.Kind)
        {
            case InputKind.Request:
                venue.Apply(input.Request, input.At, _events);
                break;
            case InputKind.Deadline:
                venue.Advance(input.Listing.Instrument, input.At, _events);
                break;
            case InputKind.Control:
                Apply(input, venue);
                break;
        }

        Step step = new(sequence, input, _events.Written);
        _hash.Add(step);
        Events += step.Events.Length;
        Route(step);
        ScheduleDeadline(input.Listing);
    }

    void Apply(in Input input, Venue venue)
    {
        InstrumentId instrument = input.Listing.Instrument;
        switch (input.Control)
        {
            case Control.Close:
                venue.Close(instrument, _events);
                _isClosed[PlaceOf(input.Listing)] = true;
                break;
            case Control.Stop:
                venue.Stop(input.Request.Participant, instrument, _events);
                break;
            case Control.Halt:
                venue.Halt(instrument, input.At, _events);
                break;
            case Control.Resume:
                venue.Resume(instrument, input.At, _events);
                break;
            case Control.Call:
                venue.Call(instrument, input.At, _events);
                break;
            case Control.Pay:
                venue.Pay(instrument, new Ticks(input.Request.Limit.Ticks), _events);
                break;
            case Control.Refer:
                (Price? bid, Price? ask) = input.Reference;
                venue.Refer(instrument, bid, ask, input.At, _events);
                _references[PlaceOf(input.Listing)]?.OnTold((bid, ask));
                break;
        }
    }

    /// <summary>Private events go to their participant's port, public ones into the listing's history, all to the listeners.</summary>
    void Route(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            // A refused request may name a participant that does not exist.
            int participant = happened.Participant.Value;
            if (!happened.IsPublic && participant >= 0 && participant < _portOf.Length)
                _portOf[participant]?.Post(step.Input.Listing, happened, step.Input.At);
        }

        FeedOf(step.Input.Listing).Fold(step);
        foreach (IMarketListener listener in _listeners)
            listener.OnStep(step);
    }

    void ScheduleDeadline(Listing listing)
    {
        int place = PlaceOf(listing);
        if (_venues[listing.Venue.Value].NextDeadline(listing.Instrument) is not { } due || due >= _scheduledDeadline[place])
            return;

        _scheduledDeadline[place] = due;
        Queue.Add(new QueueEntry(due.Nanoseconds, DueKind.Deadline, place));
    }

    void ScheduleValue(int instrument, Timestamp? move)
    {
        if (move is { } at && at != Timestamp.Never)
            Queue.Add(new QueueEntry(at.Nanoseconds, DueKind.Value, instrument));
    }

    void SchedulePayment(int instrument, int payment)
    {
        if (_setup.Dividends[instrument] is { } dividends && payment < dividends.Payments.Count)
            Queue.Add(new QueueEntry(dividends.Payments[payment].At.Nanoseconds, DueKind.Payment, instrument, payment));
    }

    void Pay(int instrument, int payment)
    {
        Ticks amount = _setup.Dividends[instrument]!.Payments[payment].Amount;
        Apply(Input.OfPayment(Now, new Listing(new(0), new((short)instrument)), amount));
        SchedulePayment(instrument, payment + 1);
    }

    MarketException Endless(string agent) => new($"The instant {Now} does not end: {agent} does not let time pass.");

    string WhoCaused(in QueueEntry entry) => entry.Kind switch
    {
        DueKind.Timer or DueKind.Private or DueKind.Ready => Directory[_strands[entry.Target].Participant].Name,
        DueKind.Request => Directory[_requests[entry.Target].Participant].Name,
        _ => "somebody",
    };

    int PlaceOf(Listing listing) => (listing.Venue.Value * Directory.Instruments.Count) + listing.Instrument.Value;

    RandomStream Stream(string name)
    {
        RandomStream stream = new(_setup.Seed, name);
        _streams.Add(stream);
        return stream;
    }
}
