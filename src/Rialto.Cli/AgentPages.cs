using System.Globalization;
using System.Text;
using Rialto.Analysis;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// Writes a page for each kind of agents, with a picture of what a small scenario makes it do, and an index.
/// </summary>
/// <remarks>
/// The text comes from the classes' comments; the picture from a run of <c>scenarios/agents/NAME.yaml</c> with its own
/// seed.
/// </remarks>
sealed class AgentPages(AgentKinds kinds, KindReader reader, string folder)
{
    const string Generated =
        "<!-- Written by ./rialto agents --pages docs/agents from the class's comments: change them there. -->\n";

    /// <summary>The scenario that shows a kind, from the repository's root.</summary>
    public static string ScenarioOf(string kind) => $"scenarios/agents/{kind}.yaml";

    /// <exception cref="ScenarioException">A scenario cannot be run.</exception>
    public void Write(IReadOnlyCollection<string> names)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in names)
            WritePage(reader.Read(name));

        if (names.Count == kinds.Names.Count)
            File.WriteAllText(Path.Combine(folder, "README.md"), Index());
    }

    void WritePage(KindDescription kind)
    {
        StringBuilder page = new();
        page.Append("# ").Append(kind.Name).Append("\n\n").Append(Generated).Append('\n').Append(kind.Summary).Append(
            "\n\n");
        foreach (string paragraph in kind.Remarks)
            page.Append(paragraph).Append("\n\n");

        if (File.Exists(ScenarioOf(kind.Name)))
            AppendPicture(page, kind);

        if (kind.Parameters.Count > 0)
            page.Append("## Parameters\n\n| key | what it means | type | default |\n|---|---|---|---|\n");
        foreach (ParameterDescription parameter in kind.Parameters)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| `{parameter.Key}` | {Cell(parameter.Summary)} | {Cell(parameter.Kind)} | "
                    + $"{Cell(parameter.Default ?? "required")} |\n");
        }

        page.Append(kind.Parameters.Count > 0 ? "\n" : "").Append(
            "Keys of every group, and distributions: [scenarios.md](../scenarios.md#groups-of-agents). ");
        page.Append(SourceOf(kind) is { } source
            ? $"Class: [{kind.Type.Name}](../../{source}).\n"
            : $"Class: `{kind.Type.FullName}`.\n");
        File.WriteAllText(Path.Combine(folder, kind.Name + ".md"), page.ToString());
    }

    void AppendPicture(StringBuilder page, KindDescription kind)
    {
        string file = ScenarioOf(kind.Name);
        Scenario scenario = new ScenarioReader(kinds).ReadFile(file, []);
        SimulationRun run = new(scenario, scenario.Seed);
        MarketSetup setup = run.Setup;
        AgentSetup[] members = [.. setup.Agents.Where(agent => agent.Agent.GetType() == kind.Type)];
        if (members.Length == 0)
            throw new ScenarioException($"{file}: shows no {kind.Name}.");

        Horizon horizon = new(Timestamp.Zero, run.End);
        RunRecord record = new(setup.Directory, horizon);
        GroupRecord group = new(
            setup.Directory, members.Select(member => member.Participant), members[0].Home, horizon);
        run.Market.Add(record);
        run.Market.Add(group);
        while (run.Advance())
        {
        }

        record.Finish();
        File.WriteAllText(
            Path.Combine(folder, kind.Name + ".svg"), GroupPicture.Draw(record, group, kind.Name, scenario.Seed));
        page.Append(
            CultureInfo.InvariantCulture,
            $"![What {kind.Name} do: quotes, executions, inventory]({kind.Name}.svg)\n\n");
        page.Append(
            CultureInfo.InvariantCulture, $"[{file}](../../{file}), seed {scenario.Seed}. {scenario.Description}\n\n");
    }

    string Index()
    {
        StringBuilder index = new("# Kinds of agents\n\n");
        index.Append(Generated);
        index.Append("\nWhat scenarios may ask for, by folder of `src/Rialto.Agents`. An agent of your own: "
            + "[agents.md](../agents.md).\n");
        IEnumerable<IGrouping<string, KindDescription>> groups = kinds.Names.Select(reader.Read)
            .GroupBy(kind => SourceOf(kind) is { } source ? source.Split('/')[^2] : "Elsewhere")
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, KindDescription> group in groups)
        {
            index.Append(
                CultureInfo.InvariantCulture, $"\n## {Words(group.Key)}\n\n| kind | what it does |\n|---|---|\n");
            foreach (KindDescription kind in group)
                index.Append(CultureInfo.InvariantCulture, $"| [{kind.Name}]({kind.Name}.md) | {Cell(kind.Line)} |\n");
        }

        return index.ToString();
    }

    /// <summary>The file of a class, from the repository's root, with slashes; null if it is not ours.</summary>
    static string? SourceOf(KindDescription kind) => !Directory.Exists("src") ? null
        : Directory.EnumerateFiles("src", kind.Type.Name + ".cs", SearchOption.AllDirectories).Order(
            StringComparer.Ordinal).FirstOrDefault()
            ?.Replace('\\', '/');

    /// <summary><c>MarketMaking</c> becomes <c>Market making</c>.</summary>
    static string Words(string name) => string.Concat(name.Select((letter, i) =>
        i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
