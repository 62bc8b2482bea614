using System.Runtime.ExceptionServices;
using Rialto.Agents;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>An agent's port to the market: its lines, its account as far as it has been told, and its life.</summary>
/// <remarks>
/// Private events lie here until they are due, and are taken in just before the agent continues.
/// </remarks>
sealed class Port : Strand
{
    readonly RandomStream _random;
    readonly RandomStream? _jitter;
    readonly Duration _orderLatency;
    readonly Duration _dataLatency;
    readonly Duration _computation;
    readonly IReadOnlyList<Link>? _links;
    readonly Func<RandomStream, Duration>? _orderJitter;
    readonly Func<RandomStream, Duration>? _dataJitter;
    List<Subscription>? _subscriptions;
    List<Strand>? _spawned;
    Stack<Strand>? _ended;
    OwnOrders? _orders;
    LetterList _letters = LetterList.Empty;
    Timestamp _busyUntil;
    Timestamp _lastArrival;
    Timestamp[]? _lastArrivals;
    long _lastOrder;
    int _calls;
    bool _hasBegun;

    /// <param name="market">The carrier.</param>
    /// <param name="setup">Who it is, and where.</param>
    /// <param name="place">Its place among the market's strands, which is that among its agents.</param>
    /// <param name="stream">Random numbers by name.</param>
    public Port(Market market, AgentSetup setup, int place, Func<string, RandomStream> stream)
        : base(market, null, place)
    {
        (Setup, Place) = (setup, place);
        (Agent, _orderLatency, _dataLatency, _computation) = (
            setup.Agent, setup.OrderLatency, setup.DataLatency, setup.Computation);
        (Owner, HomeListing) = (setup.Participant, setup.Home);
        (_links, _orderJitter, _dataJitter) = (setup.Links, setup.OrderJitter, setup.DataJitter);
        Participant participant = market.Directory[setup.Participant];
        KnownCash = participant.OpeningCash;
        _random = stream($"agents/{participant.Name}");
        if (setup.OrderJitter is not null || setup.DataJitter is not null)
            _jitter = stream($"links/{participant.Name}");
    }

    public AgentSetup Setup { get; }

    public Agent Agent { get; }

    public ParticipantId Owner { get; }

    public Listing HomeListing { get; }

    public int Place { get; }

    /// <summary>What the agent's code threw; it has been stopped then.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>What the agent has, as far as it has been told.</summary>
    public Cash KnownCash { get; private set; }

    /// <summary>A latency that the agent has asked for itself.</summary>
    public Duration? Connection { get; set; }

    /// <summary>How many private events the agent has been told.</summary>
    public int Told { get; private set; }

    /// <summary>When it has thought: now, unless it still does.</summary>
    public Timestamp FreeAt => Timestamp.Latest(Now, _busyUntil);

    /// <summary>When the next private event reaches it; null if none is under way.</summary>
    public Timestamp? FirstLetterDue => _letters.IsEmpty ? null : Market.Letters[_letters.First].Due;

    /// <summary>How many listings it watches; the first is its home.</summary>
    public int Subscriptions => 1 + (_subscriptions?.Count ?? 0);

    public long KnownInventory(InstrumentId instrument) => Market.Ports.KnownInventory(Place)[instrument.Value];

    public Duration OrderLatencyTo(VenueId venue) =>
        Connection ?? (_links is { } links ? links[venue.Value].OrderLatency : _orderLatency);

    public Duration DataLatencyOf(Listing listing)
    {
        if (_subscriptions is not null && IndexOf(listing) is > 0 and int place)
            return _subscriptions[place - 1].Latency;

        return _links is { } links ? links[listing.Venue.Value].DataLatency : _dataLatency;
    }

    /// <summary>With whom the agent sees one of the listings that it watches.</summary>
    public LatencyClass SeersOf(int subscription)
    {
        Listing listing = subscription == 0 ? HomeListing : _subscriptions![subscription - 1].Listing;
        return Market.Feeds[listing].ClassOf(DataLatencyOf(listing));
    }

    public void Subscribe(Listing listing, Duration latency)
    {
        Market.Feeds.Demand(listing);
        ArgumentOutOfRangeException.ThrowIfNegative(latency.Nanoseconds, nameof(latency));
        if (IndexOf(listing) >= 0)
        {
            if (DataLatencyOf(listing) != latency)
                throw new InvalidOperationException("The agent watches this listing already, and has one line to it.");

            return;
        }

        (_subscriptions ??= []).Add(new Subscription(listing, latency));
        Market.Feeds.SeesWithin(latency);
    }

    public void SubscribeToDepth(Listing listing)
    {
        Market.Feeds.Demand(listing);
        Market.Feeds[listing].BookOf(DataLatencyOf(listing));
    }

    public DelayedBook DepthOf(Listing listing) =>
        Market.Feeds[listing].ClassOf(DataLatencyOf(listing)).Book
        ?? throw new InvalidOperationException("Ask for the whole book first: WatchDepth.");

    public OwnOrders KnownOrders() => _orders ??= new OwnOrders();

    public void Think(Duration span)
    {
        _busyUntil = FreeAt + span;
        Market.Feeds.ThinksFor(_busyUntil - Now);
    }

    /// <summary>The agent's code has called. Nothing that it looks at changes before it waits.</summary>
    /// <exception cref="InvalidOperationException">It has called more often than it may.</exception>
    public void Count()
    {
        if (++_calls > Market.CallBudget)
        {
            throw new InvalidOperationException(
                $"More than {Market.CallBudget} calls without a wait: the agent is looping.");
        }
    }

    public ClientOrderId Forward(in Request request)
    {
        Market.Feeds.Demand(request.Listing);
        bool isNew = request.Kind is RequestKind.Enter or RequestKind.Replace;
        ClientOrderId order = isNew ? new ClientOrderId(++_lastOrder) : request.Order;
        Timestamp arrival = FreeAt + OrderLatencyTo(request.Listing.Venue);
        if (_orderJitter is { } jitter)
            arrival += jitter(_jitter!);

        arrival = AfterOthers(request.Listing.Venue, arrival);
        Market.Send(request with { Participant = Participant, Order = order }, arrival);
        return order;
    }

    /// <summary>Takes a private event in: it is due after the data latency.</summary>
    public void Post(Listing listing, in MarketEvent answer, Timestamp now)
    {
        bool hasEnded = _hasBegun && (Root is null || Root.IsDone) && _spawned is not { Count: > 0 };
        if (Fault is not null || hasEnded)
            return; // Nobody will read it.

        Timestamp due = now + DataLatencyOf(listing);
        if (_dataJitter is { } jitter)
            due = Timestamp.Latest(Market.Letters.LastDue(_letters, listing.Venue), due + jitter(_jitter!));

        Market.Letters.Add(ref _letters, due, listing, answer);
        due = Market.Letters[_letters.First].Due;
        OnPosted(due);
        for (int i = 0; i < _spawned?.Count; i++)
            _spawned[i].OnPosted(due);
    }

    /// <summary>Runs the agent's code up to its first wait.</summary>
    public void Begin()
    {
        if (_hasBegun)
            return;

        _hasBegun = true;
        Wake();
        try
        {
            AgentTask task = Agent.Start(this, _random);
            Root = task.Coroutine;
            if (task.Fault is { } fault)
                Stop(fault);
        }
        catch (Exception fault) when (fault is not InvariantException)
        {
            Stop(fault);
        }

        Market.RunningPlace = -1;
    }

    /// <summary>The agent is being continued: what it does from now on counts, and takes its time.</summary>
    public void Wake()
    {
        _calls = 0;
        Market.RunningPlace = Place;
        if (_computation > Duration.Zero)
            _busyUntil = Now + _computation;
    }

    public void TakeLetters()
    {
        while (!_letters.IsEmpty && Market.Letters[_letters.First].Due <= Now)
        {
            ref readonly Letter letter = ref Market.Letters[_letters.First];
            Listing listing = letter.Listing;
            MarketEvent answer = letter.Answer; // The agent may send, and the pool move.
            Market.Letters.RemoveFirst(ref _letters);
            Told++;
            Market.Told++;
            if (answer.Kind == EventKind.Executed)
                Book(listing.Instrument, answer);
            else if (answer.Kind == EventKind.Charged)
                KnownCash -= answer.Fee;

            _orders?.Apply(listing, answer);
            Agent.Receive(listing, answer);
        }
    }

    /// <summary>Fetches the lines that the port itself stands in. A hint.</summary>
    public void PrefetchLines() => Hardware.PrefetchObject(this, Lines);

    /// <summary>Fetches the agent, its random numbers and its first letter. A hint.</summary>
    public void PrefetchAgent()
    {
        Hardware.PrefetchObject(Agent, 2);
        Hardware.PrefetchObject(_random, 2);
        Market.Ports.PrefetchAccount(Place);
        if (!_letters.IsEmpty)
            Market.Letters.Prefetch(_letters.First);
    }

    public void Run(Func<IMarketAccess, AgentTask> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        Strand strand = _ended is { Count: > 0 } ? _ended.Pop() : Market.Ports.AddStrand(this);
        AgentTask task = code(strand);
        if (task.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);

        strand.Root = task.Coroutine;
        if (task.IsCompleted)
            (_ended ??= new Stack<Strand>()).Push(strand);
        else
            (_spawned ??= []).Add(strand);
    }

    /// <summary>Spawned code has come to its end: its strand can run other code.</summary>
    public void OnEnded(Strand strand)
    {
        if (strand == this)
            return;

        _spawned!.Remove(strand);
        (_ended ??= new Stack<Strand>()).Push(strand);
    }

    /// <summary>Continues all its code for the last time.</summary>
    public void CloseAll()
    {
        Close();
        foreach (Strand strand in _spawned?.ToArray() ?? [])
            strand.Close();
    }

    public void Show(string trigger)
    {
        if (!Market.IsObserved)
            return;

        List<StateValue> values =
        [
            StateValue.Of("cash", KnownCash),
            StateValue.Of("inventory", KnownInventory(Home.Instrument)),
            .. Agent.Describe(),
        ];
        Market.Show(new AgentState(Now, Participant, Home, trigger, values));
    }

    public void Stop(Exception fault)
    {
        if (fault is InvariantException)
            ExceptionDispatchInfo.Throw(fault); // It went through the agent's code, but the contradiction is ours.

        Fault = fault;
        DropAll();
        Market.OnAgentStopped(this, _lastArrival);
    }

    /// <summary>The agent is taken out: nothing of its code is continued any more, and nothing is told to it.</summary>
    public void Leave()
    {
        _hasBegun = true;
        Root = null;
        DropAll();
        _spawned = null;
    }

    void DropAll()
    {
        Drop();
        foreach (Strand strand in _spawned ?? [])
            strand.Drop();
        while (!_letters.IsEmpty)
            Market.Letters.RemoveFirst(ref _letters);
    }

    /// <summary>
    /// Requests of one agent to one venue never overtake one another; without lines of their own, to none.
    /// </summary>
    Timestamp AfterOthers(VenueId venue, Timestamp arrival)
    {
        if (_links is null)
            return _lastArrival = Timestamp.Latest(_lastArrival, arrival);

        _lastArrivals ??= new Timestamp[Market.Directory.Venues.Count];
        arrival = _lastArrivals[venue.Value] = Timestamp.Latest(_lastArrivals[venue.Value], arrival);
        _lastArrival = Timestamp.Latest(_lastArrival, arrival);
        return arrival;
    }

    void Book(InstrumentId instrument, in MarketEvent execution)
    {
        Cash cost = Market.Directory[instrument].CostOf(execution.Price, execution.Quantity);
        KnownCash = execution.Side == Side.Buy ? KnownCash - cost : KnownCash + cost;
        Market.Ports.KnownInventory(Place)[instrument.Value] += execution.Side.Sign * execution.Quantity.Lots;
    }

    int IndexOf(Listing listing)
    {
        if (listing == HomeListing)
            return 0;

        for (int i = 0; i < _subscriptions?.Count; i++)
        {
            if (_subscriptions[i].Listing == listing)
                return i + 1;
        }

        return -1;
    }

    readonly record struct Subscription(Listing Listing, Duration Latency);
}
