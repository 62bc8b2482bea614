namespace Rialto.Simulation;

/// <summary>A mapping being read: hands out values by key, and knows in the end which keys nobody asked for.</summary>
public sealed class Section
{
    readonly MapNode _map;
    readonly List<string> _known = [];

    public Section(Node node, string expected) =>
        _map = node as MapNode ?? throw new ScenarioException(node, $"expected {expected}, found {node.Kind}.");

    public Place Place => _map.Place;

    /// <summary>The section itself, for messages about it as a whole.</summary>
    public Node Node => _map;

    public Node? Find(string key)
    {
        _known.Add(key);
        return _map.Find(key);
    }

    public Node Require(string key, string expected) =>
        Find(key) ?? throw Missing(key, expected);

    /// <summary>The error that a key is missing, at the key that may have been meant.</summary>
    public ScenarioException Missing(string key, string expected)
    {
        MapEntry? meant = _map.Entries.FirstOrDefault(entry => !_known.Contains(entry.Key)
            && NearestName.AreVeryNear(entry.Key, key));
        return meant is not null
            ? new ScenarioException($"{meant.Place}: '{key}' is missing; did you mean it by '{meant.Key}'?")
            : new ScenarioException(_map, $"'{key}' is missing: expected {expected}.");
    }

    /// <summary>Puts another value in the place of one that was read.</summary>
    public void Replace(string key, Node value) => _map.Set(key, value.Place, value);

    /// <summary>Everything in the section, for sections whose keys are names.</summary>
    public IReadOnlyList<MapEntry> Names()
    {
        _known.AddRange(_map.Entries.Select(entry => entry.Key));
        return _map.Entries;
    }

    /// <exception cref="ScenarioException">There is a key that nobody asked for.</exception>
    public void End()
    {
        foreach (MapEntry entry in _map.Entries)
        {
            if (!_known.Contains(entry.Key))
            {
                throw new ScenarioException(
                    $"{entry.Place}: unknown key '{entry.Key}'{NearestName.Hint(entry.Key, _known)}");
            }
        }
    }
}
