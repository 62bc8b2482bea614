using System.Diagnostics;
using System.Globalization;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary>What a person sees of a run: a progress bar while it takes long, a result card at the end.</summary>
static class Screen
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Calls until there is nothing more to do, showing how far it has come once it takes longer than a moment.
    /// </summary>
    /// <param name="advance">Does a little more; false at the end.</param>
    /// <param name="progress">How far it has come, from 0 to 1, and the number of events so far.</param>
    public static void Watch(Func<bool> advance, Func<(double Share, long Events)> progress)
    {
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience || !IsTerminal)
        {
            if (!advance())
                return;
        }

        Progress().Start(context =>
        {
            ProgressTask task = context.AddTask("running");
            bool goesOn = true;
            while (goesOn)
            {
                goesOn = advance();
                (double share, long events) = progress();
                double rate = events / Stopwatch.GetElapsedTime(started).TotalSeconds;
                task.Description = $"{Count(rate)} events/s";
                task.Value = 100 * share;
            }
        });
    }

    /// <summary>Runs a market to its end, or until somebody asks to stop.</summary>
    public static void Watch(SimulationRun run, StopRequest stop) => Watch(
        () => !stop.IsAsked && run.Advance(),
        () => ((double)run.Progress.Now.Nanoseconds / run.End.Nanoseconds, run.Progress.Events));

    /// <summary>
    /// Shows how far something has come that does its work on threads of its own, if somebody looks at a terminal.
    /// </summary>
    /// <param name="work">Does it, and says from time to time which share is done.</param>
    public static void Watch(string what, Action<Action<double>> work)
    {
        if (!IsTerminal)
        {
            work(_ => { });
            return;
        }

        Progress().Start(context =>
        {
            ProgressTask task = context.AddTask(what);
            work(share => task.Value = 100 * share);
        });
    }

    /// <summary>Plain text when nobody looks at a terminal, or when <c>NO_COLOR</c> asks for it.</summary>
    public static void Prepare()
    {
        if (IsTerminal)
            return;

        AnsiConsole.Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No,
            });
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 200;
    }

    public static void ShowCard(string title, RunResult result, IReadOnlyList<string> notes)
    {
        Prepare();
        Table table = PlainTable.Empty();
        table.AddColumn(new TableColumn("").PadLeft(2));
        foreach (string listing in result.Card.Columns)
            table.AddColumn(PlainTable.Column(listing).RightAligned());
        table.AddColumn(new TableColumn(""));
        foreach (ResultLine line in result.Card.Lines)
        {
            table.AddRow([
                new Text(line.Label),
                .. line.Values.Select(value => PlainTable.Bold(value)),
                PlainTable.Faint(line.Unit)]);
        }

        double perSecond = result.Events / Math.Max(1e-3, result.Wall.TotalSeconds);
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Text(title + "\n\n", new Style(decoration: Decoration.Bold)));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
        Console.WriteLine($"  {Count(result.Events)} events in {Seconds(result.Wall)} s: {Count(perSecond)} per "
            + $"second, everything included");
        foreach (string note in notes)
            Console.WriteLine("  " + note);

        string state = result.Status == RunStatus.Complete ? "Run" : "Stopped early; kept what was recorded";
        Console.WriteLine($"  {state}: {result.Folder}");
        Console.WriteLine($"  Report: {Path.Combine(result.Folder, "report.html")}");
    }

    static bool IsTerminal => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    static Progress Progress() => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A whole number with a thin space between thousands.</summary>
    static string Count(double number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", "\u2009", StringComparison.Ordinal);
}
