using Rialto.Simulation;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>Executes lists of runs on several threads; what a ledger says is done is not done again.</summary>
sealed class RunPool(
    AgentKinds kinds, string folder, RunLedger ledger, string engine, int workers, Func<bool> isStopped)
{
    static readonly KeptFiles Nothing = new(false, false, false, []);

    int _runs;
    long _events;

    /// <summary>How many different runs were asked for, executed now or before.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>How many events the runs had that were executed now.</summary>
    public long Events => Volatile.Read(ref _events);

    /// <summary>How each run ended, in the order of the list; null for those that were stopped.</summary>
    public RunOutcome?[] Execute(IReadOnlyList<RunSpec> specs)
    {
        RunOutcome?[] outcomes = new RunOutcome?[specs.Count];
        Parallel.For(0, specs.Count, new ParallelOptions { MaxDegreeOfParallelism = workers }, i =>
        {
            Interlocked.Increment(ref _runs);
            outcomes[i] =
                ledger.Find(specs[i].Hash, engine) is { Status: RunStatus.Complete } done ? done : Execute(specs[i]);
        });
        return outcomes;
    }

    RunOutcome? Execute(RunSpec spec)
    {
        if (isStopped()
            || MeasuredRun.OutcomeOf(spec, kinds, folder, engine, isStopped, Nothing, "") is not { } outcome)
            return null;

        ledger.Append(outcome);
        Interlocked.Add(ref _events, outcome.Events);
        return outcome;
    }
}
