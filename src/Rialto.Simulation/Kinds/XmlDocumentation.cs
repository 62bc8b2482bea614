using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// What stands in the comments of an assembly's classes: the XML file that the compiler puts beside it.
/// </summary>
sealed class XmlDocumentation
{
    readonly LookupTable<string, XElement> _members = new(StringComparer.Ordinal);

    /// <param name="assembly">Whose; without the file there is nothing to read.</param>
    public XmlDocumentation(Assembly assembly)
    {
        string file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file))
            return;

        foreach (XElement member in XDocument.Load(file).Descendants("member"))
        {
            string name = (string?)member.Attribute("name") ?? "";
            _members.TryAdd(name, member);
            int constructor = name.IndexOf(".#ctor", StringComparison.Ordinal);
            if (constructor > 0)
                _members.TryAdd(name[..constructor], member);
        }
    }

    public string Summary(Type type) => Text(Find(type)?.Element("summary"));

    /// <summary>The remarks, paragraph by paragraph, list item by list item.</summary>
    public IReadOnlyList<string> Remarks(Type type)
    {
        List<string> paragraphs = [""];
        foreach (XNode node in Find(type)?.Element("remarks")?.Nodes() ?? [])
        {
            if (node is XElement { Name.LocalName: "para" or "list" } block)
            {
                paragraphs.AddRange(block.Name.LocalName == "para" ? [Text(block)] : block.Elements("item")
                    .Select(item => "- " + Text(item)));
                paragraphs.Add("");
            }
            else
            {
                paragraphs[^1] += Raw(node);
            }
        }

        return [.. paragraphs.Select(Joined).Where(paragraph => paragraph.Length > 0)];
    }

    /// <summary>What a parameter of a class's or record's constructor means, or a property.</summary>
    public string Parameter(Type type, string name)
    {
        XElement? parameter = (Find(type)?.Elements("param") ?? []).Concat(
            MemberCalled($"M:{NameOf(type)}")?.Elements("param") ?? [])
            .FirstOrDefault(param => (string?)param.Attribute("name") == name);
        return Text(parameter ?? MemberCalled($"P:{NameOf(type)}.{name}")?.Element("summary"));
    }

    XElement? Find(Type type) => MemberCalled($"T:{NameOf(type)}");

    XElement? MemberCalled(string name) => _members.TryGet(name, out XElement? member) ? member : null;

    static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    static string Text(XElement? element) => element is null ? "" : Joined(string.Concat(element.Nodes().Select(Raw)));

    static string Raw(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see =>
            $"`{NameIn((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "")}`",
        XElement { Name.LocalName: "paramref" } reference =>
            $"`{AgentKinds.Kebab((string?)reference.Attribute("name") ?? "")}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Raw)),
        _ => "",
    };

    /// <summary>
    /// The last word of a reference: <c>Next</c> of
    /// <c>M:Rialto.Agents.HawkesProcess.Next(Rialto.Trading.RandomStream)</c>.
    /// </summary>
    static string NameIn(string reference)
    {
        string name = reference.Split('(')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }

    /// <summary>On one line, with single spaces.</summary>
    static string Joined(string text)
    {
        StringBuilder joined = new();
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            joined.Append(joined.Length > 0 ? " " : "").Append(word);

        return joined.ToString();
    }
}
