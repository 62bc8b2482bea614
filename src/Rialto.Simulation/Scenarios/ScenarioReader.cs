using Rialto.Agents;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// Reads a scenario: every key is known, every unit written, every name found, or there is an error that says where.
/// </summary>
public sealed class ScenarioReader(AgentKinds kinds)
{
    const decimal SmallestCashUnit = 0.000000000001m;
    const decimal MostCashPerTick = 1_000_000_000;

    static readonly Duration Second = Duration.FromSeconds(1);

    /// <summary>
    /// Reads a file, in our own form or in that of the LEEPS market simulator, with values changed by the command.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="assignments">Options of the form <c>path=value</c>.</param>
    /// <exception cref="ScenarioException">The scenario cannot be run.</exception>
    public Scenario ReadFile(string path, IReadOnlyList<string> assignments)
    {
        MapNode document = YamlDocument.ReadFile(path);
        foreach (string assignment in assignments)
            Override.Apply(document, assignment);

        return Read(document, Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <param name="document">The scenario, in our own form or in that of the LEEPS market simulator.</param>
    /// <param name="folder">Where the files that it names are looked for.</param>
    /// <exception cref="ScenarioException">The scenario cannot be run.</exception>
    public Scenario Read(MapNode document, string folder)
    {
        if (!LeepsParameters.Recognises(document))
            return Read(document, folder, null);

        LeepsParameters parameters = new(document);
        return Read(parameters.ToScenario(), folder, parameters);
    }

    Scenario Read(MapNode document, string folder, LeepsParameters? leeps)
    {
        Section top = new(document, "a scenario");
        string name = Name(top);
        string description = top.Find("description") is { } about ? Values.Text(about) : "";
        string citation = top.Find("source") is { } source ? Values.Text(source) : "";
        Duration duration = Values.PositiveSpan(top.Require("duration", "how long it runs, for example 10 s"));
        ulong seed = top.Find("seed") is { } seedNode ? Values.Seed(seedNode) : 1;

        Node traded = top.Require("instruments", "what is traded");
        List<Instrument> plain = ReadInstruments(traded);
        (IReadOnlyList<string> venueNames, IReadOnlyList<VenueSetup> venues, IReadOnlyList<FeeReader?> fees) =
            VenueReader.Read(top.Require("venues", "where it is traded"), plain);
        IReadOnlyList<Instrument> instruments = WithCashUnit(
            traded, plain, [.. fees.SelectMany(charged => charged?.Amounts ?? [])]);
        decimal cashUnit = instruments[0].CashUnit;
        venues = [.. venues.Zip(fees, (venue, charged) => venue with { Fees = charged?.ToSchedule(cashUnit) })];
        SettlementPolicy settlement =
            top.Find("settlement") is { } policy ? Settlement(policy) : SettlementPolicy.Unlimited;
        ValueReader values = new(top.Find("values"), instruments, Timestamp.Zero + duration, folder);

        ScenarioNames names =
            new(venueNames, instruments, values.Symbols) { Network = new Network(top.Find("network"), venueNames) };
        List<Population> populations = ReadPopulations(top.Find("agents"), names, folder);
        InterventionReader interventions = new(top.Find("interventions"), names, populations, entry =>
            new Population(entry, kinds, names, folder));
        int present = populations.Count;
        populations.AddRange(interventions.Added);
        RiskReader risk = new(top.Find("risk"), cashUnit, [.. populations.Select(population => population.Group)]);
        IReadOnlyList<Recording> record = top.Find("record") is { } what
            ? Recordings(what)
            : [Recording.Events, Recording.Orders, Recording.Trades];
        Duration candles = top.Find("candles") is { } interval ? Values.PositiveSpan(interval) : Second;
        int calls = top.Find("call-budget") is { } budget
            ? (int)Values.Integer(budget, 100, 1_000_000_000)
            : MarketSetup.UsualCallBudget;
        top.End();

        MarketDirectory DirectoryOf(ulong runSeed) =>
            new(
                venueNames, instruments,
                [.. populations.SelectMany(population => population.Participants(runSeed)),
                    .. interventions.Outsiders]);

        MarketDirectory? same = populations.Exists(population => population.DrawsEndowments) ? null : DirectoryOf(seed);
        RiskLimits?[] limits =
            [.. populations.SelectMany(population => Enumerable.Repeat(risk.Of(population.Group), population.Count)),
                .. interventions.Outsiders.Select(outsider => risk.Of(outsider.Group))];

        MarketSetup Build(ulong runSeed, Func<FundamentalValue, FundamentalValue> through)
        {
            IReadOnlyList<FundamentalValue?> worth =
                [.. values.Build(runSeed).Select((value, i) =>
                    value is null ? null : interventions.Shock(through(value), i))];
            List<AgentSetup> agents = [];
            foreach (Population population in populations)
                agents.AddRange(population.Build(runSeed, agents.Count, worth));

            MarketDirectory directory = same ?? DirectoryOf(runSeed);
            IReadOnlyList<Intervention> planned = interventions.Build(directory, agents);
            int first = populations.Take(present).Sum(population => population.Count);
            for (int late = first; late < agents.Count; late++)
                agents[late] = agents[late] with { Start = Timestamp.Never }; // Until the intervention lets it begin.

            return new MarketSetup
            {
                Seed = runSeed, Directory = directory, Venues = venues, Settlement = settlement, Limits = limits,
                Agents = agents,
                Values = worth, Dividends = values.Dividends(runSeed), Interventions = planned, CallBudget = calls,
            };
        }

        return new Scenario(document, Build, values.Build)
        {
            Name = name, Description = description, Citation = citation, Duration = duration, Seed = seed,
            Record = record, CandleInterval = candles, Ignored = leeps?.Ignored ?? [], Leeps = leeps?.Study,
        };
    }

    /// <summary>The key <c>name</c>, which also names a folder.</summary>
    internal static string Name(Section top)
    {
        Node node = top.Require("name", "a short name for the run's folder");
        string name = Values.Text(node);
        return name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') && name[0] != '.'
            ? name
            : throw new ScenarioException(node, $"'{name}' cannot name a folder: use letters, digits and hyphens.");
    }

    static SettlementPolicy Settlement(Node node) => Values.Choice<SettlementPolicy>(
        node,
        ("unlimited", SettlementPolicy.Unlimited),
        ("reserve", SettlementPolicy.Reserve),
        ("shrink-at-match", SettlementPolicy.ShrinkAtMatch));

    static List<Instrument> ReadInstruments(Node node)
    {
        List<Instrument> instruments = [];
        foreach (MapEntry entry in new Section(node, "instruments by their symbols").Names())
        {
            Section section = new(entry.Value, "the instrument's tick and lot");
            decimal tick = Positive(section.Require("tick", "the price step, for example 0.01"));
            decimal lot = section.Find("lot") is { } lots ? Positive(lots) : 1;
            section.End();
            instruments.Add(new Instrument { Symbol = entry.Key, TickSize = tick, LotSize = lot });
        }

        if (instruments.Count is 0 or > short.MaxValue)
            throw new ScenarioException(node, "expected at least one instrument.");

        return instruments;
    }

    /// <summary>
    /// One cash unit for all: one tick of one lot if that is all that there is, or else the largest power of ten in
    /// which one tick of one lot of every instrument, and every fee per lot, is a whole number.
    /// </summary>
    static List<Instrument> WithCashUnit(Node node, List<Instrument> instruments, decimal[] fees)
    {
        decimal unit = instruments[0].TickSize * instruments[0].LotSize;
        if (instruments.Count > 1 || Array.Exists(fees, fee => fee % unit != 0))
            unit = 1;
        while (unit > SmallestCashUnit && !IsUnit(unit))
            unit /= 10;
        if (instruments.Exists(i => i.TickSize * i.LotSize / MostCashPerTick > unit) || !IsUnit(unit))
        {
            throw new ScenarioException(
                node, "the ticks and lots of these instruments, and the fees, are too different for one unit of cash.");
        }

        return [.. instruments.Select(i => i with { CashPerTick = (long)(i.TickSize * i.LotSize / unit) })];

        bool IsUnit(decimal unit) =>
            instruments.TrueForAll(i => i.TickSize * i.LotSize % unit == 0)
                && Array.TrueForAll(fees, fee => fee % unit == 0);
    }

    static decimal Positive(Node node)
    {
        decimal number = Values.Number(node);
        return number is > 0 and >= 0.000000001m and <= 1_000_000_000m
            ? number
            : throw new ScenarioException(
                node, $"found {node.Kind}, expected a number from 0.000000001 to 1000000000.");
    }

    List<Population> ReadPopulations(Node? node, ScenarioNames names, string folder)
    {
        List<Population> populations = [];
        if (node is null)
            return populations;

        foreach (Node item in Values.Items(node, "a list of populations"))
        {
            if (item is not MapNode { Entries: [MapEntry entry] })
                throw new ScenarioException(item, "expected one population: a kind of agents with its parameters.");

            Population population = new(entry, kinds, names, folder);
            if (populations.Exists(other => other.Group == population.Group))
            {
                throw new ScenarioException(
                    $"{entry.Place}: two groups are called '{population.Group}': give one a 'name'.");
            }

            populations.Add(population);
        }

        return populations;
    }

    static List<Recording> Recordings(Node node)
    {
        (string, Recording)[] choices =
            [.. Enum.GetValues<Recording>().Select(what => (AgentKinds.Kebab(what.ToString()), what))];
        IReadOnlyList<Node> items = node is ScalarNode ? [node] : Values.Items(node, "a list of what to record");
        return [.. items.Select(item => Values.Choice<Recording>(item, choices)).Distinct().Order()];
    }
}
