using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Makes interventions once it is known who has which number in a market.</summary>
/// <param name="directory">Who is in the market.</param>
/// <param name="agents">Their code.</param>
delegate IEnumerable<Intervention> InterventionBuilder(MarketDirectory directory, IReadOnlyList<AgentSetup> agents);

/// <summary>Reads the section <c>interventions</c>: what is done to the market from outside, and when.</summary>
/// <remarks>
/// Each entry has a time and one verb. Groups that are added, and participants outside that enter orders, have their
/// accounts from the beginning, behind those of the scenario: so nobody else's number or chance depends on them.
/// </remarks>
sealed class InterventionReader
{
    static readonly string[] Verbs = ["enter", "cancel", "halt", "resume", "call", "stop", "add", "set", "shock"];

    readonly ScenarioNames _names;
    readonly Func<MapEntry, Population> _read;
    readonly List<Population> _present;
    readonly List<InterventionBuilder> _builders = [];
    readonly List<(InstrumentId Instrument, Timestamp At, Ticks By)> _shocks = [];
    readonly OutsideOrders _outside;

    /// <param name="node">The section; null if there is none.</param>
    /// <param name="names">Of the scenario.</param>
    /// <param name="present">The groups that are there from the beginning.</param>
    /// <param name="read">Reads a group that is added.</param>
    public InterventionReader(
        Node? node, ScenarioNames names, IReadOnlyList<Population> present, Func<MapEntry, Population> read)
    {
        (_names, _read, _present) = (names, read, [.. present]);
        _outside = new OutsideOrders(names, present);
        if (node is null)
            return;

        const string Expected = "an intervention, for example { at: 10 min, halt: { venue: focal } }";
        foreach ((Timestamp at, Section section) in Values.Items(node, "a list of interventions")
            .Select(item => new Section(item, Expected))
            .Select(section =>
                (Timestamp.Zero + Values.Span(section.Require("at", "when, for example 10 min")), section))
            .OrderBy(item => item.Item1))
        {
            Read(at, section);
            section.End();
        }
    }

    /// <summary>The groups that enter later.</summary>
    public List<Population> Added { get; } = [];

    /// <summary>Those who send orders from outside.</summary>
    public IReadOnlyList<Participant> Outsiders => _outside.Participants;

    public IReadOnlyList<Intervention> Build(MarketDirectory directory, IReadOnlyList<AgentSetup> agents) =>
        [.. _builders.SelectMany(build => build(directory, agents))];

    /// <summary>The value of an instrument with its shocks.</summary>
    public Agents.FundamentalValue Shock(Agents.FundamentalValue value, int instrument)
    {
        (Timestamp, Ticks)[] own =
            [.. _shocks.Where(shock => shock.Instrument.Value == instrument).Select(shock => (shock.At, shock.By))];
        return own.Length == 0 ? value : new ShockedValue(value, own);
    }

    void Read(Timestamp at, Section section)
    {
        List<(string Verb, Node Node)> found = [];
        foreach (string verb in Verbs)
        {
            if (section.Find(verb) is { } named)
                found.Add((verb, named));
        }

        if (found is not [(string what, Node node)])
        {
            section.End(); // A misspelt verb is told as the unknown key that it is.
            throw new ScenarioException(
                section.Node,
                $"expected one of: {string.Join(", ", Verbs)}; found {(found.Count == 0 ? "none" : "several")}.");
        }

        switch (what)
        {
            case "enter":
                Plan(_outside.Enter(at, node));
                break;
            case "cancel":
                Plan(_outside.Cancel(at, node));
                break;
            case "halt":
                Plan(OnListings(at, node, Control.Halt));
                break;
            case "resume":
                Plan(OnListings(at, node, Control.Resume));
                break;
            case "call":
                Plan(OnListings(at, node, Control.Call));
                break;
            case "stop":
                Stop(at, node);
                break;
            case "add":
                Add(at, node is MapNode { Entries: [MapEntry entry] }
                    ? entry
                    : throw new ScenarioException(
                        node, "expected one population: a kind of agents with its parameters."));
                break;
            case "set":
                Set(at, node);
                break;
            case "shock":
                ReadShocks(at, node);
                break;
        }
    }

    void Plan(InterventionBuilder builder) => _builders.Add(builder);

    InterventionBuilder OnListings(Timestamp at, Node node, Control control)
    {
        Section section = new(node, "a venue, for example { venue: focal }");
        VenueId venue = _names.Venue(section.Find("venue"), section);
        Listing[] listings = section.Find("instrument") is { } one
            ? [new Listing(venue, _names.Instrument(one, section))]
            : [.. Enumerable.Range(0, _names.Instruments.Count).Select(i =>
                new Listing(venue, new InstrumentId((short)i)))];
        section.End();
        return (_, _) => listings.Select(listing => new ControlIntervention(at, listing, control));
    }

    void Stop(Timestamp at, Node node)
    {
        IReadOnlyList<Node> items =
            node is ScalarNode ? [node] : Values.Items(node, "the name of an agent or a group, or a list of them");
        foreach (Node item in items)
        {
            string name = Values.Text(item, "the name of an agent or a group");
            if (!_present.Exists(group => group.IsCalled(name)))
            {
                throw new ScenarioException(item, $"there is no agent or group "
                    + $"'{name}'{NearestName.Hint(name, [.. _present.Select(group => group.Group)])}");
            }

            Plan(Removal(at, name));
        }
    }

    static InterventionBuilder Removal(Timestamp at, string name) => (directory, _) =>
        [new RemovalIntervention(at, [.. NumbersOf(directory, agent => agent.Name == name || agent.Group == name)])];

    void Add(Timestamp at, MapEntry entry)
    {
        Population added = _read(entry);
        if (_present.Exists(other => other.Group == added.Group))
        {
            throw new ScenarioException(
                $"{entry.Place}: a group is called '{added.Group}' already: give this one a 'name'.");
        }

        _present.Add(added);
        Added.Add(added);
        Plan((directory, agents) =>
        [
            new ArrivalIntervention(at, [.. agents.Where(agent => directory[agent.Participant].Group == added.Group)
                .Select(agent => (agent.Participant, agent.Start - Timestamp.Zero))]),
        ]);
    }

    /// <summary>
    /// The agents of a group leave, and as many with other parameters enter, with accounts and chance of their own.
    /// </summary>
    void Set(Timestamp at, Node node)
    {
        List<(Population Old, MapNode Changed)> groups = [];
        foreach (MapEntry entry in new Section(
            node, "a path with its value, for example { agents.makers.spread: 0.02 }").Names())
        {
            if (entry.Key.Split('.') is not ["agents", string name, _, ..])
                throw new ScenarioException(
                    $"{entry.Place}: '{entry.Key}' cannot be set while a market runs; what can: agents.<group>.<key>. "
                        + $"A value can be shocked.");

            Population group = _present.FindLast(present => LifeOf(present, name))
                ?? throw new ScenarioException($"{entry.Place}: there is no group "
                    + $"'{name}'{NearestName.Hint(name, [.. _present.Select(g => g.Group)])}");
            int place = groups.FindIndex(one => one.Old == group);
            if (place < 0)
            {
                place = groups.Count;
                groups.Add((group, (MapNode)group.Entry.Value.Copy()));
            }

            MapNode keys = new(entry.Place);
            keys.Set("keys", entry.Place, groups[place].Changed);
            Override.Apply(keys, "keys" + entry.Key["agents.".Length..][name.Length..], entry.Value);
        }

        foreach ((Population old, MapNode changed) in groups)
        {
            string name = old.Group.Split('@')[0];
            int life = _present.Count(present => LifeOf(present, name)) + 1;
            Place from = old.Entry.Place;
            changed.Set("name", from, new ScalarNode(from, $"{name}@{life}"));
            Plan(Removal(at, old.Group));
            Add(at, new MapEntry(old.Entry.Key, from, changed));
        }
    }

    /// <summary>Whether a group is the one of that name, or what came after it.</summary>
    static bool LifeOf(Population population, string name) =>
        population.Group == name || population.Group.StartsWith(name + "@", StringComparison.Ordinal);

    void ReadShocks(Timestamp at, Node node)
    {
        foreach (MapEntry entry in new Section(node, "amounts by instrument, for example { XYZ: -5.00 }").Names())
        {
            int instrument = -1;
            for (int i = 0; i < _names.Instruments.Count; i++)
                instrument = _names.Instruments[i].Symbol == entry.Key ? i : instrument;
            if (instrument < 0 || !_names.HasValue(new InstrumentId((short)instrument)))
            {
                throw new ScenarioException(
                    $"{entry.Place}: '{entry.Key}' has no value{NearestName.Hint(entry.Key, [.. _names.Valued])}");
            }

            _shocks.Add((
                new((short)instrument), at, new Ticks(Values.WholeTicks(entry.Value, _names.Instruments[instrument]))));
        }
    }

    static IEnumerable<ParticipantId> NumbersOf(MarketDirectory directory, Func<Participant, bool> isMeant) =>
        Enumerable.Range(0, directory.Participants.Count).Where(p => isMeant(directory.Participants[p])).Select(p =>
            new ParticipantId(p));
}
