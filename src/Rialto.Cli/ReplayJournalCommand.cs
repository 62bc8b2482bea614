using System.CommandLine;
using System.Globalization;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>
/// <c>rialto replay journal FILE</c>: applies the inputs that a run kept to a fresh market without agents, and checks
/// that every event comes out as it did.
/// </summary>
static class ReplayJournalCommand
{
    static readonly Argument<string> File = new("journal")
    {
        Description = "The file 'journal' of a run that recorded it, or the run's folder.",
    };

    static readonly AgentsOption Agents = new("An assembly with the agents that the run's scenario names.");

    static readonly Option<bool> Monitor = new("--monitor")
    {
        Description = "Checks every step on the way, as 'simulate --monitor' does.",
    };

    public static Command Create()
    {
        Command command = new("journal", "Apply a run's journal again, without its agents, and compare every event.")
        {
            File, Agents, Monitor,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string path = options.GetRequiredValue(File);
        if (Directory.Exists(path))
            path = Path.Combine(path, RunInputs.JournalName);

        try
        {
            using JournalReader journal = new(Open(path));
            return Replay(path, journal, Agents.Kinds(options), options.GetValue(Monitor));
        }
        catch (JournalException damaged)
        {
            throw new RunFolderException($"{path}: {damaged.Message}");
        }
    }

    static FileStream Open(string path)
    {
        try
        {
            return System.IO.File.OpenRead(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"{path}: there is no journal that can be read; record: [journal] keeps one.");
        }
    }

    static int Replay(string path, JournalReader journal, AgentKinds kinds, bool isMonitored)
    {
        Scenario scenario = new ScenarioReader(kinds).Read(
            YamlDocument.Read(journal.Header.Scenario, path), Path.GetDirectoryName(path)!);
        MarketSetup setup = scenario.Build(journal.Header.Seed) with { Agents = [] };
        Market market = new(setup);
        MarketMonitors? monitors = isMonitored ? new MarketMonitors(market, setup) : null;
        if (monitors is not null)
            market.Add(monitors);

        while (journal.TryRead(out JournalRecord record))
        {
            if (record.Hash != market.Hash)
                return Report(market, $"differs before input {record.Sequence}, at {record.Input.At}", ExitCode.Failed);

            market.Replay(record.Input);
        }

        monitors?.Complete();
        return journal.FinalHash switch
        {
            null => Report(market, "the journal was cut off; every hash up to there agrees", ExitCode.Done),
            { } final when final == market.Hash => Report(market, "every hash agrees", ExitCode.Done),
            _ => Report(market, "the last hash differs", ExitCode.Failed),
        };
    }

    static int Report(Market market, string verdict, int exitCode)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{market.Steps} inputs, {market.Events} events, state {market.Hash:x16}: {verdict}"));
        return exitCode;
    }
}
