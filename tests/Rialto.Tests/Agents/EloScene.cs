using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>
/// One ELO agent in the first of two markets, and somebody outside who makes both of them. Prices are in tenths of the
/// grid.
/// </summary>
sealed class EloScene
{
    public const long Grid = 10;

    readonly Scene _scene;
    readonly ParticipantId _outside;
    readonly StateLog _states = new();

    public EloScene(
        double latency = 10, long inventory = 0, double volumeDecay = 0, VenueSetup? focal = null,
        VenueSetup? external = null, params IReadOnlyList<EloState> schedule)
    {
        _scene = new Scene(focal ?? Scene.Continuous(), external ?? Scene.Continuous());
        EloSettings settings = new()
        {
            Watch = new VenueName("other1"), Grid = new Ticks(Grid), Schedule = schedule,
            SlowLatency = Clock.Ms(latency), FastLatency = Clock.Ms(latency / 10), VolumeDecay = volumeDecay,
            SpeedCost = new Ticks(1000), TaxRate = 0.1,
        };
        _scene.Add("elo", new EloAgent(new AgentNumber(1, 2), settings), inventory: inventory);
        _outside = _scene.Add("outside");
        _scene.Market.ShowsAgents = true;
        _scene.Market.Add(_states);
    }

    public Market Market => _scene.Market;

    /// <summary>What the agent said of itself.</summary>
    public IReadOnlyList<AgentState> States => _states.All;

    /// <summary>What happened to the agent's own orders.</summary>
    public IEnumerable<string> Quotes =>
        _scene.Log.Where(line => line.Contains(" elo ", StringComparison.Ordinal)).Select(line =>
            line.Replace(" elo", "", StringComparison.Ordinal));

    public ClientOrderId Home(double at, Side side, long price, long lots = 1) =>
        _scene.Enter(at, _outside, side, price, lots);

    public ClientOrderId External(double at, Side side, long price, long lots = 1) =>
        _scene.Enter(at, _outside, side, price, lots, Scene.Second);

    public void CancelHome(double at, ClientOrderId order) => _scene.Cancel(at, _outside, order);

    public void CancelExternal(double at, ClientOrderId order) => _scene.Cancel(at, _outside, order, Scene.Second);

    public void Run(double until) => _scene.Run(until);

    /// <summary>Values of one name, with time and trigger.</summary>
    public IEnumerable<string> Shown(params IReadOnlyList<string> names) => States.Select(state =>
        $"{Clock.Text(state.At)} {state.Trigger}: {string.Join(' ', names.Select(name => Value(state, name)))}");

    static string Value(AgentState state, string name)
    {
        StateValue value = state.Values.Single(value => value.Name == name);
        return !value.IsPresent
            ? "-"
            : value.Unit == StateUnit.Real
            ? FormattableString.Invariant($"{value.Real}")
            : FormattableString.Invariant($"{value.Integer}");
    }

    sealed class StateLog : IMarketListener
    {
        public List<AgentState> All { get; } = [];

        public void OnStep(in Step step) { }

        public void OnAgentState(AgentState state) => All.Add(state);
    }
}
