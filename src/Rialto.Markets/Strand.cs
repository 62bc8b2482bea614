using Rialto.Agents;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>One line of an agent's code: what it waits for, and how it goes on when that has come.</summary>
/// <remarks>
/// An agent's own code is the strand that its <see cref="Port"/> is; what it spawns has further ones, which share the port's
/// account. Nothing stands in the queue that nobody waits for. Stale entries are told by their generation.
/// </remarks>
class Strand : IMarketAccess
{
    /// <summary>How many lines of 64 bytes a port takes at most.</summary>
    public const int Lines = 6;

    const Signals AnyPublic = Signals.Public | Signals.State | Signals.Indication;

    readonly Market _market;
    readonly Port _port;
    readonly int _place;
    Note[] _notes = [];
    Coroutine? _parked;
    Signals _awaited;
    Timestamp _until;
    Timestamp _privateScheduled = Timestamp.Never;
    int _generation;
    int _told;

    /// <param name="market">The carrier.</param>
    /// <param name="port">Whose code it is; null for the port itself.</param>
    /// <param name="place">Its place among the market's strands.</param>
    public Strand(Market market, Port? port, int place)
    {
        (_market, _place) = (market, place);
        _port = port ?? (Port)this;
    }

    public Timestamp Now => _market.Now;

    public bool IsOpen => _market.IsOpen;

    public ParticipantId Participant => _port.Owner;

    public Listing Home => _port.HomeListing;

    public Cash Cash => _port.KnownCash;

    public Duration OrderLatency => _port.OrderLatencyTo(Home.Venue);

    public OwnOrders Orders => _port.KnownOrders();

    public Signals Resumed { get; private set; }

    /// <summary>The code that it runs: null before it has begun, or if it ended before its first wait.</summary>
    public Coroutine? Root { get; set; }

    Timestamp IMarketAccess.Now
    {
        get
        {
            _port.Count();
            return Now;
        }
    }

    bool IMarketAccess.IsOpen
    {
        get
        {
            _port.Count();
            return IsOpen;
        }
    }

    public Instrument Instrument(InstrumentId instrument) => _market.Directory[instrument];

    public long Inventory(InstrumentId instrument)
    {
        _port.Count();
        return _port.KnownInventory(instrument);
    }

    public bool TryFind(string venue, out Listing listing)
    {
        _port.Count();
        for (short i = 0; i < _market.Directory.Venues.Count; i++)
        {
            if (_market.Directory.Venues[i] == venue)
            {
                listing = new Listing(new VenueId(i), Home.Instrument);
                return true;
            }
        }

        listing = default;
        return false;
    }

    public void Watch(Listing listing)
    {
        _port.Count();
        _port.Subscribe(listing, _port.DataLatencyOf(listing));
    }

    public void Watch(Listing listing, Duration latency)
    {
        _port.Count();
        _port.Subscribe(listing, latency);
    }

    public void WatchDepth(Listing listing)
    {
        _port.Count();
        _port.SubscribeToDepth(listing);
    }

    public bool TryQuote(Listing listing, out Quote quote)
    {
        _port.Count();
        Feed feed = _market.FeedOf(listing);
        long next = feed.FirstUnseen(_port.DataLatencyOf(listing), Now);
        bool exists = next > feed.Publications.First && feed.Publications[next - 1].IsQuoted;
        quote = exists ? feed.Publications[next - 1].Quote : default;
        return exists;
    }

    public bool TryLastTrade(Listing listing, out Trade trade)
    {
        _port.Count();
        Feed feed = _market.FeedOf(listing);
        long next = feed.FirstUnseen(_port.DataLatencyOf(listing), Now);
        long place = -1;
        if (next > feed.Publications.First)
        {
            ref readonly Publication seen = ref feed.Publications[next - 1];
            place = seen.FirstTrade + seen.Trades - 1;
        }

        bool exists = place >= feed.Trades.First;
        trade = exists ? feed.Trades[place] : default;
        return exists;
    }

    public long Volume(Listing listing)
    {
        _port.Count();
        Feed feed = _market.FeedOf(listing);
        long next = feed.FirstUnseen(_port.DataLatencyOf(listing), Now);
        return next > feed.Publications.First ? feed.Publications[next - 1].Volume : 0;
    }

    public DisplayedBook Depth(Listing listing)
    {
        _port.Count();
        return _port.DepthOf(listing).AsOf(Now);
    }

    public ClientOrderId Send(in Request request)
    {
        _port.Count();
        return _port.Forward(request);
    }

    public void UseConnection(Duration orderLatency) => _port.Connection = orderLatency;

    public void Compute(Duration span)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Nanoseconds, nameof(span));
        _port.Think(span);
    }

    public Wait RoundTrip(Listing listing)
    {
        Duration there = _port.OrderLatencyTo(listing.Venue);
        return new(this, Signals.Time, _port.FreeAt + there + _port.DataLatencyOf(listing));
    }

    public Wait Next(Signals signals, Timestamp until) => new(this, signals, until);

    public void Spawn(Func<IMarketAccess, AgentTask> code)
    {
        _port.Count();
        _port.Run(code);
    }

    public void Report(string trigger)
    {
        _port.Count();
        _port.Show(trigger);
    }

    public void Park(Coroutine coroutine, Signals signals, Timestamp until)
    {
        if (!_market.IsOpen)
            return; // It was continued for the last time.
        if (_parked is not null)
            throw new InvalidOperationException("The agent waits already: await one thing at a time.");

        Timestamp free = _port.FreeAt;
        _parked = coroutine;
        _awaited = signals;
        _told = _port.Told;
        _until = until == Timestamp.Never ? until : Timestamp.Latest(until, free);
        BeginGeneration();
        if (_until != Timestamp.Never)
            _market.Queue.Add(new QueueEntry(Math.Max(_until.Nanoseconds, Now.Nanoseconds), DueKind.Timer, _place, _generation));
        if ((signals & Signals.Private) != 0 && _port.FirstLetterDue is { } due)
            SchedulePrivate(due);
        if ((signals & AnyPublic) != 0)
            AwaitPublic(free);
    }

    /// <summary>Begins a new wait for the beginning.</summary>
    public void AwaitStart(Timestamp start)
    {
        BeginGeneration();
        _market.Queue.Add(new QueueEntry(start.Nanoseconds, DueKind.Timer, _place, _generation));
    }

    public void OnTimer(int generation)
    {
        if (generation != _generation || !_market.IsOpen)
            return;

        if (_parked is null)
            _port.Begin();
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
        if (_parked is null || (_awaited & AnyPublic) == 0 || Now < _port.FreeAt)
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

        _port.PrefetchAgent();
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

        // What the entry was made for may have been told at an earlier wake of the same instant, to other code of the agent too.
        bool isTold = _port.Told != _told || _port.FirstLetterDue <= Now;
        if (isTold && Now >= _port.FreeAt)
            Continue(Signals.Private);
        else if (isTold)
            SchedulePrivate(Now);
        else if (_port.FirstLetterDue is { } due)
            SchedulePrivate(due);
    }

    /// <summary>Hands over what has reached the agent, private things first, and continues its code.</summary>
    void Continue(Signals happened, Feed? feed = null, long first = 0, long end = 0)
    {
        Coroutine coroutine = _parked!;
        Signals awaited = _awaited;
        _parked = null;
        BeginGeneration();
        Resumed = happened;
        _market.WakeUps++;
        _port.Wake();
        try
        {
            _port.TakeLetters();
            if (feed is not null)
                HandOver(feed, awaited, first, end);

            coroutine.Continue();
        }
        catch (Exception fault) when (fault is not InvariantException)
        {
            _market.RunningPlace = -1;
            _port.Stop(fault);
            return;
        }

        _market.RunningPlace = -1;

        // Code that nobody awaits has nobody else to tell.
        if (coroutine is { IsDone: true, IsAwaited: false, Fault: { } lost } && coroutine != Root)
        {
            _port.Stop(lost);
            return;
        }

        if (Root is not { IsDone: true } root)
            return;

        if (root.Fault is { } thrown)
            _port.Stop(thrown);
        else
            _port.OnEnded(this);
    }

    void HandOver(Feed feed, Signals awaited, long first, long end)
    {
        Agent agent = _port.Agent;
        for (long place = first; place < end; place++)
        {
            Publication published = feed.Publications[place];
            Signals kinds = awaited & published.Kinds;
            for (int i = 0; i < published.Trades && (kinds & Signals.Trade) != 0; i++)
                agent.Receive(feed.Listing, feed.Trades[published.FirstTrade + i]);
            if ((kinds & Signals.State) != 0)
                agent.Receive(feed.Listing, feed.Notices[published.Notice].State);
            if ((kinds & Signals.Indication) != 0)
                agent.Receive(feed.Listing, feed.Notices[published.Notice].Indication);
            if ((kinds & Signals.Batch) != 0)
                agent.Receive(feed.Listing, feed.Notices[published.Notice].Batch);
            if ((kinds & Signals.Quote) != 0)
                agent.Receive(feed.Listing, published.Quote);
        }
    }

    void AwaitPublic(Timestamp free)
    {
        if (_notes.Length < _port.Subscriptions)
            Array.Resize(ref _notes, _port.Subscriptions);

        for (int i = 0; i < _notes.Length; i++)
        {
            _notes[i].Seers ??= _port.SeersOf(i);
            if (_notes[i].IsNoted)
                continue;

            if (free > Now)
                _notes[i].From = _notes[i].Seers!.FirstUnseen(Now);
            else
                Enlist(i);
        }

        if (free > Now)
            _market.Queue.Add(new QueueEntry(free.Nanoseconds, DueKind.Ready, _place, _generation));
    }

    void Enlist(int place)
    {
        ref Note note = ref _notes[place];
        note.From = note.Seers!.Add(this, Now);
        note.IsNoted = true;
    }

    void SchedulePrivate(Timestamp due)
    {
        due = Timestamp.Latest(due, Timestamp.Latest(Now, _port.FreeAt));
        if (due >= _privateScheduled)
            return;

        _privateScheduled = due;
        _market.Queue.Add(new QueueEntry(due.Nanoseconds, DueKind.Private, _place));
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
