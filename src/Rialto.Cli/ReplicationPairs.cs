using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// Pairs of continuations of a run, several at once. What they find depends on their numbers and not on the threads.
/// </summary>
sealed class ReplicationPairs(
    CounterfactualArms arms, ulong seed, Timestamp at, Checkpoint proven, Timestamp[] times, int replications)
    : IDisposable
{
    readonly (MarketPath Without, MarketPath With)[] _paths = new (MarketPath, MarketPath)[replications];
    readonly ThreadLocal<(Scenario Without, Scenario With)> _scenarios = new(arms.Read);
    long _events;

    /// <summary>How many pairs there are so far: the first ones.</summary>
    public int Done { get; private set; }

    /// <summary>How many events they took.</summary>
    public long Events => _events;

    /// <summary>Makes as many pairs as there are processors; false at the end.</summary>
    /// <exception cref="BranchException">An arm was not what the run was at the branch point.</exception>
    public bool Advance()
    {
        int next = Math.Min(replications, Done + (2 * Environment.ProcessorCount));
        try
        {
            Parallel.For(Done, next, replication => _paths[replication] = Pair(replication));
        }
        catch (AggregateException several)
        {
            throw several.InnerExceptions[0];
        }

        Done = next;
        return Done < replications;
    }

    /// <summary>What the pairs so far say of each listing.</summary>
    public IReadOnlyList<ListingEffect> Effects(MarketDirectory directory)
    {
        int instruments = directory.Instruments.Count;
        return
        [
            .. Enumerable.Range(0, directory.Venues.Count * instruments).Select(place => new ListingEffect(
                StepText.Name(
                    new Listing(new((short)(place / instruments)), new((short)(place % instruments))), directory),
                directory.Instruments[place % instruments],
                Of(path => path.Midpoints[place]), Of(path => path.Spreads[place]), Of(path => path.Volumes[place]))),
        ];

        (double[][] Without, double[][] With) Of(Func<MarketPath, double[]> measure) =>
            ([.. _paths.Take(Done).Select(pair => measure(pair.Without))],
             [.. _paths.Take(Done).Select(pair => measure(pair.With))]);
    }

    public void Dispose() => _scenarios.Dispose();

    (MarketPath Without, MarketPath With) Pair(int replication)
    {
        (Scenario without, Scenario with) = _scenarios.Value;
        return (Continue(without, replication), Continue(with, replication));
    }

    MarketPath Continue(Scenario scenario, int replication)
    {
        BranchedRun run = new(scenario, seed, at);
        Checkpoint found = run.RunToBranch();
        if (found != proven)
        {
            throw new BranchException($"with the intervention planned, the run is at {at} not what it was: "
                + $"{found.Steps} steps instead of {proven.Steps}.");
        }

        run.Branch(replication);
        MarketPath path = MarketPath.Of(run.Market, times);
        Interlocked.Add(ref _events, run.Market.Events);
        return path;
    }
}
