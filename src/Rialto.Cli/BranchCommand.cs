using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// <c>rialto branch RUN --at 30min --intervene …</c>: what would have happened otherwise, with error bars.
/// </summary>
static class BranchCommand
{
    const int Points = 200;
    const int PointsBefore = 100;

    static readonly Argument<string> Run = new("run") { Description = "The folder of a run." };

    static readonly Option<string> At = new("--at")
    {
        Description = "The branch point on the run's clock: 30min, or 11:00 for eleven hours.",
        HelpName = "time",
        Required = true,
    };

    static readonly Option<string[]> Intervene = new("--intervene")
    {
        Description = "What is done, as in a scenario's interventions: '{ enter: { as: whale, side: sell, quantity: "
            + "500 } }'. May be repeated.",
        HelpName = "intervention",
    };

    static readonly Option<string[]> Set = new("--set")
    {
        Description = "What is set at the branch point: agents.makers.spread=0.02. May be repeated.",
        HelpName = "path=value",
    };

    static readonly Option<int> Replications = new("--replications")
    {
        Description = "How many pairs of continuations, each with chance of its own.",
        DefaultValueFactory = _ => 100,
    };

    static readonly Option<string?> For = new("--for")
    {
        Description = "How long the continuations are followed. Default: to the end of the run.",
        HelpName = "time",
    };

    static readonly OutOption Out = new("The study's folder, absent or empty. Default: a new one below runs/.");

    static readonly AgentsOption Agents = new("An assembly with the agents that the run's scenario names.");

    public static Command Create()
    {
        Command command = new(
            "branch",
            "Continue a run from a point with and without an intervention, and compare, in pairs that share chance.")
        {
            Run, At, Intervene, Set, Replications, For, Out, Agents,
        };
        command.SetAction(Execute);
        return command;
    }

    static int Execute(ParseResult options)
    {
        int replications = options.GetValue(Replications);
        if (replications is < 1 or > 1_000_000)
            throw new ScenarioException($"--replications {replications}: expected a whole number from 1 to 1000000.");

        AgentKinds kinds = Agents.Kinds(options);

        KeptRun run = new(options.GetRequiredValue(Run));
        Timestamp at = ClockTime.Read(options.GetRequiredValue(At), "--at");
        CounterfactualArms arms = new(
            run.Configuration, at, options.GetValue(Intervene) ?? [], options.GetValue(Set) ?? [], kinds, run.Folder);
        (Scenario scenario, _) = arms.Read();
        Timestamp end = Timestamp.Zero + scenario.Duration;
        if (options.GetValue(For) is { } span)
            end = Timestamp.Earliest(end, at + (ClockTime.Read(span, "--for") - Timestamp.Zero));

        IReadOnlyList<Checkpoint> expected = run.Checkpoints(at);
        string command = CommandFor(options);
        RunFolder folder = RunManifest.Begin(options.GetValue(Out), run.Name + "-branch", run.Seed, command, arms.With);
        try
        {
            return Study(run, arms, scenario, expected, new Horizon(at, end), replications, folder, command);
        }
        catch (Exception failed) when (failed is BranchException or ScenarioException)
        {
            folder.Fail(failed.Message);
            throw new RunFailedException($"{run.Folder}: {failed.Message}");
        }
    }

    static int Study(
        KeptRun run, CounterfactualArms arms, Scenario scenario, IReadOnlyList<Checkpoint> expected, Horizon after,
        int replications, RunFolder folder, string command)
    {
        JsonObject manifest = folder.Manifest;
        long started = Stopwatch.GetTimestamp();
        Timestamp[] times = Grid(after.Start, after.End, Points);
        Timestamp[] before = Grid(
            Timestamp.Latest(Timestamp.Zero, after.Start - (after.End - after.Start)), after.Start, PointsBefore);

        // The run itself once more, against everything that it kept; each arm is then held to what it was at the branch
        // point.
        Checkpoint proven = new BranchedRun(scenario, run.Seed, after.Start).RunToBranch(expected);
        MarketPath history = MarketPath.Of(new BranchedRun(scenario, run.Seed, after.Start).Market, before);
        manifest["prefix"] = new JsonObject
        {
            ["nanoseconds"] = proven.At.Nanoseconds,
            ["steps"] = proven.Steps,
            ["stateHash"] = proven.Hash.ToString("x16", CultureInfo.InvariantCulture),
            ["checkpointsEqual"] = expected.Count,
            ["lastCheckpoint"] = expected[^1].At.Nanoseconds,
            ["journal"] = run.HasJournal,
        };

        using StopRequest stop = new();
        using ReplicationPairs pairs = new(arms, run.Seed, after.Start, proven, times, replications);
        Screen.Watch(() => !stop.IsAsked && pairs.Advance(), () => (pairs.Done / (double)replications, pairs.Events));
        if (pairs.Done == 0)
            return ExitCode.Interrupted;

        MarketDirectory directory = scenario.Build(run.Seed).Directory;
        EffectStudy study = new(after.Start, times, pairs.Done, arms.Interventions, pairs.Effects(directory))
        {
            Before = [.. history.Midpoints.Select((path, place) =>
                Before(path, before, directory.Instruments[place % directory.Instruments.Count]))],
        };
        ReportHeading heading = new(
            run.Name + ": what if", "A run continued from one instant, with and without an intervention.",
            scenario.Citation, run.Seed, RunOutput.Version, command);
        Write(folder, study, heading);

        manifest["replications"] = pairs.Done;
        manifest["events"] = pairs.Events;
        manifest["wallSeconds"] = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3);
        bool isComplete = pairs.Done == replications;
        folder.End(isComplete ? RunStatus.Complete : RunStatus.Stopped);
        Show(study, proven, expected.Count, Stopwatch.GetElapsedTime(started), folder.Path);
        return isComplete ? ExitCode.Done : ExitCode.Interrupted;
    }

    static void Write(RunFolder folder, EffectStudy study, ReportHeading heading)
    {
        JsonObject manifest = folder.Manifest;
        JsonObject json = new()
        {
            ["run"] = manifest["name"]!.DeepClone(),
            ["seed"] = manifest["seed"]!.DeepClone(),
            ["prefix"] = manifest["prefix"]!.DeepClone(),
            ["interventions"] = new JsonArray([.. study.Interventions.Select(text => (JsonNode)text)]),
            ["replications"] = study.Replications,
            ["listings"] = study.ToJson(),
        };
        File.WriteAllText(folder.PathOf("branch.json"), json.ToText() + "\n");
        File.WriteAllText(folder.PathOf("report.html"), EffectReport.Of(study, heading));
        using StreamWriter csv = new(folder.CreateFile("effect.csv"));
        study.WriteCsv(csv);
    }

    static void Show(EffectStudy study, in Checkpoint proven, int checkpoints, TimeSpan wall, string folder)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n  branch point {proven.At}: {proven.Steps} steps, state {proven.Hash:x16}, equal to the run at "
                + $"{checkpoints} checkpoint(s)\n"));
        foreach (ListingEffect listing in study.Listings)
        {
            foreach ((_, string label, string unit, Paired value) in listing.Measures)
            {
                if (value.Effect is { } effect)
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"  {listing.Name,-16} {label,-36} "
                            + $"{effect.Mean,14:+0.######;-0.######;0} ± {Half(effect),-10} {unit}"));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n  {study.Replications} pairs in {wall.TotalSeconds:0.0} s\n  Study: "
                + $"{folder}\n  Report: {Path.Combine(folder, "report.html")}"));
    }

    static string Half(MeanInterval effect) =>
        effect.HalfWidth?.ToString("0.######", CultureInfo.InvariantCulture) ?? "?";

    static (Timestamp, double?)[] Before(double[] path, Timestamp[] times, Instrument instrument) =>
        [.. times.Zip(path, (time, ticks) =>
            (time, double.IsFinite(ticks) ? ticks * (double)instrument.TickSize : (double?)null))];

    static Timestamp[] Grid(Timestamp from, Timestamp to, int points) =>
        [.. Enumerable.Range(0, points + 1).Select(i =>
            from + new Duration((long)((Int128)(to - from).Nanoseconds * i / points)))];

    static string CommandFor(ParseResult options) =>
        new CommandText("branch", options.GetRequiredValue(Run), "--at", options.GetRequiredValue(At))
            .With("--intervene", options.GetValue(Intervene) ?? [])
            .With("--set", options.GetValue(Set) ?? [])
            .With("--replications", options.GetValue(Replications).ToString(CultureInfo.InvariantCulture))
            .WithAny("--for", options.GetValue(For))
            .With("--agents", Agents.Files(options))
            .ToString();
}
