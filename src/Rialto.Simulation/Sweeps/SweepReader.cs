namespace Rialto.Simulation;

/// <summary>
/// Reads a sweep, and the scenario of every cell, so that what cannot be run is told before anything is.
/// </summary>
public sealed class SweepReader(AgentKinds kinds)
{
    /// <exception cref="ScenarioException">The sweep, or the scenario of one of its cells, cannot be run.</exception>
    public Sweep ReadFile(string path) =>
        Read(YamlDocument.ReadFile(path), Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <param name="document">The sweep.</param>
    /// <param name="folder">Where the files that it names are looked for.</param>
    /// <exception cref="ScenarioException">The sweep, or the scenario of one of its cells, cannot be run.</exception>
    public Sweep Read(MapNode document, string folder)
    {
        Section top = new(document, "a sweep");
        string name = ScenarioReader.Name(top);
        string description = top.Find("description") is { } about ? Values.Text(about) : "";
        string citation = top.Find("source") is { } source ? Values.Text(source) : "";
        ulong seed = top.Find("seed") is { } seedNode ? Values.Seed(seedNode) : 1;
        ScenarioTemplate template = ScenarioTemplate.Read(top, folder);
        List<SweepAxis> axes = SweepAxis.ReadAll(top, seed);
        IReadOnlyList<ulong> seeds = SeedList.Read(top.Require("seeds", "seeds such as 1..20 or [1, 2, 5..9]"));
        IReadOnlyList<string> measures = top.Find("measures") is { } shown
            ? [.. Values.Items(shown, "a list of measures").Select(item =>
                Values.Text(item, "the name of a measure in metrics.json"))]
            : [];
        KeptFiles keep = top.Find("keep") is { } kept ? Kept(kept) : new KeptFiles(true, true, false, []);
        top.End();

        List<IReadOnlyList<SweepValue>> combinations = [[]];
        foreach (SweepAxis axis in axes)
        {
            if ((long)combinations.Count * axis.Points.Count > Sweep.MostCells)
                throw new ScenarioException(document, $"these are more than {Sweep.MostCells} combinations of values.");

            combinations = [.. from before in combinations from point in axis.Points select (IReadOnlyList<SweepValue>)[
                .. before, .. point]];
        }

        return new Sweep
        {
            Name = name, Description = description, Citation = citation, Seeds = seeds, Measures = measures,
            Keep = keep,
            Folder = template.Folder,
            Parameters = [.. axes.SelectMany(axis => axis.Parameters)],
            Cells = [.. combinations.Select(values => new SweepCell(values, ScenarioOf(values, template)))],
        };
    }

    Scenario ScenarioOf(IReadOnlyList<SweepValue> values, ScenarioTemplate template)
    {
        try
        {
            return template.With(values.SelectMany(value => value.Assignments), kinds);
        }
        catch (ScenarioException refused)
        {
            throw new ScenarioException(
                $"{refused.Message} In the cell {string.Join(" | ", values.Select(value => value.Label))}.");
        }
    }

    static KeptFiles Kept(Node node)
    {
        (string, int)[] choices =
        [
            ("manifest", -1), ("metrics", -2), ("report", -3),
            .. Enum.GetValues<Recording>().Select(what => (AgentKinds.Kebab(what.ToString()), (int)what)),
        ];
        int[] words = [.. Values.Items(node, "a list of what to keep of every run").Select(item =>
            Values.Choice<int>(item, choices))];
        return new KeptFiles(
            words.Length > 0, words.Contains(-2), words.Contains(-3),
            [.. words.Where(word => word >= 0).Select(word => (Recording)word).Order()]);
    }
}
