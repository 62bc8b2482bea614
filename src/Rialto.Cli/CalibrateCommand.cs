using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary><c>rialto calibrate FILE</c>: fits parameters of a scenario to the moments of a tape or of a run.</summary>
static class CalibrateCommand
{
    static readonly Argument<string> CalibrationFile = new("calibration")
    {
        Description = "A calibration in YAML: a scenario, parameters with bounds, moments and their target.",
    };

    static readonly OutOption Out = new(
        "The calibration's folder; the same one does no run twice. Default: runs/calibrations/ and its name.");

    static readonly WorkersOption Workers = new();

    static readonly AgentsOption Agents = AgentsOption.OfYourOwn();

    public static Command Create()
    {
        Command command = new("calibrate", "Fit parameters of a scenario to the moments of a tape or of a run.")
        {
            CalibrationFile, Out, Workers, Agents,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string path = options.GetRequiredValue(CalibrationFile);
        AgentKinds kinds = Agents.Kinds(options);

        Calibration calibration = new CalibrationReader(kinds).ReadFile(path);
        StudyFolder folder = StudyFolder.Open(options.GetValue(Out)
            ?? Path.Combine(RunPaths.Root, "calibrations", calibration.Name));
        using RunLedger ledger = folder.OpenLedger();
        using StopRequest stop = new();
        long started = Stopwatch.GetTimestamp();
        RunPool pool = new(
            kinds, calibration.Folder, ledger, Engine.Hash(Agents.Files(options)), options.GetValue(Workers),
            () => stop.IsAsked);
        Screen.Prepare();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{calibration.Name}: {calibration.Parameters.Count} parameters, {calibration.Moments.Count} moments, "
                + $"{calibration.Seeds.Count} seeds, at most {calibration.Evaluations} evaluations."));

        CalibrationSearch search = new(
            ProblemOf(calibration, new MomentSource(calibration, kinds, pool), () => stop.IsAsked));
        Screen.Watch(search.Advance, () => (search.Share, pool.Events));
        if (stop.IsAsked)
        {
            Console.WriteLine($"  Stopped early; the same command does the rest: {folder.Path}");
            return ExitCode.Interrupted;
        }

        CalibrationFindings found = search.Findings(pool.Runs);
        string command = new CommandText("calibrate", path).With("--agents", Agents.Files(options)).ToString();
        folder.Write("report.html", CalibrationReport.Of(
            found, new ReportHeading(
                calibration.Name, calibration.Description, calibration.Citation, calibration.Seed, RunOutput.Version,
                command)));
        JsonObject json = new()
        {
            ["name"] = calibration.Name, ["status"] = "complete", ["command"] = command,
            ["version"] = RunOutput.Version,
            ["seed"] = calibration.Seed,
            ["weighting"] = calibration.Weighting == MomentWeighting.Diagonal ? "diagonal" : "bootstrap",
            ["wallSeconds"] = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3),
        };
        foreach ((string key, JsonNode? value) in CalibrationJson.Of(found))
            json[key] = value?.DeepClone();
        folder.Write("calibration.json", json.ToText() + "\n");

        Show(found);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  loss {found.Loss:0.###} with {found.Freedom} degrees of freedom; {found.Path.Count} evaluations, "
                + $"{found.Runs} runs in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s; it ended because "
                    + $"{found.Ending}"));
        Console.WriteLine($"  Calibration: {folder.Path}");
        Console.WriteLine($"  Report: {Path.Combine(folder.Path, "report.html")}");
        return ExitCode.Done;
    }

    static CalibrationProblem ProblemOf(Calibration calibration, MomentSource source, Func<bool> isStopped)
    {
        (IReadOnlyList<double> target, double runs) = source.Target();
        return new CalibrationProblem
        {
            Parameters = [.. calibration.Parameters.Select(one => new FreeParameter(
                one.Path, one.Label, one.Unit, one.IsLogarithmic, one.Start, calibration.Target.TruthOf(one),
                one.NumberAt, one.TextAt))],
            Moments = [.. calibration.Moments.Zip(target, (moment, number) =>
                new WantedMoment(moment.Measure, moment.IsLogarithmic, number))],
            TargetRuns = runs, Seeds = calibration.Seeds.Count, Evaluations = calibration.Evaluations,
            Population = calibration.Population,
            Tolerance = calibration.Tolerance, Seed = calibration.Seed,
            IsDiagonal = calibration.Weighting == MomentWeighting.Diagonal,
            Simulate = source.Means, Replicate = source.Replications, IsStopped = isStopped,
        };
    }

    static void Show(CalibrationFindings found)
    {
        Table table = PlainTable.Empty();
        foreach (string header in (ReadOnlySpan<string>)[
            "parameter", "estimate", "standard error", "95 % interval", "true value", "unit"])
            table.AddColumn(PlainTable.Column(header).PadLeft(2));
        foreach (FittedParameter one in found.Parameters)
        {
            table.AddRow(
                new Text(one.Label), PlainTable.Bold(Of(one.Estimate)), new Text(Of(one.StandardError)),
                new Text(one.Interval is { } interval ? $"{Of(interval.Low)} – {Of(interval.High)}" : ""),
                new Text(Of(one.Truth)), new Text(one.Unit));
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    static string Of(double? number) => number?.ToString("G4", CultureInfo.InvariantCulture) ?? "";
}
