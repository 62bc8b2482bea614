using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// How the agents of a group are connected, and how long they think: the keys that every group has for it.
/// </summary>
sealed class Connection
{
    readonly Network _network;
    readonly Func<RandomStream, Duration>? _orderLatency;
    readonly Func<RandomStream, Duration>? _dataLatency;
    readonly Func<RandomStream, Duration>? _orderJitter;
    readonly Func<RandomStream, Duration>? _dataJitter;
    readonly Func<RandomStream, Duration>? _computation;
    readonly Func<RandomStream, Duration>? _location;
    readonly int? _region;

    /// <param name="section">The group's.</param>
    /// <param name="network">Where the venues lie.</param>
    /// <param name="folder">Where files named in the scenario are looked for.</param>
    public Connection(Section section, Network network, string folder)
    {
        _network = network;
        _orderLatency = Read("order-latency");
        _dataLatency = Read("data-latency");
        _orderJitter = Read("order-jitter");
        _dataJitter = Read("data-jitter");
        _computation = Read("computation");
        if (section.Find("location") is { } location)
        {
            _location = Law(location, folder);
            network.DemandLocations(location);
        }

        if (section.Find("region") is { } region)
        {
            _region = network.Region(region);
            network.DemandRegions(region, _region.Value);
            if (_location is not null)
                throw new ScenarioException(region, "a group has a 'location' or a 'region', not both.");
        }

        Func<RandomStream, Duration>? Read(string key) => section.Find(key) is { } node ? Law(node, folder) : null;
    }

    /// <summary>Reads a time, or a law by which times are drawn: a distribution, or a file of measured times.</summary>
    /// <param name="node">What the scenario says.</param>
    /// <param name="folder">Where files named in the scenario are looked for.</param>
    public static Func<RandomStream, Duration> Law(Node node, string folder)
    {
        if (node is MapNode { Entries: [{ Key: "empirical" } measured] })
            return Empirical(measured.Value, folder);

        if (DistributionReader.IsDistribution(node))
        {
            Func<RandomStream, object> draw = DistributionReader.Read(node, Measure.Span);
            return random => (Duration)draw(random);
        }

        Duration span = Values.Span(node);
        return _ => span;
    }

    /// <summary>An agent's place in the market.</summary>
    public AgentSetup Connect(Agent agent, ParticipantId participant, Listing home, Timestamp start, AgentDraws draws)
    {
        Duration order = Draw(_orderLatency, "order-latency");
        Duration data = Draw(_dataLatency, "data-latency");
        Link[]? links = LinksOf(order, data, draws);
        return new AgentSetup(agent, participant, home, order, data, start)
        {
            Links = links, OrderJitter = _orderJitter, DataJitter = _dataJitter, Computation = Draw(
                _computation, "computation"),
        };

        Duration Draw(Func<RandomStream, Duration>? law, string key) =>
            law is null ? Duration.Zero : law(draws.For(key));
    }

    static Func<RandomStream, Duration> Empirical(Node file, string folder)
    {
        string path = Path.Combine(folder, Values.Text(file, "the name of a .csv file with a column 'latency'"));
        List<Duration> measured = [];
        foreach (Node row in CsvTable.Read(path, file))
        {
            Section section = new(row, "a row");
            measured.Add(Values.Span(section.Require("latency", "a column of times with their unit")));
            section.End();
        }

        return measured.Count > 0
            ? random => measured[(int)random.NextBelow((ulong)measured.Count)]
            : throw new ScenarioException(file, $"{path} has no rows: expected at least one latency.");
    }

    /// <summary>The lines to the venues: what lies between, and what the group's own latencies add to it.</summary>
    Link[]? LinksOf(Duration order, Duration data, AgentDraws draws)
    {
        Duration[] there;
        Duration[] back;
        if (_location is not null)
            there = back = _network.FromLocation(_location(draws.For("location")), draws.Seed);
        else if (_region is { } region)
        {
            (there, back) = (
                _network.FromRegion(region, isToVenue: true), _network.FromRegion(region, isToVenue: false));
        }
        else
            return null;

        return [.. there.Zip(back, (to, from) => new Link(to + order, from + data))];
    }
}
