namespace Rialto.Simulation;

/// <summary>Reads a calibration.</summary>
public sealed class CalibrationReader(AgentKinds kinds)
{
    const int FewestReplications = 4;

    /// <summary>
    /// Seeds of the replications that tell how moments vary begin here, far from those that people choose.
    /// </summary>
    const ulong FirstOfReplications = 1_000_000_001;

    /// <exception cref="ScenarioException">The calibration, or its scenario at the start, cannot be run.</exception>
    public Calibration ReadFile(string path) =>
        Read(YamlDocument.ReadFile(path), Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>The seeds of the replications that tell how moments vary.</summary>
    public static IReadOnlyList<ulong> SeedsOfReplications(Calibration calibration) =>
        [.. Enumerable.Range(0, calibration.Replications).Select(i => FirstOfReplications + (ulong)i)];

    /// <param name="document">The calibration.</param>
    /// <param name="folder">Where the files that it names are looked for.</param>
    /// <exception cref="ScenarioException">The calibration, or its scenario at the start, cannot be run.</exception>
    public Calibration Read(MapNode document, string folder)
    {
        Section top = new(document, "a calibration");
        string name = ScenarioReader.Name(top);
        string description = top.Find("description") is { } about ? Values.Text(about) : "";
        string citation = top.Find("source") is { } source ? Values.Text(source) : "";
        ScenarioTemplate template = ScenarioTemplate.Read(top, folder);
        IReadOnlyList<CalibratedParameter> parameters = Parameters(
            top.Require("parameters", "ranges by their paths in the scenario"));
        IReadOnlyList<CalibratedMoment> moments = Moments(top.Require("moments", "a list of measures in metrics.json"));
        if (moments.Count < parameters.Count)
        {
            throw new ScenarioException(
                document, $"{moments.Count} moments cannot tell {parameters.Count} parameters: name more moments.");
        }

        CalibrationTarget target = Target(top.Require("target", "metrics, synthetic or values"), folder);
        IReadOnlyList<ulong> seeds = SeedList.Read(top.Require("seeds", "seeds such as 1..8"));
        MomentWeighting weighting = top.Find("weighting") is { } weights
            ? Values.Choice<MomentWeighting>(
                weights, ("diagonal", MomentWeighting.Diagonal), ("bootstrap", MomentWeighting.Bootstrap))
            : MomentWeighting.Diagonal;
        int replications =
            top.Find("replications") is { } count ? (int)Values.Integer(count, FewestReplications, 100_000) : 40;

        Section search = new(top.Find("search") ?? new MapNode(top.Place), "how to search");
        Calibration calibration = new(template)
        {
            Name = name, Description = description, Citation = citation, Parameters = parameters, Moments = moments,
            Target = target,
            Seeds = seeds, Weighting = weighting, Replications = replications,
            Evaluations = search.Find("evaluations") is { } most
                ? (int)Values.Integer(most, 10, 1_000_000)
                : 100 * (parameters.Count + 1),
            Population = search.Find("population") is { } points ? (int)Values.Integer(points, 4, 10_000) : null,
            Tolerance = search.Find("tolerance") is { } least ? Tolerance(least) : 0.002,
            Seed = search.Find("seed") is { } seed ? Values.Seed(seed) : 1,
        };
        search.End();
        top.End();
        _ = calibration.At([.. parameters.Select(parameter => parameter.Start)], kinds);
        if (target.Seeds.Count > 0)
            _ = calibration.TargetScenario(kinds);

        return calibration;
    }

    static List<CalibratedParameter> Parameters(Node node)
    {
        List<CalibratedParameter> parameters = [];
        foreach (MapEntry entry in new Section(node, "ranges by their paths in the scenario").Names())
        {
            Section section = new(entry.Value, "a range { from: …, to: … }");
            string label = section.Find("label") is { } called ? Values.Text(called) : SweepAxis.LabelOf(entry.Key);
            ValueRange range = new(section);
            double start = section.Find("start") is { } begin ? range.ShareOf(begin) : 0.5;
            section.End();
            parameters.Add(new CalibratedParameter(entry.Key, label, range, start));
        }

        return parameters.Count > 0
            ? parameters
            : throw new ScenarioException(node, "there is no parameter to fit: name at least one.");
    }

    static IReadOnlyList<CalibratedMoment> Moments(Node node)
    {
        List<CalibratedMoment> moments = [];
        foreach (Node item in Values.Items(node, "a list of measures in metrics.json"))
        {
            if (item is ScalarNode)
            {
                string measure = Values.Text(item);
                moments.Add(new CalibratedMoment(measure, measure, false));
                continue;
            }

            Section section = new(item, "a measure, or { measure: …, target: …, scale: … }");
            string name = Values.Text(section.Require("measure", "the name of a measure in metrics.json"));
            string inTarget = section.Find("target") is { } other ? Values.Text(other) : name;
            bool isLogarithmic = section.Find("scale") is { } scale
                && Values.Choice<bool>(scale, ("linear", false), ("log", true));
            section.End();
            moments.Add(new CalibratedMoment(name, inTarget, isLogarithmic));
        }

        return moments;
    }

    static CalibrationTarget Target(Node node, string folder)
    {
        Section section = new(node, "one of metrics, synthetic and values");
        Node? metrics = section.Find("metrics");
        Node? synthetic = section.Find("synthetic");
        Node? values = section.Find("values");
        section.End();
        if (new[] { metrics, synthetic, values }.Count(one => one is not null) != 1)
            throw new ScenarioException(node, "expected exactly one of: metrics, synthetic, values.");

        if (metrics is not null)
        {
            IReadOnlyList<Node> files =
                metrics is ScalarNode ? [metrics] : Values.Items(metrics, "a file metrics.json, or a list of them");
            return new(
                [.. files.Select(file => Path.Combine(folder, Values.Text(file, "a file metrics.json")))], [], [], []);
        }

        if (values is not null)
        {
            return new([], [], [], [.. new Section(values, "numbers by measure").Names()
                .Select(entry => (entry.Key, Values.Real(entry.Value)))]);
        }

        Section made = new(synthetic!, "set and seeds");
        Node set = made.Require("set", "the values to find again, by their paths in the scenario");
        IReadOnlyList<ulong> seeds = SeedList.Read(made.Require("seeds", "seeds such as 101..120"));
        made.End();
        return new(
            [], [.. new Section(set, "values by their paths").Names().Select(entry => (entry.Key, entry.Value))], seeds,
            []);
    }

    static double Tolerance(Node node) => Values.Real(node) is var share && share is > 0 and < 0.5
        ? share
        : throw Values.Wrong(node, "a share of the range above 0 and below 0.5");
}
