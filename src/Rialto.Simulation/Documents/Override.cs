namespace Rialto.Simulation;

/// <summary>A value given on the command line: <c>--set venues.focal.institution.batch=500ms</c>.</summary>
public static class Override
{
    /// <summary>Puts the value in its place in the document.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="assignment"><c>path=value</c>; a number in the path is a place in a list, from 0.</param>
    /// <exception cref="ScenarioException">It is not an assignment, or the path leads nowhere.</exception>
    public static void Apply(MapNode root, string assignment)
    {
        string source = $"--set {assignment}";
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        string[] path = equals > 0 ? assignment[..equals].Split('.') : [];
        if (path.Length == 0 || path.Any(string.IsNullOrWhiteSpace))
            throw new ScenarioException($"{source}: expected path=value, for example seed=7.");

        Place place = new(source, 0, 0);
        if (path is ["venues" or "instruments", _, _, ..]
            && root.Find(path[0]) is MapNode named && named.Find(path[1]) is null)
            throw new ScenarioException($"{place}: there is no '{path[1]}' among the {path[0]}{NearestName.Hint(path[1], named.Keys)}");

        string text = assignment[(equals + 1)..];
        Node value = string.IsNullOrWhiteSpace(text) ? new ScalarNode(place, "") : YamlDocument.ReadAny(text, source) switch
        {
            ScalarNode scalar => new ScalarNode(place, scalar.Text),
            Node other => other,
        };
        Set(root, path, value, place);
    }

    static void Set(Node parent, ReadOnlySpan<string> path, Node value, Place place)
    {
        string key = path[0];
        if (parent is ListNode list)
        {
            if (!int.TryParse(key, out int index) || index < 0 || index >= list.Items.Count)
                throw new ScenarioException($"{place}: '{key}' is not a place in a list of {list.Items.Count} (the first is 0).");
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
}
