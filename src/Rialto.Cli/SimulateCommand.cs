using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary><c>rialto simulate SCENARIO</c>: runs a whole market in virtual time.</summary>
static class SimulateCommand
{
    static readonly Argument<string> ScenarioFile = new("scenario")
    {
        Description = "A scenario in YAML, or a parameters.yaml of the LEEPS market simulator.",
    };

    static readonly Option<ulong?> Seed = new("--seed")
    {
        Description = "The run's seed: the same scenario and seed give the same bytes. Default: the scenario's own.",
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
                return seed;

            argument.AddError($"--seed {text}: expected a whole number from 0 on.");
            return null;
        },
    };

    static readonly Option<string[]> Set = new("--set")
    {
        Description = "Overrides a value of the scenario: venues.focal.institution.batch=500ms. May be repeated.",
        HelpName = "path=value",
    };

    static readonly OutOption Out = new("The run's folder, absent or empty. Default: a new one below runs/.");

    static readonly AgentsOption Agents = AgentsOption.OfYourOwn();

    static readonly Option<bool> Monitor = new("--monitor")
    {
        Description = "Checks every step: no crossed book, conservation, priority, one answer per request. Stops at "
            + "the first that is wrong.",
    };

    static readonly Option<string> Patience = new("--watchdog")
    {
        Description =
            "How long one agent may run without a wait, in wall time, before the run is ended; 'none' for ever.",
        HelpName = "time",
        DefaultValueFactory = _ => "10s",
    };

    public static Command Create()
    {
        Command command = new("simulate", "Run a market in virtual time from a scenario file.")
        {
            ScenarioFile, Seed, Set, Out, Agents, Monitor, Patience,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        AgentKinds kinds = Agents.Kinds(options);

        string waits = options.GetRequiredValue(Patience);
        TimeSpan? patience = waits == "none"
            ? null
            : TimeSpan.FromSeconds(Math.Clamp(SpanText.Read(waits, "--watchdog").Nanoseconds / 1e9, 0.1, 1e6));
        string path = options.GetRequiredValue(ScenarioFile);
        string[] assignments = options.GetValue(Set) ?? [];
        Scenario scenario = new ScenarioReader(kinds).ReadFile(path, assignments);
        ulong seed = options.GetValue(Seed) ?? scenario.Seed;
        string configuration = RunSpec.Of(scenario, seed).Configuration;
        string command = new CommandText("simulate", path, "--seed", seed.ToString(CultureInfo.InvariantCulture))
            .With("--set", assignments).With("--agents", Agents.Files(options)).ToString();
        RunFolder folder = RunManifest.Begin(options.GetValue(Out), scenario.Name, seed, command, configuration);
        RunInputs.KeepScenario(folder, configuration);

        using StopRequest stop = new();
        using JournalWriter? journal = RunInputs.OpenJournal(folder, scenario.Record, seed, configuration);
        SimulationRun run = Prepare(() => new SimulationRun(scenario, seed, journal), folder);
        MarketSetup setup = run.Setup;

        ReportHeading heading = new(
            scenario.Name, scenario.Description, scenario.Citation, seed, RunOutput.Version, command);
        using RunOutput output = new(
            folder, heading, setup.Directory, new Horizon(Timestamp.Zero, run.End), scenario.Record,
            scenario.CandleInterval, StudyFiles(scenario, folder, setup));
        output.Log.Write("run", $"started: {command}");
        foreach (string ignored in scenario.Ignored)
            output.Log.Write("ignored", ignored);

        try
        {
            run.Market.ShowsAgents = ShowsAgents(scenario);
            foreach (IMarketListener listener in output.Listeners)
                run.Market.Add(listener);
            MarketMonitors? monitors = options.GetValue(Monitor) ? new MarketMonitors(run.Market, setup) : null;
            if (monitors is not null)
                run.Market.Add(monitors);

            using Watchdog? watchdog = patience is { } span ? new Watchdog(run.Market, span, GiveUp) : null;
            Screen.Watch(run, stop);
            run.Market.Close();
            monitors?.Complete();
            journal?.End(run.Market.Hash);

            using (StreamWriter checkpoints = new(folder.CreateFile(Checkpoint.FileName)))
                Checkpoint.Write(checkpoints, run.Checkpoints);

            output.Ledgers = run.Ledgers;
            bool isComplete = run.Market.Now >= run.End;
            RunResult result = output.End(isComplete ? RunStatus.Complete : RunStatus.Stopped, FactsOf(run));
            Screen.ShowCard($"{scenario.Name} · seed {seed}", result, [.. scenario.Ignored, .. Stopped(run)]);
            return isComplete ? ExitCode.Done : ExitCode.Interrupted;
        }
        catch (Exception failed) when (
            failed is MarketException or MonitorException or InvariantException or IOException or OverflowException)
        {
            output.Fail(failed.Message);
            throw new RunFailedException(
                $"the run failed at {run.Market.Now}: {failed.Message} (kept in {folder.Path})");
        }

        // Nothing else can end code that does not come back.
        void GiveUp(string reason)
        {
            output.Fail(reason);
            Console.Error.WriteLine($"rialto: the run failed: {reason} (kept in {folder.Path})");
            Environment.Exit(ExitCode.Failed);
        }
    }

    /// <summary>
    /// Builds the market: what an agent's constructor refuses, or a market cannot be made of, ends a run that has not
    /// begun.
    /// </summary>
    static SimulationRun Prepare(Func<SimulationRun> build, RunFolder folder)
    {
        try
        {
            return build();
        }
        catch (Exception refused) when (refused is ScenarioException or ArgumentException or OverflowException)
        {
            folder.Fail(refused.Message);
            if (refused is ScenarioException)
                throw;

            throw new RunFailedException($"the run could not begin: {refused.Message} (kept in {folder.Path})");
        }
    }

    /// <summary>Whether agents describe themselves, which costs time.</summary>
    public static bool ShowsAgents(Scenario scenario) =>
        scenario.Leeps is not null || scenario.Record.Contains(Recording.Agents);

    static List<IMarketListener> StudyFiles(Scenario scenario, RunFolder folder, MarketSetup setup) =>
        scenario.Leeps is not { } study
        ? []
        :
        [
            new LeepsMarketFile(
                new StreamWriter(folder.CreateFile("leeps_market.csv")), study, setup.Directory, setup.Seed),
            new LeepsAgentFile(new StreamWriter(folder.CreateFile("leeps_agent.csv")), setup),
        ];

    /// <summary>What a run's manifest says about it when it has ended.</summary>
    public static JsonObject FactsOf(SimulationRun run) => new()
    {
        ["steps"] = run.Market.Steps,
        ["wakeUps"] = run.Market.WakeUps,
        ["virtualSeconds"] = run.Market.Now.Nanoseconds / 1e9,
        ["stateHash"] = run.Market.Hash.ToString("x16", CultureInfo.InvariantCulture),
        ["stoppedAgents"] = new JsonArray([.. run.Market.StoppedAgents.Select(stopped =>
            (JsonNode)$"{NameOf(run, stopped)}: {stopped.Fault.Message}")]),
    };

    static IEnumerable<string> Stopped(SimulationRun run)
    {
        if (run.Market.StoppedAgents is not [StoppedAgent first, ..])
            yield break;

        yield return $"{run.Market.StoppedAgents.Count} agent(s) stopped by an error of their own; the first: "
            + $"{NameOf(run, first)} at {first.At}: {first.Fault.Message.ReplaceLineEndings(" ")}";
    }

    static string NameOf(SimulationRun run, StoppedAgent stopped) => run.Market.Directory[stopped.Participant].Name;
}
