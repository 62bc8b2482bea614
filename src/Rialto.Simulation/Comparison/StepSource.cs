using System.Diagnostics.CodeAnalysis;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Gives the steps of a run one after another.</summary>
public abstract class StepSource
{
    readonly Queue<RecordedStep> _steps = new();

    private protected StepSource(MarketDirectory directory) =>
        (Directory, Recorder) = (directory, new StepRecorder(_steps));

    /// <summary>Who and what is in the market.</summary>
    public MarketDirectory Directory { get; }

    private protected IMarketListener Recorder { get; }

    /// <summary>The next step; false at the end.</summary>
    public bool TryNext([NotNullWhen(true)] out RecordedStep? step)
    {
        while (!_steps.TryDequeue(out step))
        {
            if (!Advance() && _steps.Count == 0)
                return false;
        }

        return true;
    }

    /// <summary>Makes some more; false at the end.</summary>
    private protected abstract bool Advance();

    sealed class StepRecorder(Queue<RecordedStep> steps) : IMarketListener
    {
        public void OnStep(in Step step) => steps.Enqueue(new RecordedStep(step));
    }
}

/// <summary>The steps of a run that is executed again.</summary>
public sealed class ExecutedSteps : StepSource
{
    readonly SimulationRun _run;
    readonly IReadOnlyList<Checkpoint> _kept;
    bool _isEnded;

    /// <param name="scenario">The run's.</param>
    /// <param name="seed">The run's.</param>
    /// <param name="kept">What the run was on its way.</param>
    public ExecutedSteps(Scenario scenario, ulong seed, IReadOnlyList<Checkpoint> kept)
        : this(new SimulationRun(scenario, seed), kept)
    {
    }

    ExecutedSteps(SimulationRun run, IReadOnlyList<Checkpoint> kept)
        : base(run.Setup.Directory)
    {
        (_run, _kept) = (run, kept);
        run.Market.Add(Recorder);
    }

    /// <exception cref="BranchException">The run is not what it was.</exception>
    private protected override bool Advance()
    {
        if (_isEnded)
            return false;

        _isEnded = !_run.Advance();
        int last = Math.Min(_run.Checkpoints.Count, _kept.Count) - 1;
        if (last >= 0 && _run.Checkpoints[last] != _kept[last])
        {
            throw new BranchException($"executed again, the run is at {_kept[last].At} not what it was. Was it made by "
                + $"another version of Rialto, or with other agents?");
        }

        return true;
    }
}

/// <summary>The steps of a run that kept its journal: its inputs applied again, without its agents.</summary>
public sealed class JournaledSteps : StepSource
{
    readonly Market _market;
    readonly JournalReader _journal;

    /// <param name="scenario">The run's.</param>
    /// <param name="journal">At its beginning.</param>
    public JournaledSteps(Scenario scenario, JournalReader journal)
        : this(new Market(scenario.Build(journal.Header.Seed) with { Agents = [], Interventions = [] }), journal)
    {
    }

    JournaledSteps(Market market, JournalReader journal)
        : base(market.Directory)
    {
        (_market, _journal) = (market, journal);
        market.Add(Recorder);
    }

    /// <exception cref="BranchException">The events are not what they were.</exception>
    private protected override bool Advance()
    {
        if (!_journal.TryRead(out JournalRecord record))
            return false;
        if (record.Hash != _market.Hash)
        {
            throw new BranchException($"replayed from its journal, the run differs before input {record.Sequence}, at "
                + $"{record.Input.At}. Was it made by another version of Rialto?");
        }

        _market.Replay(record.Input);
        return true;
    }
}
