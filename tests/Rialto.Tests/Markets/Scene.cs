using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// A market put together for a test: participants with scripted agents, and people outside who submit requests.
/// </summary>
sealed class Scene
{
    readonly List<Participant> _participants = [];
    readonly List<AgentSetup> _agents = [];
    readonly VenueSetup[] _venues;
    readonly Dictionary<ParticipantId, long> _lastOrder = [];
    Market? _market;
    EventLog? _log;

    public Scene(params VenueSetup[] venues) => _venues = venues.Length > 0 ? venues : [Continuous()];

    public ulong Seed { get; init; } = 7;

    public SettlementPolicy Settlement { get; init; }

    public IReadOnlyList<Instrument> Instruments { get; init; } = [new Instrument { Symbol = "XYZ", TickSize = 1 }];

    public IReadOnlyList<FundamentalValue?> Values { get; init; } = [];

    /// <summary>Keeps every input; null to keep none.</summary>
    public IJournal? Journal { get; init; }

    public static Listing First { get; } = new(new(0), new(0));

    public static Listing Second { get; } = new(new(1), new(0));

    /// <summary>The market, built when it is first asked for.</summary>
    public Market Market => _market ??= Build();

    /// <summary>What the market did since it was built.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            _ = Market;
            return _log!.Lines;
        }
    }

    public static VenueSetup Continuous(TieBreak ties = TieBreak.Arrival, int instruments = 1) =>
        new([.. Enumerable.Repeat(new ContinuousRules(), instruments)], ties);

    public static VenueSetup Batch(double milliseconds, TieBreak ties = TieBreak.Arrival, int instruments = 1) =>
        new([.. Enumerable.Repeat(new BatchRules { Interval = Clock.Ms(milliseconds) }, instruments)], ties);

    /// <summary>Somebody outside the market.</summary>
    public ParticipantId Add(string name, long cash = 0, params long[] inventory)
    {
        _participants.Add(new Participant(name, name.Split('/')[0], new Cash(cash), inventory));
        return new ParticipantId(_participants.Count - 1);
    }

    public ScriptedAgent Add(
        string name, Func<ScriptedAgent, AgentTask> life, double orderLatency = 0, double dataLatency = 0,
        double start = 0, Listing? home = null)
    {
        ScriptedAgent agent = new(life);
        Add(name, agent, orderLatency, dataLatency, start, home);
        return agent;
    }

    public ParticipantId Add(
        string name, Agent agent, double orderLatency = 0, double dataLatency = 0, double start = 0,
        Listing? home = null, long cash = 0, params long[] inventory)
    {
        ParticipantId participant = Add(name, cash, inventory);
        _agents.Add(new AgentSetup(
            agent, participant, home ?? First, Clock.Ms(orderLatency), Clock.Ms(dataLatency), Clock.At(start)));
        return participant;
    }

    /// <summary>Changes how the agent added last stands in the market.</summary>
    public void Amend(Func<AgentSetup, AgentSetup> change) => _agents[^1] = change(_agents[^1]);

    public MarketSetup Setup() => new()
    {
        Seed = Seed,
        Directory = new MarketDirectory(
            [.. _venues.Select((_, venue) => venue == 0 ? "focal" : $"other{venue}")], Instruments, [.. _participants]),
        Venues = _venues,
        Settlement = Settlement,
        Agents = [.. _agents],
        Values = Values,
    };

    /// <summary>Somebody outside enters an order of one lot, or of more.</summary>
    public ClientOrderId Enter(
        double at, ParticipantId who, Side side, long price, long lots = 1, Listing? listing = null) =>
        Submit(at, who, Order.Limit(side, new Quantity(lots), new Price(price)).GoodTillCanceled(), listing ?? First);

    public ClientOrderId Submit(double at, ParticipantId who, Order order, Listing listing)
    {
        ClientOrderId name = new(_lastOrder[who] = _lastOrder.GetValueOrDefault(who) + 1);
        Submit(at, new Request(
            RequestKind.Enter, order.Side, order.Type, order.TimeInForce, order.Flags, listing, who, name, default,
            order.LimitPrice, order.Quantity, order.Expiry));
        return name;
    }

    public void Cancel(double at, ParticipantId who, ClientOrderId order, Listing? listing = null) =>
        Submit(at, default(Request) with
        {
            Kind = RequestKind.Cancel, Listing = listing ?? First, Participant = who, Order = order,
        });

    public void Submit(double at, in Request request) =>
        Market.Submit(Input.OfRequest(Clock.At(at), Origin.External, request));

    /// <summary>Runs up to a time, and says what happened until then.</summary>
    public IReadOnlyList<string> Run(double until)
    {
        Market.RunUntil(Clock.At(until));
        return Log;
    }

    Market Build()
    {
        MarketSetup setup = Setup();
        Market market = new(setup, Journal);
        _log = new EventLog(setup.Directory);
        market.Add(_log);
        return market;
    }
}
