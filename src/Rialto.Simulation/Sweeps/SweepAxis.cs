namespace Rialto.Simulation;

/// <summary>Parameters that change together, and the points at which they are tried.</summary>
/// <param name="Points">For each point a value of each parameter.</param>
sealed record SweepAxis(IReadOnlyList<SweepParameter> Parameters, IReadOnlyList<IReadOnlyList<SweepValue>> Points)
{
    const string TreatmentName = "treatment";

    /// <summary>Reads <c>treatments</c>, <c>parameters</c> and <c>latin-hypercube</c>.</summary>
    public static List<SweepAxis> ReadAll(Section top, ulong seed)
    {
        List<SweepAxis> axes = [];
        if (top.Find("treatments") is { } treatments)
            axes.Add(Treatments(treatments));
        if (top.Find("parameters") is { } parameters)
            axes.AddRange(new Section(parameters, "values by their paths in the scenario").Names().Select(Parameter));
        if (top.Find("latin-hypercube") is { } hypercube)
            axes.Add(Hypercube(hypercube, seed));

        if (axes.SelectMany(axis => axis.Parameters).GroupBy(p => p.Path)
            .FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ScenarioException(top.Node, $"'{twice.Key}' varies twice: name it in one place.");

        string[] ambiguous = [
            .. axes.SelectMany(axis => axis.Parameters).GroupBy(p => p.Label).Where(same => same.Count() > 1).Select(
                same => same.Key)];
        return [.. axes.Select(axis => axis with
        {
            Parameters = [.. axis.Parameters.Select(p =>
                ambiguous.Contains(p.Label) ? p with { Label = LabelOf(p.Path, parts: 2) } : p)],
        })];
    }

    static SweepAxis Treatments(Node node)
    {
        List<IReadOnlyList<SweepValue>> points = [];
        foreach (MapEntry entry in NotEmpty(new Section(node, "treatments by their names").Names(), node))
        {
            IReadOnlyList<MapEntry> assignments = new Section(
                entry.Value, "values by their paths in the scenario").Names();
            points.Add([new SweepValue(entry.Key, null, [.. assignments.Select(one => (one.Key, one.Value))])]);
        }

        return new([new SweepParameter(TreatmentName, TreatmentName, "", false, false)], points);
    }

    static SweepAxis Parameter(MapEntry entry)
    {
        string? label = null;
        IReadOnlyList<string>? names = null;
        bool isLogarithmic = false;
        Node values = entry.Value;
        if (values is MapNode)
        {
            Section section = new(values, "a list of values, or a range");
            label = section.Find("label") is { } written ? Values.Text(written) : null;
            if (section.Find("values") is MapNode named)
            {
                names = named.Keys;
                values = new ListNode(named.Place, [.. named.Entries.Select(one => one.Value)]);
            }
            else if (section.Find("values") is { } list)
            {
                values = list;
            }
            else
            {
                ValueRange range = new(section);
                isLogarithmic = range.IsLogarithmic;
                values = new ListNode(values.Place, section.Find("step") is { } step && !isLogarithmic
                    ? range.Grid(step)
                    : range.Grid((int)Values.Integer(
                        section.Require("steps", "how many values, both ends included"), 2, Sweep.MostCells)));
            }

            section.End();
        }

        IReadOnlyList<Node> items = NotEmpty(
            Values.Items(values, "a list of values, or a range { from: …, to: …, steps: … }"), values);
        (string unit, List<SweepValue> read) = ValuesOf(entry.Key, items);
        if (names is not null)
            read = [.. read.Zip(names, (value, name) => value with { Label = name })];
        return new(
            [new SweepParameter(entry.Key, label ?? LabelOf(entry.Key), unit, false, isLogarithmic)],
            [.. read.Select(value => (IReadOnlyList<SweepValue>)[value])]);
    }

    static SweepAxis Hypercube(Node node, ulong seed)
    {
        Section section = new(node, "points and ranges");
        int points = (int)Values.Integer(section.Require("points", "how many points"), 1, Sweep.MostCells);
        List<SweepParameter> parameters = [];
        List<List<SweepValue>> columns = [];
        Node ranges = section.Require("ranges", "ranges by their paths in the scenario");
        foreach (
            MapEntry entry in NotEmpty(new Section(ranges, "ranges by their paths in the scenario").Names(), ranges))
        {
            Section written = new(entry.Value, "a range { from: …, to: … }");
            string label = written.Find("label") is { } called ? Values.Text(called) : LabelOf(entry.Key);
            ValueRange range = new(written);
            written.End();
            (string unit, List<SweepValue> values) =
                ValuesOf(entry.Key, [.. LatinHypercube.Shares(seed, entry.Key, points).Select(range.Near)]);
            columns.Add(values);
            parameters.Add(new SweepParameter(entry.Key, label, unit, true, range.IsLogarithmic));
        }

        section.End();
        return new(parameters, [.. Enumerable.Range(0, points).Select(i =>
            (IReadOnlyList<SweepValue>)[.. columns.Select(column => column[i])])]);
    }

    /// <summary>Numbers only if all of them are, and of one unit.</summary>
    static (string Unit, List<SweepValue> Values) ValuesOf(string path, IReadOnlyList<Node> nodes)
    {
        WrittenNumber?[] numbers =
            [.. nodes.Select(node => node is ScalarNode scalar ? WrittenNumber.TryRead(scalar.Text) : null)];
        bool areNumbers = numbers.All(number => number is not null)
            && numbers.Select(number => number!.Value.CommonUnit).Distinct().Count() == 1;
        return (
            areNumbers ? numbers[0]!.Value.CommonUnit : "",
            [.. nodes.Zip(numbers, (node, number) =>
                new SweepValue(TextOf(node), areNumbers ? number!.Value.Number : null, [(path, node)]))]);
    }

    /// <summary>A value as people read it: <c>batch 500 ms</c> for <c>{ batch: 500 ms }</c>.</summary>
    static string TextOf(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode list => string.Join(", ", list.Items.Select(TextOf)),
        MapNode map => string.Join(", ", map.Entries.Select(entry => $"{entry.Key} {TextOf(entry.Value)}")),
        _ => node.Kind,
    };

    /// <summary>The last parts of a path as words.</summary>
    public static string LabelOf(string path, int parts = 1) =>
        string.Join(' ', path.Split('.').TakeLast(parts)).Replace('-', ' ');

    static IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T> items, Node node) =>
        items.Count > 0
            ? items
            : throw new ScenarioException(node, "there is nothing here to vary: name at least one value.");
}
