using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary><c>rialto sweep FILE</c>: runs a scenario under every combination of values and seeds, on all cores.</summary>
static class SweepCommand
{
    const int Failed = 1;
    const int Interrupted = 130;
    const int MostShown = 12;

    static readonly Argument<string> SweepFile = new("sweep") { Description = "A sweep in YAML: a scenario, values to vary, seeds." };

    static readonly Option<string?> Out = new("--out")
    {
        Description = "The sweep's folder; the same one goes on where it was left. Default: runs/sweeps/ and the sweep's name.",
        HelpName = "folder",
    };

    static readonly Option<int> Workers = WorkersOption();

    static readonly Option<string[]> Agents = new("--agents")
    {
        Description = "An assembly with agents of your own; see docs/agents.md. May be repeated.",
        HelpName = "dll",
    };

    public static Command Create()
    {
        Command command = new("sweep", "Run a scenario under many values and seeds; the same command goes on where it was stopped.")
        {
            SweepFile, Out, Workers, Agents,
        };
        command.SetAction(Run);
        return command;
    }

    /// <summary>The option <c>--workers</c> of a command that executes many runs.</summary>
    public static Option<int> WorkersOption() => new("--workers")
    {
        Description = "How many runs at a time. Default: as many as there are processors.",
        HelpName = "count",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= 1024)
                return count;

            argument.AddError($"--workers {text}: expected a whole number from 1 to 1024.");
            return 0;
        },
    };

    static int Run(ParseResult options)
    {
        string path = options.GetRequiredValue(SweepFile);
        string[] agents = options.GetValue(Agents) ?? [];
        AgentKinds kinds = new();
        foreach (string file in agents)
            kinds.AddFile(file);

        Sweep sweep = new SweepReader(kinds).ReadFile(path);
        SweepFolder folder = SweepFolder.Open(options.GetValue(Out) ?? Path.Combine("runs", "sweeps", sweep.Name));
        using RunLedger ledger = folder.OpenLedger();
        SweepExecution execution = new(sweep, kinds, ledger, Engine.Hash(agents), folder.Runs);
        Screen.Prepare();
        Console.WriteLine(
            $"{sweep.Name}: {Count(sweep.Cells.Count, "cell")} × {Count(sweep.Seeds.Count, "seed")}, {Count(execution.Distinct, "run")}: "
            + $"{execution.Distinct - execution.ToDo} done before, {execution.ToDo} to do.");
        if (ledger.Damaged > 0)
            Console.WriteLine($"{Count(ledger.Damaged, "line")} of {folder.Ledger} cannot be read; their runs are done again.");

        using StopRequest stop = new();
        long started = Stopwatch.GetTimestamp();
        Thread[] threads = execution.Start(options.GetValue(Workers), () => stop.IsAsked);
        Screen.Watch(
            () => !Array.TrueForAll(threads, thread => thread.Join(50)),
            () => (execution.Ended / (double)Math.Max(1, execution.ToDo), execution.Events));

        SweepTable table = execution.Table();
        bool isComplete = execution.Ended == execution.ToDo;
        string command = CommandFor(options, path);
        ReportHeading heading = new(sweep.Name, sweep.Description, sweep.Citation, null, RunOutput.Version, command);
        folder.Write("results.csv", SweepCsv.Results(table));
        folder.Write("summary.csv", SweepCsv.Summary(table));
        folder.Write("report.html", SweepReport.Of(table, heading, sweep.Measures));
        folder.Write("sweep.json", new JsonObject
        {
            ["name"] = sweep.Name, ["status"] = isComplete ? "complete" : "stopped", ["command"] = command, ["version"] = RunOutput.Version,
            ["cells"] = sweep.Cells.Count, ["seeds"] = sweep.Seeds.Count, ["runs"] = execution.Distinct,
            ["doneBefore"] = execution.Distinct - execution.ToDo, ["doneNow"] = execution.Ended, ["failedNow"] = execution.Failures.Count,
            ["wallSeconds"] = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3),
        }.ToJsonString(RunLog.Indented) + "\n");

        foreach (string name in sweep.Measures.Where(name => table.Measures.Count > 0 && !table.Measures.Any(path => MetricPaths.IsCalled(path, name))))
            Console.WriteLine($"  No run has a measure '{name}': the names are those of metrics.json.");
        Show(table, sweep, execution, Stopwatch.GetElapsedTime(started));
        Console.WriteLine($"  {(isComplete ? "Sweep" : "Stopped early; the same command goes on from here")}: {folder.Path}");
        Console.WriteLine($"  Report: {Path.Combine(folder.Path, "report.html")}");
        return !isComplete ? Interrupted : execution.Failures.Count > 0 ? Failed : 0;
    }

    static void Show(SweepTable table, Sweep sweep, SweepExecution execution, TimeSpan wall)
    {
        string[] measures = [.. SweepReport.MeasuresOf(table, sweep.Measures).Take(4)];
        if (table.Cells.Count <= MostShown && measures.Length > 0)
        {
            Table means = new Table().Border(TableBorder.None);
            foreach (SweptParameter parameter in table.Parameters)
                means.AddColumn(new TableColumn(new Text(parameter.Label, new Style(decoration: Decoration.Dim))).PadLeft(2));
            foreach (string measure in measures)
                means.AddColumn(new TableColumn(new Text(Short(measure), new Style(decoration: Decoration.Dim))).RightAligned().PadLeft(2));
            foreach (SweptCell cell in table.Cells)
            {
                means.AddRow([
                    .. cell.Values.Select(value => new Text(value.Text)),
                    .. measures.Select(measure => new Text(SweepReport.TextOf(cell.MeanOf(measure))))]);
            }

            AnsiConsole.WriteLine();
            AnsiConsole.Write(means);
        }

        foreach (string failure in execution.Failures.Order(StringComparer.Ordinal).Take(MostShown))
            Console.Error.WriteLine("rialto: a run failed: " + failure);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {execution.Ended} runs in {wall.TotalSeconds:0.00} s, {execution.Failures.Count} failed; {execution.Events / Math.Max(1e-3, wall.TotalSeconds):0} events per second"));
    }

    static string Short(string measure) => measure
        .Replace("listings.", "", StringComparison.Ordinal).Replace("participants.byGroup.", "", StringComparison.Ordinal);

    static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    static string CommandFor(ParseResult options, string path)
    {
        List<string> words = ["./rialto", "sweep", path];
        foreach (string file in options.GetValue(Agents) ?? [])
            words.AddRange(["--agents", file]);

        return string.Join(' ', words.Select(RunManifest.Quote));
    }
}
