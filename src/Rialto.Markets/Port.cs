using System.Runtime.ExceptionServices;
using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>An agent's port to the market, the carrier's side of <see cref="IMarketAccess"/>.</summary>
/// <remarks>
/// Private events lie here until they are due, and are taken in just before the agent continues; nothing stands in the
/// queue that nobody waits for. Stale timers are told by their generation.
/// </remarks>
sealed class Port : IMarketAccess
{
    /// <summary>How many requests an agent may send each time it continues: beyond that it is taken to be looping.</summary>
    const int CallBudget = 100_000;

    readonly Market _market;
    readonly AgentSetup _setup;
    readonly RandomStream _random;
    readonly int _place;
    readonly List<Watched> _watched = [];
    readonly Queue<Letter> _letters = new();
    readonly long[] _inventory;
    Coroutine? _root;
    Coroutine? _parked;
    Signals _awaited;
    Timestamp _until;
    int _generation;
    bool _hasLeft;
    int _calls;
    long _lastOrder;
    Timestamp _lastArrival;
    Timestamp _privateScheduled = Timestamp.Never;

    public Port(Market market, AgentSetup setup, int place, RandomStream random)
    {
        (_market, _setup, _place, _random) = (market, setup, place, random);
        OrderLatency = setup.OrderLatency;
        Participant participant = market.Directory[setup.Participant];
        Cash = participant.OpeningCash;
        _inventory = new long[market.Directory.Instruments.Count];
        for (int i = 0; i < _inventory.Length && i < participant.OpeningInventory.Count; i++)
            _inventory[i] = participant.OpeningInventory[i];

        Watch(setup.Home);
    }

    public Agent Agent => _setup.Agent;

    /// <summary>What the agent's code threw; it has been stopped then.</summary>
    public Exception? Fault { get; private set; }

    public Timestamp Now => _market.Now;

    public bool IsOpen => _market.IsOpen;

    public ParticipantId Participant => _setup.Participant;

    public Listing Home => _setup.Home;

    public Cash Cash { get; private set; }

    public Duration OrderLatency { get; private set; }

    public Signals Resumed { get; private set; }

    public Instrument Instrument(InstrumentId instrument) => _market.Directory[instrument];

    public long Inventory(InstrumentId instrument) => _inventory[instrument.Value];

    public bool TryFind(string venue, out Listing listing)
    {
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
        LatencyClass seers = _market.FeedOf(listing).ClassOf(_setup.DataLatency);
        foreach (Watched watched in _watched)
        {
            if (watched.Seers == seers)
                return;
        }

        _watched.Add(new Watched(seers));
    }

    public bool TryQuote(Listing listing, out Quote quote) =>
        _market.FeedOf(listing).TryQuote(Now - _setup.DataLatency, out quote);

    public ClientOrderId Send(in Request request)
    {
        if (++_calls > CallBudget)
            throw new InvalidOperationException($"More than {CallBudget} requests without a wait: the agent is looping.");

        _market.Demand(request.Listing);
        bool isNew = request.Kind is RequestKind.Enter or RequestKind.Replace;
        ClientOrderId order = isNew ? new ClientOrderId(++_lastOrder) : request.Order;
        _lastArrival = Timestamp.Latest(_lastArrival, Now + OrderLatency);
        _market.Send(request with { Participant = Participant, Order = order }, _lastArrival);
        return order;
    }

    public void UseConnection(Duration orderLatency) => OrderLatency = orderLatency;

    public Wait Next(Signals signals, Timestamp until) => new(this, signals, until);

    public void Park(Coroutine coroutine, Signals signals, Timestamp until)
    {
        if (!_market.IsOpen)
            return; // It was continued for the last time.
        if (_parked is not null)
            throw new InvalidOperationException("The agent waits already: await one thing at a time.");

        _parked = coroutine;
        _awaited = signals;
        _until = until;
        BeginGeneration();
        if (until != Timestamp.Never)
            _market.Queue.Add(new QueueEntry(Math.Max(until.Nanoseconds, Now.Nanoseconds), DueKind.Timer, _place, _generation));
        if ((signals & Signals.Private) != 0 && _letters.TryPeek(out Letter first))
            SchedulePrivate(first.Due);
        if ((signals & Signals.Public) != 0)
            AwaitPublic();
    }

    public void Report(string trigger)
    {
        if (!_market.IsObserved)
            return;

        List<StateValue> values =
        [
            StateValue.Of("cash", Cash),
            StateValue.Of("inventory", _inventory[Home.Instrument.Value]),
            .. Agent.Describe(),
        ];
        _market.Show(new AgentState(Now, Participant, Home, trigger, values));
    }

    void Begin()
    {
        _calls = 0;
        _market.RunningPlace = _place;
        try
        {
            AgentTask task = Agent.Start(this, _random);
            _root = task.Coroutine;
            if (task.Fault is { } fault)
                Stop(fault);
        }
        catch (Exception fault) when (fault is not InvariantException)
        {
            Stop(fault);
        }

        _market.RunningPlace = -1;
    }

    public Timestamp Start => _setup.Start;

    /// <summary>Begins at a time; whose time is <see cref="Timestamp.Never"/> waits to be called.</summary>
    public void ScheduleStart(Timestamp at)
    {
        if (at == Timestamp.Never || _hasLeft)
            return;

        BeginGeneration();
        _market.Queue.Add(new QueueEntry(at.Nanoseconds, DueKind.Timer, _place, _generation));
    }

    /// <summary>Its code is not continued any more.</summary>
    public void Leave()
    {
        _hasLeft = true;
        _parked = null;
        _letters.Clear();
        BeginGeneration();
    }

    /// <summary>Takes a private event in: it is due after the data latency.</summary>
    public void Post(Listing listing, in MarketEvent answer, Timestamp now)
    {
        if (Fault is not null || _hasLeft || _root is { IsDone: true })
            return; // Nobody will read it.

        Letter letter = new(now + _setup.DataLatency, listing, answer);
        _letters.Enqueue(letter);
        if (_parked is not null && (_awaited & Signals.Private) != 0)
            SchedulePrivate(_letters.Peek().Due);
    }

    public void OnTimer(int generation)
    {
        if (generation != _generation || !_market.IsOpen)
            return;

        if (_root is null && _parked is null && Fault is null)
            Begin();
        else
            Continue(Signals.Time);
    }

    public void OnPrivate()
    {
        _privateScheduled = Timestamp.Never;
        TellTheTime();
        TellOfLetters();
    }

    /// <summary>Publications of a listing that it watches have reached it.</summary>
    public void OnPublic(LatencyClass seers, long first, long end)
    {
        TellTheTime();
        TellOfLetters();
        int watched = 0;
        while (_watched[watched].Seers != seers)
            watched++;

        first = Math.Max(first, _watched[watched].NotedFrom);
        _watched[watched] = new Watched(seers);
        if (_parked is null || (_awaited & Signals.Public) == 0)
            return;

        Signals happened = _awaited & seers.KindsOf(first, end);
        if (happened == Signals.None)
            AwaitPublic();
        else
            Continue(happened, seers.Feed, first, end);
    }

    /// <summary>Continues the agent for the last time.</summary>
    public void Close()
    {
        if (_parked is not null)
            Continue(Signals.Closed);
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
        if (_parked is null || (_awaited & Signals.Private) == 0 || !_letters.TryPeek(out Letter first))
            return;

        // What the entry was made for may have been taken at an earlier wake of the same instant.
        if (first.Due <= Now)
            Continue(Signals.Private);
        else
            SchedulePrivate(first.Due);
    }

    /// <summary>Hands over what has reached the agent, private things first, and continues its code.</summary>
    void Continue(Signals happened, Feed? feed = null, long first = 0, long end = 0)
    {
        Coroutine coroutine = _parked!;
        Signals awaited = _awaited;
        _parked = null;
        BeginGeneration();
        _calls = 0;
        _market.WakeUps++;
        Resumed = happened;
        _market.RunningPlace = _place;
        try
        {
            TakeLetters();
            if (feed is not null)
                HandOver(feed, awaited, first, end);

            coroutine.Continue();
        }
        catch (Exception fault) when (fault is not InvariantException)
        {
            Stop(fault);
            return;
        }
        finally
        {
            _market.RunningPlace = -1;
        }

        if (_root?.Fault is { } thrown)
            Stop(thrown);
    }

    void HandOver(Feed feed, Signals awaited, long first, long end)
    {
        for (long place = first; place < end; place++)
        {
            Publication published = feed.Publications[place];
            for (int i = 0; i < published.Trades && (awaited & Signals.Trade) != 0; i++)
                Agent.Receive(feed.Listing, feed.Trades[published.FirstTrade + i]);
            if ((awaited & published.Kinds & Signals.Batch) != 0)
                Agent.Receive(feed.Listing, published.Batch);
            if ((awaited & published.Kinds & Signals.Quote) != 0)
                Agent.Receive(feed.Listing, published.Quote);
        }
    }

    void TakeLetters()
    {
        while (_letters.TryPeek(out Letter letter) && letter.Due <= Now)
        {
            _letters.Dequeue();
            MarketEvent answer = letter.Answer;
            if (answer.Kind == EventKind.Executed)
                Book(letter.Listing.Instrument, answer);
            else if (answer.Kind == EventKind.Charged)
                Cash -= answer.Fee;

            Agent.Receive(letter.Listing, answer);
        }
    }

    void Book(InstrumentId instrument, in MarketEvent execution)
    {
        Cash cost = _market.Directory[instrument].CostOf(execution.Price, execution.Quantity);
        Cash = execution.Side == Side.Buy ? Cash - cost : Cash + cost;
        _inventory[instrument.Value] += execution.Side.Sign * execution.Quantity.Lots;
    }

    void AwaitPublic()
    {
        for (int i = 0; i < _watched.Count; i++)
        {
            if (_watched[i].IsNoted)
                continue;

            _watched[i] = _watched[i] with { IsNoted = true, NotedFrom = _watched[i].Seers.Add(this, Now) };
        }
    }

    void SchedulePrivate(Timestamp due)
    {
        due = Timestamp.Latest(due, Now);
        if (due >= _privateScheduled)
            return;

        _privateScheduled = due;
        _market.Queue.Add(new QueueEntry(due.Nanoseconds, DueKind.Private, _place));
    }

    /// <summary>Everything that the queue still holds for an earlier wait is stale from now on.</summary>
    void BeginGeneration() => _generation = unchecked(_generation + 1);

    void Stop(Exception fault)
    {
        if (fault is InvariantException)
            ExceptionDispatchInfo.Throw(fault); // It went through the agent's code, but the contradiction is ours.

        Fault = fault;
        _parked = null;
        _letters.Clear();
        BeginGeneration();
        _market.OnAgentStopped(this, _lastArrival);
    }

    readonly record struct Letter(Timestamp Due, Listing Listing, MarketEvent Answer);

    /// <param name="Seers">With whom it sees the listing.</param>
    /// <param name="IsNoted">Whether it stands among those who wait there.</param>
    /// <param name="NotedFrom">If so, the place of the first publication that had not reached it by then.</param>
    readonly record struct Watched(LatencyClass Seers, bool IsNoted = false, long NotedFrom = 0);
}
