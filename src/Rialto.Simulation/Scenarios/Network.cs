using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Where the venues lie, and how long messages take from one place to another.</summary>
/// <remarks>
/// Places are locations on a line, given as the time that a message takes from its beginning, or named regions with a
/// table of latencies. Either way a pair of places is never stored: a million agents have a million locations.
/// </remarks>
sealed class Network
{
    readonly IReadOnlyList<string> _venueNames;
    readonly Func<ulong, Duration>?[] _locations;
    readonly int[] _regionOf;
    readonly List<string> _regions = [];
    readonly Duration?[,] _latency = new Duration?[0, 0];

    /// <param name="node">The section <c>network</c>, if there is one.</param>
    /// <param name="venueNames">The market's venues.</param>
    public Network(Node? node, IReadOnlyList<string> venueNames)
    {
        _venueNames = venueNames;
        _locations = new Func<ulong, Duration>?[venueNames.Count];
        _regionOf = new int[venueNames.Count];
        Array.Fill(_regionOf, -1);
        if (node is null)
            return;

        Section section = new(node, "where the venues lie");
        if (section.Find("latency") is { } table)
            _latency = ReadTable(table);

        foreach (MapEntry entry in new Section(
            section.Require("venues", "the place of each venue"), "a place for each venue").Names())
            ReadVenue(entry);

        section.End();
    }

    /// <summary>The region that a group names.</summary>
    public int Region(Node node)
    {
        string name = Values.Text(node, "the name of a region");
        int region = _regions.IndexOf(name);
        return region >= 0
            ? region
            : throw new ScenarioException(
                node, $"there is no region '{name}' in 'network'{NearestName.Hint(name, _regions)}");
    }

    /// <summary>How long a message takes between a location on the line and each venue.</summary>
    public Duration[] FromLocation(Duration location, ulong seed)
    {
        Duration[] latencies = new Duration[_locations.Length];
        for (int venue = 0; venue < latencies.Length; venue++)
            latencies[venue] = new Duration(Math.Abs(_locations[venue]!(seed).Nanoseconds - location.Nanoseconds));

        return latencies;
    }

    /// <summary>How long a message takes between a region and each venue.</summary>
    public Duration[] FromRegion(int region, bool isToVenue) => [.. _regionOf.Select(venue =>
        (isToVenue
            ? _latency[region, venue] ?? _latency[venue, region]
            : _latency[venue, region] ?? _latency[region, venue])!.Value)];

    /// <exception cref="ScenarioException">A venue has no place on the line.</exception>
    public void DemandLocations(Node location) =>
        Demand(location, Array.FindIndex(_locations, place => place is null), "a time on the line");

    /// <exception cref="ScenarioException">A venue lies in no region, or nothing says how far it is.</exception>
    public void DemandRegions(Node node, int region)
    {
        Demand(node, Array.IndexOf(_regionOf, -1), "a region");
        foreach (int venue in _regionOf)
        {
            if ((_latency[region, venue] ?? _latency[venue, region]) is null)
            {
                throw new ScenarioException(
                    node, $"'network.latency' does not say how far '{_regions[region]}' is from '{_regions[venue]}'.");
            }
        }
    }

    void Demand(Node node, int missing, string what)
    {
        if (missing >= 0)
        {
            throw new ScenarioException(
                node, $"'network.venues' gives the venue '{_venueNames[missing]}' no place: expected {what}.");
        }
    }

    Duration?[,] ReadTable(Node node)
    {
        IReadOnlyList<MapEntry> rows = new Section(node, "latencies between regions").Names();
        _regions.AddRange(rows.Select(row => row.Key));
        Duration?[,] latency = new Duration?[rows.Count, rows.Count];
        for (int from = 0; from < rows.Count; from++)
        {
            foreach (MapEntry entry in new Section(rows[from].Value, "latencies to regions").Names())
            {
                int to = _regions.IndexOf(entry.Key);
                if (to < 0)
                {
                    throw new ScenarioException($"{entry.Place}: '{entry.Key}' is no region of this "
                        + $"table{NearestName.Hint(entry.Key, _regions)}");
                }

                latency[from, to] = Values.Span(entry.Value);
            }
        }

        return latency;
    }

    void ReadVenue(MapEntry entry)
    {
        int venue = _venueNames.ToList().IndexOf(entry.Key);
        if (venue < 0)
        {
            throw new ScenarioException(
                $"{entry.Place}: there is no venue '{entry.Key}'{NearestName.Hint(entry.Key, [.. _venueNames])}");
        }

        if (_regions.Count > 0)
        {
            _regionOf[venue] = Region(entry.Value);
            return;
        }

        Func<RandomStream, Duration> draw = Connection.Law(entry.Value, "");
        _locations[venue] = seed => draw(new RandomStream(seed, $"network/{entry.Key}"));
    }
}
