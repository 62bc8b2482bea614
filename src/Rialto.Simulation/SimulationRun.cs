using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>How far a run has come.</summary>
/// <param name="Now">In virtual time.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Events">So far.</param>
public readonly record struct RunProgress(Timestamp Now, Timestamp End, long Events);

/// <summary>
/// The driver of simulations: virtual time jumps from one event to the next, up to the end of the scenario.
/// </summary>
public sealed class SimulationRun
{
    const int Slices = 1_000;

    /// <summary>A slice with more wake-ups and steps than this takes long enough for a person to notice.</summary>
    const int MostPerSlice = 200_000;

    readonly Duration _longest;
    readonly List<Checkpoint> _checkpoints = [];
    Duration _slice;

    /// <param name="scenario">What to run.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="journal">Takes every input; null to keep none.</param>
    public SimulationRun(Scenario scenario, ulong seed, IJournal? journal = null)
    {
        Setup = scenario.Build(seed);
        Market = new Market(Setup, journal);
        End = Timestamp.Zero + scenario.Duration;
        _longest = new Duration(Math.Max(1, scenario.Duration.Nanoseconds / Slices));
        _slice = new Duration(Math.Max(1, _longest.Nanoseconds / Slices)); // Grows to what the market turns out to be.
    }

    public MarketSetup Setup { get; }

    public Market Market { get; }

    public Timestamp End { get; }

    /// <summary>What the traders with induced values were given so far, and what they have done with it.</summary>
    public IReadOnlyList<InducedLedger> Ledgers =>
    [
        .. from setup in Setup.Agents
           where setup.Agent is InducedTrader
           let trader = (InducedTrader)setup.Agent
           select new InducedLedger(setup.Participant, setup.Home, trader.CompletePeriods, trader.Units),
    ];

    /// <summary>How far the run has come.</summary>
    public RunProgress Progress => new(Market.Now, End, Market.Events);

    /// <summary>What the run was at each thousandth of its time so far.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints => _checkpoints;

    /// <summary>Runs a thousandth of the scenario's time, or less where much happens in it.</summary>
    /// <returns>False, and the market is closed, once the end is reached.</returns>
    public bool Advance()
    {
        long before = Market.Steps + Market.WakeUps;
        Timestamp checkpoint = Timestamp.Zero + new Duration(_longest.Nanoseconds * (_checkpoints.Count + 1));
        Market.RunUntil(Timestamp.Earliest(Timestamp.Earliest(End, checkpoint), Market.Now + _slice));
        if (Market.Now == checkpoint)
            _checkpoints.Add(new Checkpoint(Market.Now, Market.Steps, Market.Hash));
        if (Market.Now < End)
        {
            FitSlice(Market.Steps + Market.WakeUps - before);
            return true;
        }

        Market.Close();
        return false;
    }

    /// <summary>Where a run is cut into slices has no effect on it, only on how soon it can be stopped.</summary>
    void FitSlice(long work)
    {
        if (work > MostPerSlice)
            _slice = new Duration(Math.Max(1, _slice.Nanoseconds / 2));
        else if (work < MostPerSlice / 4 && _slice < _longest)
            _slice = new Duration(Math.Min(_longest.Nanoseconds, _slice.Nanoseconds * 2));
    }
}
