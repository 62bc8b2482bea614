using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>How far a run has come.</summary>
/// <param name="Now">In virtual time.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Events">So far.</param>
public readonly record struct RunProgress(Timestamp Now, Timestamp End, long Events);

/// <summary>The driver of simulations: virtual time jumps from one event to the next, up to the end of the scenario.</summary>
public sealed class SimulationRun
{
    const int Slices = 1_000;

    /// <param name="scenario">What to run.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="journal">Takes every input; null to keep none.</param>
    public SimulationRun(Scenario scenario, ulong seed, IJournal? journal = null)
    {
        Setup = scenario.Build(seed);
        Market = new Market(Setup, journal);
        End = Timestamp.Zero + scenario.Duration;
    }

    public MarketSetup Setup { get; }

    public Market Market { get; }

    public Timestamp End { get; }

    /// <summary>Runs to the end, or until somebody asks to stop; then closes the market.</summary>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="stop">Checked a thousand times per run.</param>
    /// <returns>Whether the end was reached.</returns>
    public bool Run(Action<RunProgress>? progress, CancellationToken stop)
    {
        long slice = Math.Max(1, End.Nanoseconds / Slices);
        while (Market.Now < End && !stop.IsCancellationRequested)
        {
            Market.RunUntil(Timestamp.Earliest(End, Market.Now + new Duration(slice)));
            progress?.Invoke(new RunProgress(Market.Now, End, Market.Events));
        }

        Market.Close();
        return Market.Now >= End;
    }
}
