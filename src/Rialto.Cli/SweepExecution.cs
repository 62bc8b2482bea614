using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>Executes the runs of a sweep that are not done: one thread per worker, one run at a time on each.</summary>
sealed class SweepExecution
{
    readonly object _gate = new();
    readonly Sweep _sweep;
    readonly AgentKinds _kinds;
    readonly RunLedger _ledger;
    readonly string _engine;
    readonly string _folder;
    readonly string[][] _hashes;
    readonly Queue<(int Cell, int Seed)> _open = new();
    readonly List<string> _failures = [];
    int _ended;
    long _events;

    /// <param name="sweep">What to run.</param>
    /// <param name="kinds">The agents that its scenario may name.</param>
    /// <param name="ledger">What is done.</param>
    /// <param name="engine">Names the programs that run it: what others did counts for nothing.</param>
    /// <param name="folder">Where the runs keep what they keep.</param>
    public SweepExecution(Sweep sweep, AgentKinds kinds, RunLedger ledger, string engine, string folder)
    {
        (_sweep, _kinds, _ledger, _engine, _folder) = (sweep, kinds, ledger, engine, folder);
        _hashes = [.. sweep.Cells.Select(cell => sweep.Seeds.Select(seed => cell.SpecOf(seed).Hash).ToArray())];
        HashSet<string> seen = [];
        for (int seed = 0; seed < sweep.Seeds.Count; seed++)
        {
            for (int cell = 0; cell < sweep.Cells.Count; cell++)
            {
                // Two cells may make the same scenario; a failed run is tried again.
                if (seen.Add(_hashes[cell][seed]) && OutcomeOf(cell, seed)?.Status != RunStatus.Complete)
                    _open.Enqueue((cell, seed));
            }
        }

        (Distinct, ToDo) = (seen.Count, _open.Count);
    }

    /// <summary>How many runs the sweep has, the same ones counted once.</summary>
    public int Distinct { get; }

    /// <summary>How many of them were not done when this began.</summary>
    public int ToDo { get; }

    /// <summary>How many ended since then.</summary>
    public int Ended => Volatile.Read(ref _ended);

    /// <summary>How many events they had.</summary>
    public long Events => Volatile.Read(ref _events);

    /// <summary>Why runs failed, one line each, in no order.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (_gate)
                return [.. _failures];
        }
    }

    /// <summary>
    /// Runs until everything is done or somebody asks to stop; runs that are on their way then are given up.
    /// </summary>
    /// <param name="workers">How many at a time.</param>
    /// <param name="isStopped">Asked often, from every thread.</param>
    public Thread[] Start(int workers, Func<bool> isStopped)
    {
        Thread[] threads = [.. Enumerable.Range(1, Math.Min(workers, Math.Max(1, ToDo)))
            .Select(i => new Thread(() => Work(isStopped)) { Name = $"rialto-run-{i}", IsBackground = true })];
        foreach (Thread thread in threads)
            thread.Start();

        return threads;
    }

    /// <summary>Everything that is done so far.</summary>
    public SweepTable Table() => new(
        [.. _sweep.Parameters.Select(p => new SweptParameter(p.Path, p.Label, p.Unit, p.IsSampled, p.IsLogarithmic))],
        [.. _sweep.Cells.Select((cell, c) => new SweptCell(
            [.. cell.Values.Select(value => new SweptValue(value.Label, value.Number))],
            [.. _sweep.Seeds.Select((_, s) => OutcomeOf(c, s)).OfType<RunOutcome>().Select(RunOf)]))],
        _sweep.Seeds.Count);

    static SweptRun RunOf(RunOutcome outcome) => new(
        outcome.Seed, outcome.Run, outcome.Status == RunStatus.Complete ? "complete" : "failed", outcome.Events,
        outcome.EventsHash, outcome.Measures);

    RunOutcome? OutcomeOf(int cell, int seed) => _ledger.Find(_hashes[cell][seed], _engine);

    void Work(Func<bool> isStopped)
    {
        while (!isStopped() && Take() is { } run)
        {
            string path = Path.Combine(_folder, run.Spec.Hash[..16]);
            if (
                MeasuredRun.OutcomeOf(
                    run.Spec, _kinds, _sweep.Folder, _engine, isStopped, _sweep.Keep, path) is not { } outcome)
                return;

            _ledger.Append(outcome);
            Interlocked.Increment(ref _ended);
            Interlocked.Add(ref _events, outcome.Events);
            if (outcome.Reason is not { } reason)
                continue;

            lock (_gate)
            {
                string values = string.Join(", ", _sweep.Parameters.Zip(_sweep.Cells[run.Cell].Values, (p, value) =>
                    $"{p.Label} {value.Label}"));
                _failures.Add($"{values}, seed {outcome.Seed} (run {outcome.Run[..12]}): {reason}");
            }
        }
    }

    (int Cell, RunSpec Spec)? Take()
    {
        lock (_gate)
        {
            return _open.TryDequeue(out (int Cell, int Seed) next)
                ? (next.Cell, _sweep.Cells[next.Cell].SpecOf(_sweep.Seeds[next.Seed]))
                : null;
        }
    }
}
