using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rialto.Journal;
using Rialto.Simulation;

namespace Rialto.Cli;

/// <summary><c>rialto compare A B</c>: whether two runs are equal; if not, where they part, and how they end.</summary>
static class CompareCommand
{
    static readonly Argument<string> First = new("first") { Description = "The folder of a run." };

    static readonly Argument<string> Second = new("second") { Description = "The folder of another." };

    static readonly AgentsOption Agents = new("An assembly with the agents that the runs' scenarios name.");

    public static Command Create()
    {
        Command command = new("compare", "Name the first event at which two runs part, and what differs in the end.")
        {
            First, Second, Agents,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        AgentKinds kinds = Agents.Kinds(options);

        KeptRun first = new(options.GetRequiredValue(First));
        KeptRun second = new(options.GetRequiredValue(Second));
        if (first.EventsHash is { } hash && hash == second.EventsHash)
        {
            Console.WriteLine($"equal: {first.Manifest["events"]} events, hash {hash}");
            return ExitCode.Done;
        }

        Parting? parting;
        try
        {
            using Opened one = Open(first, kinds);
            using Opened other = Open(second, kinds);
            parting = Parting.Of(one.Steps, other.Steps);
        }
        catch (Exception failed) when (failed is BranchException or JournalException)
        {
            throw new RunFailedException(failed.Message);
        }

        ShowParting(parting, first, second);
        ShowMeasures(first, second);
        return parting is null ? ExitCode.Done : ExitCode.Failed;
    }

    static Opened Open(KeptRun run, AgentKinds kinds)
    {
        Scenario scenario = new ScenarioReader(kinds).Read(
            YamlDocument.Read(run.Configuration, Path.Combine(run.Folder, RunInputs.ScenarioName)), run.Folder);
        if (!run.HasJournal)
            return new Opened(new ExecutedSteps(scenario, run.Seed, run.KeptCheckpoints), null);

        JournalReader journal = run.OpenJournal();
        return new Opened(new JournaledSteps(scenario, journal), journal);
    }

    static void ShowParting(Parting? parting, KeptRun first, KeptRun second)
    {
        if (parting is null)
        {
            Console.WriteLine("equal: no step differs");
            return;
        }

        Console.WriteLine($"A: {first.Folder}, seed {first.Seed}\nB: {second.Folder}, seed {second.Seed}\n");
        Console.WriteLine($"They part at step {parting.Sequence}, {parting.At}:");
        Console.WriteLine(
            $"  A: {parting.What.First ?? "nothing more"}\n  B: {parting.What.Second ?? "nothing more"}\n");
        Console.WriteLine(parting.Before.Count > 0 ? "The last steps that both have:" : "They have no step in common.");
        Print("  ", parting.Before);
        Console.WriteLine("A from there on:");
        Print("  ", parting.First);
        Console.WriteLine("B from there on:");
        Print("  ", parting.Second);
    }

    /// <summary>Steps, each event on a line of its own.</summary>
    static void Print(string indent, IReadOnlyList<string> lines)
    {
        foreach (string step in lines)
        {
            Console.WriteLine(indent + step.Replace(" → ", $"\n{indent}    ", StringComparison.Ordinal)
                .Replace("; ", $"\n{indent}    ", StringComparison.Ordinal));
        }
    }

    /// <summary>The measures that differ, side by side.</summary>
    static void ShowMeasures(KeptRun first, KeptRun second)
    {
        List<(string Name, string Value)> ones = Measures(first);
        List<(string Name, string Value)> others = Measures(second);
        List<string> names = [.. ones.Select(measure => measure.Name).Union(others.Select(measure => measure.Name))];
        List<(string Name, string A, string B)> rows =
        [
            .. names.Select(name => (name, Of(ones, name), Of(others, name))).Where(row => row.Item2 != row.Item3),
        ];
        if (rows.Count == 0)
            return;

        int width = rows.Max(row => row.Name.Length);
        Console.WriteLine($"\n{"measure".PadRight(width)}  {"A",20}  {"B",20}");
        foreach ((string name, string a, string b) in rows)
            Console.WriteLine($"{name.PadRight(width)}  {a,20}  {b,20}");

        static string Of(List<(string Name, string Value)> measures, string name) =>
            measures.Find(measure => measure.Name == name).Value ?? "";
    }

    static List<(string, string)> Measures(KeptRun run)
    {
        string path = Path.Combine(run.Folder, "metrics.json");
        List<(string, string)> measures =
            [("events", run.Manifest["events"]?.ToString() ?? ""), ("steps", run.Manifest["steps"]?.ToString() ?? "")];
        if (File.Exists(path))
            Flatten(JsonNode.Parse(File.ReadAllText(path)), "", measures);

        return measures;
    }

    static void Flatten(JsonNode? node, string path, List<(string, string)> measures)
    {
        switch (node)
        {
            case JsonObject map:
                foreach ((string key, JsonNode? value) in map)
                    Flatten(value, path.Length == 0 ? key : $"{path}.{key}", measures);
                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    string? name = (list[i] as JsonObject)?["name"]?.ToString();
                    Flatten(list[i], $"{path}.{name ?? i.ToString(CultureInfo.InvariantCulture)}", measures);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                measures.Add((path, value.ToString()));
                break;
        }
    }

    sealed record Opened(StepSource Steps, JournalReader? Journal) : IDisposable
    {
        public void Dispose() => Journal?.Dispose();
    }
}
