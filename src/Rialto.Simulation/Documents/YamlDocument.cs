using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Rialto.Simulation;

/// <summary>Reads YAML into nodes that know where they stand, and writes nodes as YAML.</summary>
public static class YamlDocument
{
    const int DeepestNesting = 32;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">The file cannot be read, or is not one YAML mapping.</exception>
    public static MapNode ReadFile(string path)
    {
        if (Directory.Exists(path))
            throw new ScenarioException($"{path}: this is a folder, expected a scenario file.");

        return Read(TextOf(path), path);
    }

    /// <summary>Apart from the parsing, which may miss a file too: its own assembly.</summary>
    static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
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
        Place reached = new(source, 1, 1);
        try
        {
            RefuseWhatGrows(text, source, ref reached);
            stream.Load(new StringReader(text));
        }
        catch (YamlException malformed)
        {
            string reason = (malformed.InnerException ?? malformed).Message.Replace('\n', ' ').TrimEnd('.');
            throw new ScenarioException(
                $"{new Place(source, (int)malformed.Start.Line, (int)malformed.Start.Column)}: this is not valid "
                    + $"YAML: {reason}.");
        }

        catch (Exception malformed) when (malformed is not ScenarioException)
        {
            // The parser throws what it likes at some malformed texts, a list that is not closed for example.
            throw new ScenarioException($"{reached}: this is not valid YAML from here on; is something not closed?");
        }

        if (stream.Documents.Count != 1)
            throw new ScenarioException($"{source}: expected one YAML document, found {stream.Documents.Count}.");

        return Convert(stream.Documents[0].RootNode, source);
    }

    /// <summary>
    /// Refuses, before anything is built, what a short text can blow up: deep nesting, and values repeated by alias.
    /// </summary>
    static void RefuseWhatGrows(string text, string source, ref Place reached)
    {
        Parser parser = new(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent part = parser.Current!;
            reached = new(source, (int)part.Start.Line, (int)part.Start.Column);
            depth += part is MappingStart or SequenceStart ? 1 : part is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > DeepestNesting)
                throw new ScenarioException($"{reached}: nested more than {DeepestNesting} deep.");
            if (part is AnchorAlias)
                throw new ScenarioException($"{reached}: aliases are not supported here; write the value again.");
        }
    }

    /// <summary>Writes nodes as YAML that reads back as the same nodes.</summary>
    public static string Write(MapNode root)
    {
        StringBuilder text = new();
        foreach (MapEntry entry in root.Entries)
            text.Append(Quote(entry.Key)).Append(": ").Append(Flow(entry.Value)).Append('\n');

        return text.ToString();
    }

    static Node Convert(YamlNode node, string source)
    {
        Place place = new(source, (int)node.Start.Line, (int)node.Start.Column);
        switch (node)
        {
            case YamlScalarNode scalar:
                return new ScalarNode(place, scalar.Value ?? "");
            case YamlSequenceNode sequence:
                return new ListNode(place, [.. sequence.Children.Select(child => Convert(child, source))]);
            case YamlMappingNode mapping:
                MapNode map = new(place);
                foreach ((YamlNode key, YamlNode value) in mapping.Children)
                {
                    Place keyPlace = new(source, (int)key.Start.Line, (int)key.Start.Column);
                    if (key is not YamlScalarNode { Value: { } name })
                        throw new ScenarioException($"{keyPlace}: a key is a single word.");

                    map.Set(name, keyPlace, Convert(value, source));
                }

                return map;
            default:
                throw new ArgumentException(node.NodeType.ToString(), nameof(node));
        }
    }

    static string Flow(Node node) => node switch
    {
        ScalarNode scalar => Quote(scalar.Text),
        ListNode list => "[" + string.Join(", ", list.Items.Select(Flow)) + "]",
        MapNode map =>
            "{ " + string.Join(", ", map.Entries.Select(entry => $"{Quote(entry.Key)}: {Flow(entry.Value)}")) + " }",
        _ => throw new ArgumentException(node.Kind, nameof(node)),
    };

    static string Quote(string text)
    {
        bool isPlain = text.Length > 0 && text[0] is not ('-' or '?' or ' ')
            && text[^1] != ' ' && text.All(letter => char.IsAsciiLetterOrDigit(letter) || " ._-/+".Contains(letter));
        if (isPlain || decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            return text;

        StringBuilder quoted = new("\"");
        foreach (char letter in text)
        {
            if (letter is '"' or '\\')
                quoted.Append('\\').Append(letter);
            else if (letter < ' ' || letter is >= '\x7f' and < '\xa1' or '\x2028' or '\x2029' or >= '\xfffe')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
