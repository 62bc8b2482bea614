using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rialto.Simulation;

/// <summary>Reads YAML into nodes that know where they stand, and writes nodes as YAML.</summary>
public static class YamlDocument
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">The file cannot be read, or is not one YAML mapping.</exception>
    public static MapNode ReadFile(string path)
    {
        if (Directory.Exists(path))
            throw new ScenarioException($"{path}: this is a folder, expected a scenario file.");

        try
        {
            return Read(File.ReadAllText(path), path);
        }
        catch (FileNotFoundException)
        {
            throw new ScenarioException($"{path}: there is no such file.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"{path}: cannot be read: {unreadable.Message}");
        }
    }

    /// <param name="text">The YAML.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="ScenarioException">The text is not one YAML mapping.</exception>
    public static MapNode Read(string text, string source)
    {
        Node node = ReadAny(text, source);
        return node as MapNode
            ?? throw new ScenarioException(node, $"expected keys with values at the top, found {node.Kind}.");
    }

    /// <summary>Reads a value given on the command line.</summary>
    public static Node ReadAny(string text, string source)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException malformed)
        {
            string reason = (malformed.InnerException ?? malformed).Message.Replace('\n', ' ').TrimEnd('.');
            throw new ScenarioException(
                $"{new Place(source, (int)malformed.Start.Line, (int)malformed.Start.Column)}: this is not valid YAML: {reason}.");
        }

        if (stream.Documents.Count != 1)
            throw new ScenarioException($"{source}: expected one YAML document, found {stream.Documents.Count}.");

        return Convert(stream.Documents[0].RootNode, source, depth: 0);
    }

    /// <summary>Writes nodes as YAML that reads back as the same nodes.</summary>
    public static string Write(MapNode root)
    {
        StringBuilder text = new();
        foreach (MapEntry entry in root.Entries)
            text.Append(entry.Key).Append(": ").Append(Flow(entry.Value)).Append('\n');

        return text.ToString();
    }

    static Node Convert(YamlNode node, string source, int depth)
    {
        Place place = new(source, (int)node.Start.Line, (int)node.Start.Column);
        if (depth > 32)
            throw new ScenarioException($"{place}: nested more than 32 deep.");

        switch (node)
        {
            case YamlScalarNode scalar:
                return new ScalarNode(place, scalar.Value ?? "");
            case YamlSequenceNode sequence:
                return new ListNode(place, [.. sequence.Children.Select(child => Convert(child, source, depth + 1))]);
            case YamlMappingNode mapping:
                MapNode map = new(place);
                foreach ((YamlNode key, YamlNode value) in mapping.Children)
                {
                    Place keyPlace = new(source, (int)key.Start.Line, (int)key.Start.Column);
                    if (key is not YamlScalarNode { Value: { } name })
                        throw new ScenarioException($"{keyPlace}: a key is a single word.");

                    map.Set(name, keyPlace, Convert(value, source, depth + 1));
                }

                return map;
            default:
                throw new ScenarioException($"{place}: aliases are not supported here; write the value again.");
        }
    }

    static string Flow(Node node) => node switch
    {
        ScalarNode scalar => Quote(scalar.Text),
        ListNode list => "[" + string.Join(", ", list.Items.Select(Flow)) + "]",
        MapNode map => "{ " + string.Join(", ", map.Entries.Select(entry => $"{Quote(entry.Key)}: {Flow(entry.Value)}")) + " }",
        _ => throw new ArgumentException(node.Kind, nameof(node)),
    };

    static string Quote(string text)
    {
        bool isPlain = text.Length > 0 && text[0] is not ('-' or '?' or ' ')
            && text[^1] != ' ' && text.All(letter => char.IsAsciiLetterOrDigit(letter) || " ._-/+".Contains(letter));
        if (isPlain || decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            return text;

        return "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
    }
}
