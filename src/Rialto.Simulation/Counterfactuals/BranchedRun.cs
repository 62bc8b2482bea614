using System.Globalization;
using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>A run that is executed again up to a branch point, and goes on from there with chance of its own.</summary>
/// <remarks>
/// Up to the branch point everything is as it was: the scenario, the seed, the random streams. There every stream is
/// drawn anew from its name, the replication and the seed, <c>agents/noise/3@branch/17</c>: two arms of one replication
/// share all their random numbers, two replications none. Random fundamental values go on from where they are by chance
/// of their own too. What an arm does differently is planned only then.
/// </remarks>
public sealed class BranchedRun
{
    readonly Timestamp _at;
    readonly Intervention[] _later;
    readonly Scenario _scenario;
    readonly ulong _seed;
    readonly List<BranchedValue> _values = [];

    /// <param name="scenario">The run's own, or with more interventions at the branch point or later.</param>
    /// <param name="seed">The run's.</param>
    /// <param name="at">The branch point: everything due at this instant still belongs to the run.</param>
    public BranchedRun(Scenario scenario, ulong seed, Timestamp at)
    {
        (_scenario, _seed, _at) = (scenario, seed, at);
        MarketSetup setup = scenario.Build(seed, value =>
        {
            _values.Add(new BranchedValue(value));
            return _values[^1];
        });
        _later = [.. setup.Interventions.Where(intervention => intervention.At >= at)];
        Market = new Market(
            setup with { Interventions = [.. setup.Interventions.Where(intervention => intervention.At < at)] });
    }

    public Market Market { get; }

    /// <summary>Executes the run up to the branch point.</summary>
    /// <param name="expected">
    /// What it must have been on the way, in order of time; those beyond the branch point do not count.
    /// </param>
    /// <returns>What it is at the branch point.</returns>
    /// <exception cref="BranchException">It was something else: another program, or other agents.</exception>
    public Checkpoint RunToBranch(params IEnumerable<Checkpoint> expected)
    {
        foreach (Checkpoint checkpoint in expected.Where(checkpoint => checkpoint.At <= _at))
        {
            Market.RunUntil(checkpoint.At);
            Checkpoint found = new(checkpoint.At, Market.Steps, Market.Hash);
            if (found != checkpoint)
                throw new BranchException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"executed again, the run is at {checkpoint.At} not what it was: {found.Steps} steps with the hash "
                        + $"{found.Hash:x16}, and it had {checkpoint.Steps} with {checkpoint.Hash:x16}. Was it made by "
                            + $"another version of Rialto, or with other agents?"));
        }

        Market.RunUntil(_at);
        return new Checkpoint(_at, Market.Steps, Market.Hash);
    }

    /// <summary>
    /// Leaves the run: from now on chance is that of a replication, and the interventions of this arm are due.
    /// </summary>
    public void Branch(int replication)
    {
        string suffix = string.Create(CultureInfo.InvariantCulture, $"@branch/{replication}");
        Market.Branch(suffix);
        ulong other = new RandomStream(_seed, "values" + suffix).NextBits();
        FundamentalValue[] redrawn = [.. _scenario.DrawValues(other).OfType<FundamentalValue>()];
        for (int i = 0; i < redrawn.Length; i++)
            _values[i].Branch(_at, redrawn[i]);
        foreach (Intervention intervention in _later)
            Market.Plan(intervention);
    }
}

/// <summary>A run that cannot be branched: executed again it is not what it was.</summary>
public sealed class BranchException(string message) : Exception(message);
