using System.Diagnostics;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// One of many runs: from its specification to its measures, on one thread, with nothing that it shares with another.
/// </summary>
sealed class MeasuredRun
{
    readonly RunSpec _spec;
    readonly Scenario _scenario;

    /// <param name="spec">The run.</param>
    /// <param name="kinds">The agents that it may name.</param>
    /// <param name="folder">Where files are looked for that it names.</param>
    public MeasuredRun(RunSpec spec, AgentKinds kinds, string folder) =>
        (_spec, _scenario) = (spec, spec.Read(kinds, folder));

    /// <summary>The numbers of its <c>metrics.json</c> by their paths.</summary>
    public IReadOnlyList<KeyValuePair<string, double?>> Measures { get; private set; } = [];

    public long Events { get; private set; }

    public string EventsHash { get; private set; } = "";

    /// <summary>Executes a run, and says how it ended for the ledger.</summary>
    /// <param name="spec">The run.</param>
    /// <param name="kinds">The agents that it may name.</param>
    /// <param name="folder">Where files are looked for that it names.</param>
    /// <param name="engine">Names the programs that execute it.</param>
    /// <param name="isStopped">Asked now and then.</param>
    /// <param name="keep">What it leaves.</param>
    /// <param name="path">Where it leaves that.</param>
    /// <returns>
    /// Null if it was stopped. Whatever one run throws, an agent of a user's own included, is that run's failure alone.
    /// </returns>
    public static RunOutcome? OutcomeOf(
        RunSpec spec, AgentKinds kinds, string folder, string engine, Func<bool> isStopped, KeptFiles keep, string path)
    {
        long started = Stopwatch.GetTimestamp();
        double Elapsed() => Stopwatch.GetElapsedTime(started).TotalSeconds;
        try
        {
            MeasuredRun run = new(spec, kinds, folder);
            return run.Execute(isStopped, keep, path)
                ? new RunOutcome(
                    spec.Hash, engine, RunStatus.Complete, spec.Seed, run.Events, run.EventsHash, Elapsed(),
                    run.Measures, null)
                : null;
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            string reason = $"{failed.GetType().Name}: {failed.Message.ReplaceLineEndings(" ")}";
            return new RunOutcome(spec.Hash, engine, RunStatus.Failed, spec.Seed, 0, null, Elapsed(), [], reason);
        }
    }

    /// <summary>Executes the run.</summary>
    /// <param name="isStopped">Asked now and then.</param>
    /// <param name="keep">What it leaves.</param>
    /// <param name="path">Where it leaves that.</param>
    /// <returns>False if it was stopped before its end.</returns>
    public bool Execute(Func<bool> isStopped, KeptFiles keep, string path)
    {
        long started = Stopwatch.GetTimestamp();
        using RunFiles? files = keep.Manifest ? new RunFiles(path, _spec, _scenario, keep) : null;
        SimulationRun run = new(_scenario, _spec.Seed, files?.Journal);
        RunRecord record = new(run.Setup.Directory, new Horizon(Timestamp.Zero, run.End));
        using EventHashSink hash = new();
        run.Market.ShowsAgents = _scenario.Record.Contains(Recording.Agents);
        foreach (IMarketListener listener in (IReadOnlyList<IMarketListener>)[
            hash, record, .. files?.Open(run.Setup.Directory) ?? []])
            run.Market.Add(listener);

        while (run.Advance())
        {
            if (isStopped())
                return false;
        }

        record.Ledgers = run.Ledgers;
        JsonObject metrics = Metrics.Of(record);
        (Measures, Events, EventsHash) = (MetricPaths.Of(metrics), hash.Events, hash.CurrentHash());
        files?.End(run, record, metrics, hash, Stopwatch.GetElapsedTime(started));
        return true;
    }
}
