using System.Globalization;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// The two scenarios of a branch: the run's own, and the same with interventions from the branch point on.
/// </summary>
/// <remarks>Both are texts, so that every thread can read scenarios of its own.</remarks>
public sealed class CounterfactualArms
{
    const string Source = "the run's scenario";

    readonly AgentKinds _kinds;
    readonly string _folder;

    /// <param name="configuration">The scenario that the run kept.</param>
    /// <param name="at">The branch point.</param>
    /// <param name="interventions">
    /// As <c>--intervene</c> gives them; without a time they are at the branch point.
    /// </param>
    /// <param name="assignments">As <c>--set</c> gives them: what is set at the branch point.</param>
    /// <param name="kinds">The agents that the scenario may name.</param>
    /// <param name="folder">Where files are looked for that the scenario still names.</param>
    /// <exception cref="ScenarioException">The scenario, or what is to be done, cannot be.</exception>
    public CounterfactualArms(
        string configuration, Timestamp at, IReadOnlyList<string> interventions, IReadOnlyList<string> assignments,
        AgentKinds kinds, string folder)
    {
        (_kinds, _folder) = (kinds, folder);
        Without = configuration;
        MapNode document = YamlDocument.Read(configuration, Source);
        Scenario own = Read(Without);
        if (at <= Timestamp.Zero || at >= Timestamp.Zero + own.Duration)
            throw new ScenarioException($"--at {at}: expected a time inside the run, which takes {own.Duration}.");

        List<Node> planned = [.. document.Find("interventions") is ListNode list ? list.Items : []];
        if (own.Build(own.Seed).Interventions.Any(intervention => intervention.At == at))
        {
            throw new ScenarioException(
                $"--at {at}: the run itself intervenes at that instant; branch a nanosecond before it or later.");
        }

        MapNode[] added = [.. interventions.Select(text => Intervention(text, at)), .. Settings(assignments, at)];
        if (added.Length == 0)
            throw new ScenarioException("Nothing is to be done: expected --intervene or --set.");

        document.Set("interventions", default, new ListNode(default, [.. planned, .. added]));
        With = YamlDocument.Write(document);
        Interventions = [.. added.Select(item => YamlDocument.Write(item).ReplaceLineEndings(" ").Trim())];
        Scenario changed = Read(With);
        if (changed.Build(own.Seed).Interventions.Count(intervention => intervention.At < at)
            != own.Build(own.Seed).Interventions.Count(intervention => intervention.At < at))
            throw new ScenarioException($"--intervene: expected a time from the branch point on, {at}.");
    }

    /// <summary>The run's scenario, as text.</summary>
    public string Without { get; }

    /// <summary>The scenario with the interventions, as text.</summary>
    public string With { get; }

    /// <summary>What is done, one text each.</summary>
    public IReadOnlyList<string> Interventions { get; }

    /// <summary>Fresh scenarios, which share nothing with those of another thread.</summary>
    public (Scenario Without, Scenario With) Read() => (Read(Without), Read(With));

    Scenario Read(string configuration) =>
        new ScenarioReader(_kinds).Read(YamlDocument.Read(configuration, Source), _folder);

    static MapNode Intervention(string text, Timestamp at)
    {
        Node node = YamlDocument.ReadAny(text, $"--intervene {text}");
        if (node is not MapNode map)
        {
            throw new ScenarioException(node, $"expected an intervention, for example {{ enter: {{ as: whale, side: "
                + $"sell, quantity: 500 }} }}, found {node.Kind}.");
        }

        if (map.Find("at") is not null)
            return map;

        MapNode timed = new(map.Place);
        timed.Set("at", map.Place, When(at, map.Place));
        foreach (MapEntry entry in map.Entries)
            timed.Set(entry.Key, entry.Place, entry.Value);

        return timed;
    }

    static IEnumerable<MapNode> Settings(IReadOnlyList<string> assignments, Timestamp at)
    {
        if (assignments.Count == 0)
            yield break;

        MapNode values = new(default);
        foreach (string assignment in assignments)
        {
            Place place = new($"--set {assignment}", 0, 0);
            int equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == assignment.Length - 1)
                throw new ScenarioException($"{place}: expected path=value, for example agents.makers.spread=0.02.");

            values.Set(
                assignment[..equals].Trim(), place, YamlDocument.ReadAny(assignment[(equals + 1)..], place.Source));
        }

        MapNode item = new(default);
        item.Set("at", default, When(at, default));
        item.Set("set", default, values);
        yield return item;
    }

    static ScalarNode When(Timestamp at, Place place) =>
        new(place, string.Create(CultureInfo.InvariantCulture, $"{at.Nanoseconds / 1e9m:0.#########} s"));
}
