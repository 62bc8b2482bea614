using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary>
/// <c>rialto sweep FILE</c>: runs a scenario under every combination of values and seeds, on all cores.
/// </summary>
static class SweepCommand
{
    const int MostShown = 12;

    static readonly Argument<string> SweepFile =
        new("sweep") { Description = "A sweep in YAML: a scenario, values to vary, seeds." };

    static readonly OutOption Out = new(
        "The sweep's folder; the same one goes on where it was left. Default: runs/sweeps/ and the sweep's name.");

    static readonly WorkersOption Workers = new();

    static readonly AgentsOption Agents = AgentsOption.OfYourOwn();

    public static Command Create()
    {
        Command command = new(
            "sweep", "Run a scenario under many values and seeds; the same command goes on where it was stopped.")
        {
            SweepFile, Out, Workers, Agents,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string path = options.GetRequiredValue(SweepFile);
        AgentKinds kinds = Agents.Kinds(options);

        Sweep sweep = new SweepReader(kinds).ReadFile(path);
        StudyFolder folder = StudyFolder.Open(options.GetValue(Out)
            ?? Path.Combine(RunPaths.Root, "sweeps", sweep.Name));
        using RunLedger ledger = folder.OpenLedger();
        SweepExecution execution = new(sweep, kinds, ledger, Engine.Hash(Agents.Files(options)), folder.Runs);
        Screen.Prepare();
        Console.WriteLine(
            $"{sweep.Name}: {Count(sweep.Cells.Count, "cell")} × {Count(sweep.Seeds.Count, "seed")}, "
                + $"{Count(execution.Distinct, "run")}: "
            + $"{execution.Distinct - execution.ToDo} done before, {execution.ToDo} to do.");
        if (ledger.Damaged > 0)
        {
            Console.WriteLine(
                $"{Count(ledger.Damaged, "line")} of {folder.Ledger} cannot be read; their runs are done again.");
        }

        using StopRequest stop = new();
        long started = Stopwatch.GetTimestamp();
        Thread[] threads = execution.Start(options.GetValue(Workers), () => stop.IsAsked);
        Screen.Watch(
            () => !Array.TrueForAll(threads, thread => thread.Join(50)),
            () => (execution.Ended / (double)Math.Max(1, execution.ToDo), execution.Events));

        SweepTable table = execution.Table();
        bool isComplete = execution.Ended == execution.ToDo;
        string command = new CommandText("sweep", path).With("--agents", Agents.Files(options)).ToString();
        ReportHeading heading = new(sweep.Name, sweep.Description, sweep.Citation, null, RunOutput.Version, command);
        folder.Write("results.csv", SweepCsv.Results(table));
        folder.Write("summary.csv", SweepCsv.Summary(table));
        folder.Write("report.html", SweepReport.Of(table, heading, sweep.Measures));
        folder.Write("sweep.json", new JsonObject
        {
            ["name"] = sweep.Name, ["status"] = isComplete ? "complete" : "stopped", ["command"] = command,
            ["version"] = RunOutput.Version,
            ["cells"] = sweep.Cells.Count, ["seeds"] = sweep.Seeds.Count, ["runs"] = execution.Distinct,
            ["doneBefore"] = execution.Distinct - execution.ToDo, ["doneNow"] = execution.Ended,
            ["failedNow"] = execution.Failures.Count,
            ["wallSeconds"] = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3),
        }.ToText() + "\n");

        foreach (string name in sweep.Measures.Where(name => table.Measures.Count > 0
            && !table.Measures.Any(path => MetricPaths.IsCalled(path, name))))
            Console.WriteLine($"  No run has a measure '{name}': the names are those of metrics.json.");
        Show(table, sweep, execution, Stopwatch.GetElapsedTime(started));
        Console.WriteLine(
            $"  {(isComplete ? "Sweep" : "Stopped early; the same command goes on from here")}: {folder.Path}");
        Console.WriteLine($"  Report: {Path.Combine(folder.Path, "report.html")}");
        return !isComplete ? ExitCode.Interrupted : execution.Failures.Count > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    static void Show(SweepTable table, Sweep sweep, SweepExecution execution, TimeSpan wall)
    {
        string[] measures = [.. SweepReport.MeasuresOf(table, sweep.Measures).Take(4)];
        if (table.Cells.Count <= MostShown && measures.Length > 0)
        {
            Table means = PlainTable.Empty();
            foreach (SweptParameter parameter in table.Parameters)
                means.AddColumn(PlainTable.Column(parameter.Label).PadLeft(2));
            foreach (string measure in measures)
                means.AddColumn(PlainTable.Column(Short(measure)).RightAligned().PadLeft(2));
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
            $"  {execution.Ended} runs in {wall.TotalSeconds:0.00} s, {execution.Failures.Count} failed; "
                + $"{execution.Events / Math.Max(1e-3, wall.TotalSeconds):0} events per second"));
    }

    static string Short(string measure) => measure
        .Replace("listings.", "", StringComparison.Ordinal).Replace(
            "participants.byGroup.", "", StringComparison.Ordinal);

    static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
