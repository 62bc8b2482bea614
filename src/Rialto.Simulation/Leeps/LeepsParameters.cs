using System.Globalization;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// The <c>parameters.yaml</c> of the LEEPS market simulator, taken unchanged and turned into a scenario of ours.
/// </summary>
/// <remarks>
/// Prices are in 1/10,000 of an ECU, times in seconds; <c>lambdaI</c> is the mean number of seconds between two orders
/// in spite of its name. Keys that are missing have the simulator's built-in values.
/// Source: Leeps-Lab/financial_market_simulator, app/parameters.yaml and settings.py.
/// </remarks>
sealed class LeepsParameters
{
    const decimal Scale = 10_000;

    static readonly string[] TellTale =
        ["session_duration", "initial_price", "lambdaI", "agent_state_configs", "focal_market_format"];

    readonly Section _section;
    readonly Dictionary<string, Node> _given = new(StringComparer.Ordinal);
    readonly HashSet<string> _used = new(StringComparer.Ordinal);
    readonly MapNode _document;

    public LeepsParameters(MapNode document)
    {
        _document = document;
        _section = new Section(document, "parameters");
        foreach (MapEntry entry in _section.Names())
            _given[entry.Key] = entry.Value;

        Study = new LeepsStudy(
            new Ticks((long)Scale), Real("k_reference_price", 0.01), Real("k_signed_volume", 0.5),
            Find("legacy") is { } legacy && Values.Truth(legacy), Session);
    }

    public LeepsStudy Study { get; }

    /// <summary>Every key that had no effect, with the reason.</summary>
    public IReadOnlyList<string> Ignored { get; private set; } = [];

    Duration Session => Values.PositiveSpan(SecondsOf("session_duration", 10));

    /// <summary>Whether a document is such a file: at least two of its own keys stand at the top.</summary>
    public static bool Recognises(MapNode document) => TellTale.Count(key => document.Find(key) is not null) >= 2;

    public MapNode ToScenario()
    {
        MapNode scenario = Map(
            ("name", Text("leeps-two-markets")),
            ("description", Text("Two markets for one asset: investors in both, ELO agents in the focal one")),
            ("source", Text("Leeps-Lab/financial_market_simulator (parameters.yaml)")),
            ("duration", SecondsOf("session_duration", 10)),
            ("seed", Text(SeedText(), Find("random_seed"))),
            ("instruments", Map(("XYZ", Map(("tick", Text("0.0001")), ("lot", Text("1")))))),
            ("venues", Map(("focal", Venue("focal")), ("external", Venue("external")))),
            ("values", Map(("XYZ", Value()))),
            ("agents", List([Investors("focal", 0), Investors("external", 1), .. Agents()])),
            ("record", List([.. Enum.GetNames<Recording>().Select(name => Text(AgentKinds.Kebab(name)))])));
        Ignored = [.. _document.Entries
            .Where(entry => !_used.Contains(entry.Key))
            .Select(entry => $"{entry.Place}: '{entry.Key}' is ignored: {Reason(entry.Key)}")];
        return scenario;
    }

    static string Reason(string key) => key switch
    {
        "lambdaJ" or "fundamental_value_noise_mean" or "fundamental_value_noise_std" =>
            "the fundamental value is read from 'fundamental_values'.",
        "fundamental_values" => "the fundamental value is drawn at random.",
        "focal_market_fba_interval" or "external_market_fba_interval" => "that market is not a batch auction.",
        _ => "the simulator knows no such key.",
    };

    string SeedText() =>
        Find("random_seed") is ScalarNode { Text: var text } && text is not ("" or "None" or "null" or "~")
        ? text
        : "1";

    MapNode Venue(string market)
    {
        string key = $"{market}_market_format";
        string format = Find(key) is { } node
            ? Values.Choice<string>(node, ("CDA", "CDA"), ("FBA", "FBA"))
            : "CDA";
        return format == "CDA"
            ? Map(("institution", Text("continuous")))
            : Map(("institution", Map(("batch", SecondsOf($"{market}_market_fba_interval", 3)))));
    }

    MapNode Value()
    {
        ScalarNode start = CurrencyOf("initial_price", 1_000_000);
        bool isScripted = Find("read_fundamental_values_from_array") is { } mode && Values.Truth(mode);
        if (!isScripted)
        {
            // The simulator draws int(lambdaJ · T) jumps at uniform times.
            decimal perSecond = Number("lambdaJ", 0.5m);
            if (perSecond is < 0 or > 1_000_000)
            {
                throw new ScenarioException(
                    _given["lambdaJ"], "expected a number of jumps per second from 0 to 1000000.");
            }

            decimal jumps = decimal.Truncate(perSecond * Number("session_duration", 10));
            return Map(
                ("start", start),
                ("jumps", Map(
                    ("count", Text(Plain(jumps), Find("lambdaJ"))),
                    ("mean", CurrencyOf("fundamental_value_noise_mean", 0)),
                    ("deviation", CurrencyOf("fundamental_value_noise_std", 20_000)))));
        }

        List<Node> path = [List([Text("0 s"), start])];
        if (Find("fundamental_values") is { } rows)
        {
            foreach (Node row in Values.Items(rows, "a list of [seconds, value]"))
            {
                if (row is not ListNode { Items: [Node time, Node value] })
                    throw new ScenarioException(row, "expected [seconds, value].");

                path.Add(List([Seconds(Values.Number(time), row), Currency(Values.Number(value), row)]));
            }
        }

        return Map(("path", List(path)));
    }

    MapNode Investors(string venue, int index)
    {
        decimal interval = 1;
        if (Find("lambdaI") is { } node)
        {
            interval = node is ListNode list
                ? list.Items.Count == 2
                    ? Values.Number(list.Items[index])
                    : throw new ScenarioException(node, "expected two numbers: focal and external.")
                : Values.Number(node, "the mean seconds between two orders, or a list of two");
        }

        if (interval is < 0.000000001m or > 1_000_000_000)
        {
            throw new ScenarioException(
                _given["lambdaI"], "expected the mean seconds between two orders, from 0.000000001 to 1000000000.");
        }

        return Map(("investors", Map(
            ("name", Text($"{venue}-investors")),
            ("venue", Text(venue)),
            ("order-latency", Text("10 ms")),
            ("rate", Text($"{Plain(1 / interval)} / s", Find("lambdaI"))),
            ("offset", CurrencyOf("bid_ask_offset", 1_000_000)),
            ("deviation", CurrencyOf("exogenous_order_price_noise_std", 12_000)),
            ("bias", CurrencyOf("exogenous_order_price_noise_mean", 0)),
            ("grid", Text("1")),
            ("lifetime", SecondsOf("time_in_force", 5)))));
    }

    IEnumerable<MapNode> Agents()
    {
        if (Find("agent_state_configs") is not { } node)
            yield break;

        List<Node> schedule = [];
        int agents = 0;
        foreach (Node row in Values.Items(node, "a list of [time, agent, speed, a_x, a_y, w]"))
        {
            if (row is not ListNode { Items: { Count: 6 } items })
                throw new ScenarioException(row, "expected [time, agent, speed, a_x, a_y, w].");

            agents = Math.Max(agents, (int)Values.Integer(items[1], 1, 100_000));
            string speed = Values.Integer(items[2], 0, 1) == 1 ? "fast" : "slow";
            schedule.Add(
                List([Seconds(Values.Number(items[0]), row), items[1], Text(speed), items[3], items[4], items[5]]));
        }

        if (agents == 0)
            yield break;

        MapNode elo = Map(
            ("count", Text(agents.ToString(CultureInfo.InvariantCulture))),
            ("venue", Text("focal")),
            ("watch", Text("external")),
            ("grid", Text("1")),
            ("schedule", List(schedule)),
            ("signed-volume-multiplier", Text(Plain(Number("a_x_multiplier", 1)))),
            ("inventory-multiplier", Text(Plain(Number("a_y_multiplier", 1)))),
            ("reference-decay", Text(Plain(Number("k_reference_price", 0.01m)))),
            ("volume-decay", Text(Plain(Number("k_signed_volume", 0.5m)))),
            ("speed-cost", CurrencyOf("speed_unit_cost", 10_000)),
            ("tax-rate", Text(Plain(Number("tax_rate", 0.1m)))));
        if (Study.IsLegacy)
            elo.Set("legacy-session", default, SecondsOf("session_duration", 10));

        yield return Map(("elo", elo));
    }

    Node? Find(string key)
    {
        _used.Add(key);
        return _given.GetValueOrDefault(key);
    }

    decimal Number(string key, decimal otherwise) => Find(key) is { } node ? Values.Number(node) : otherwise;

    double Real(string key, double otherwise) => Find(key) is { } node ? Values.Real(node) : otherwise;

    ScalarNode SecondsOf(string key, decimal otherwise) => Seconds(Number(key, otherwise), Find(key));

    ScalarNode CurrencyOf(string key, decimal otherwise) => Currency(Number(key, otherwise), Find(key));

    ScalarNode Text(string text, Node? from = null) => new((from ?? _section.Node).Place, text);

    ScalarNode Seconds(decimal seconds, Node? from = null) => Text($"{Plain(seconds)} s", from);

    ScalarNode Currency(decimal units, Node? from = null) => Text(Plain(units / Scale), from);

    ListNode List(IReadOnlyList<Node> items) => new(_section.Place, items);

    MapNode Map(params ReadOnlySpan<(string Key, Node Value)> entries)
    {
        MapNode map = new(_section.Place);
        foreach ((string key, Node value) in entries)
            map.Set(key, value.Place, value);

        return map;
    }

    static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
