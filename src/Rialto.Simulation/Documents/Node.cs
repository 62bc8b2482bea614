namespace Rialto.Simulation;

/// <summary>
/// Where something stands in a scenario: a file with line and column from 1, or an option of the command.
/// </summary>
public readonly record struct Place(string Source, int Line, int Column)
{
    public override string ToString() => Line > 0 ? $"{Source}:{Line}:{Column}" : Source;
}

/// <summary>A part of a scenario as it was written, before anybody knows what it means.</summary>
public abstract class Node(Place place)
{
    public Place Place => place;

    /// <summary>What kind of thing it is, for messages: <c>a mapping</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The same, sharing nothing that can change.</summary>
    public abstract Node Copy();
}

/// <summary>A single value, as text.</summary>
public sealed class ScalarNode(Place place, string text) : Node(place)
{
    public string Text => text;

    public override string Kind => text.Length == 0 ? "nothing" : $"'{text}'";

    public override Node Copy() => this;
}

/// <summary>A list of values.</summary>
public sealed class ListNode(Place place, IReadOnlyList<Node> items) : Node(place)
{
    public IReadOnlyList<Node> Items => items;

    public override string Kind => "a list";

    public override Node Copy() => new ListNode(Place, [.. items.Select(item => item.Copy())]);
}

/// <summary>Values by key, in the order in which they were written.</summary>
public sealed class MapNode(Place place) : Node(place)
{
    readonly List<MapEntry> _entries = [];

    public IReadOnlyList<MapEntry> Entries => _entries;

    public IReadOnlyList<string> Keys => [.. _entries.Select(entry => entry.Key)];

    public override string Kind => "a mapping";

    public override Node Copy()
    {
        MapNode copy = new(Place);
        copy._entries.AddRange(_entries.Select(entry => entry with { Value = entry.Value.Copy() }));
        return copy;
    }

    public Node? Find(string key) => _entries.Find(entry => entry.Key == key)?.Value;

    public void Set(string key, Place keyPlace, Node value)
    {
        int known = _entries.FindIndex(entry => entry.Key == key);
        MapEntry entry = new(key, keyPlace, value);
        if (known >= 0)
            _entries[known] = entry;
        else
            _entries.Add(entry);
    }
}

/// <summary>A key with its value.</summary>
public sealed record MapEntry(string Key, Place Place, Node Value);
