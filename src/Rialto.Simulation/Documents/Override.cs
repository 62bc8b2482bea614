namespace Rialto.Simulation;

/// <summary>A value given on the command line: <c>--set venues.focal.institution.batch=500ms</c>.</summary>
public static class Override
{
    /// <summary>Puts the value in its place in the document.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="assignment">
    /// <c>path=value</c>; in a list, a part of the path is a place from 0, or the name of a group of agents.
    /// </param>
    /// <exception cref="ScenarioException">It is not an assignment, or the path leads nowhere.</exception>
    public static void Apply(MapNode root, string assignment)
    {
        string source = $"--set {assignment}";
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        string[] path = equals > 0 ? assignment[..equals].Split('.') : [];
        if (path.Length == 0 || path.Any(string.IsNullOrWhiteSpace))
            throw new ScenarioException($"{source}: expected path=value, for example seed=7.");

        Place place = new(source, 0, 0);
        string text = assignment[(equals + 1)..];
        Node value =
            string.IsNullOrWhiteSpace(text) ? new ScalarNode(place, "") : YamlDocument.ReadAny(text, source) switch
        {
            ScalarNode scalar => new ScalarNode(place, scalar.Text),
            Node other => other,
        };
        Apply(root, path, value, place);
    }

    /// <summary>Puts a value that stands in another file in its place in the document.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="path">As in <c>--set</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ScenarioException">The path leads nowhere.</exception>
    public static void Apply(MapNode root, string path, Node value)
    {
        string[] keys = path.Split('.');
        if (keys.Any(string.IsNullOrWhiteSpace))
        {
            throw new ScenarioException(
                value, $"'{path}' is not a path in a scenario, for example venues.focal.institution.");
        }

        Apply(root, keys, value, value.Place);
    }

    static void Apply(MapNode root, string[] path, Node value, Place place)
    {
        if (path is ["venues" or "instruments", _, _, ..]
            && root.Find(path[0]) is MapNode named && named.Find(path[1]) is null)
        {
            throw new ScenarioException(
                $"{place}: there is no '{path[1]}' among the {path[0]}{NearestName.Hint(path[1], named.Keys)}");
        }

        Set(root, path, value, place);
    }

    static void Set(Node parent, ReadOnlySpan<string> path, Node value, Place place)
    {
        string key = path[0];
        if (parent is ListNode list)
        {
            if (path.Length > 1 && Group(list, key) is { } group)
            {
                Set(group, path[1..], value, place);
                return;
            }

            if (!int.TryParse(key, out int index) || index < 0 || index >= list.Items.Count)
            {
                throw new ScenarioException(
                    $"{place}: '{key}' is not a place in a list of {list.Items.Count} (the first is 0).");
            }

            if (path.Length == 1)
                throw new ScenarioException($"{place}: name a key inside item {key} of the list.");

            Set(list.Items[index], path[1..], value, place);
            return;
        }

        if (parent is not MapNode map)
            throw new ScenarioException($"{place}: there are no keys below {parent.Kind}, so no '{key}'.");
        if (path.Length == 1)
        {
            map.Set(key, place, value);
            return;
        }

        Node? child = map.Find(key);
        if (child is null or ScalarNode)
        {
            // A short form such as `institution: continuous` gives way to the long form that is being written.
            child = new MapNode(place);
            map.Set(key, place, child);
        }

        Set(child, path[1..], value, place);
    }

    /// <summary>The group of agents with that name, which is its kind if it has none of its own.</summary>
    static Node? Group(ListNode list, string name) => list.Items
        .Select(item => item is MapNode { Entries: [MapEntry entry] } ? entry : null)
        .FirstOrDefault(entry => entry is not null
            && (entry.Value is MapNode keys
                && keys.Find("name") is ScalarNode written ? written.Text : entry.Key) == name)?.Value;
}
