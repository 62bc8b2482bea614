namespace Rialto.Simulation;

/// <summary>
/// The scenario that a sweep or a calibration varies: a file or written in place, with the values that are set for all
/// runs.
/// </summary>
sealed class ScenarioTemplate
{
    readonly MapNode _document;
    readonly List<(string Path, Node Value)> _set = [];

    ScenarioTemplate(MapNode document, string folder) => (_document, Folder) = (document, folder);

    /// <summary>Where files are looked for that the scenario names.</summary>
    public string Folder { get; }

    /// <summary>Reads <c>scenario</c> and <c>set</c>.</summary>
    public static ScenarioTemplate Read(Section top, string folder)
    {
        Node node = top.Require("scenario", "the path of a scenario, or a scenario");
        ScenarioTemplate template;
        if (node is MapNode written)
        {
            template = new ScenarioTemplate(written, folder);
        }
        else
        {
            string path = Path.GetRelativePath(
                Directory.GetCurrentDirectory(), Path.Combine(folder, Values.Text(node, "the path of a scenario")));
            if (!File.Exists(path))
            {
                throw new ScenarioException(
                    node, $"there is no scenario {path}: name it from the folder of this file.");
            }

            template = new ScenarioTemplate(
                YamlDocument.ReadFile(path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        if (top.Find("set") is { } set)
        {
            template._set.AddRange(new Section(set, "values by their paths in the scenario").Names().Select(entry =>
                (entry.Key, entry.Value)));
        }

        return template;
    }

    /// <summary>The scenario with further values.</summary>
    /// <exception cref="ScenarioException">It cannot be run.</exception>
    public Scenario With(IEnumerable<(string Path, Node Value)> assignments, AgentKinds kinds)
    {
        MapNode document = (MapNode)_document.Copy();
        foreach ((string path, Node value) in _set.Concat(assignments))
            Override.Apply(document, path, value.Copy());

        return new ScenarioReader(kinds).Read(document, Folder);
    }
}
