using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// A branched run is the run up to the branch point, and then one that shares chance with the other arm of its
/// replication.
/// </summary>
public sealed class BranchTests
{
    static readonly Timestamp At = Timestamp.Zero + Duration.FromSeconds(3);
    static readonly Timestamp End = Timestamp.Zero + Duration.FromSeconds(10);

    static readonly AgentKinds Kinds = new();

    [Fact]
    public void Up_to_the_branch_point_it_is_the_run()
    {
        SimulationRun run = ScenarioRun.Run(ScenarioText.Read(ScenarioText.Good), 7);
        BranchedRun branched = new(ScenarioText.Read(ScenarioText.Good), 7, At);
        Checkpoint found = branched.RunToBranch(run.Checkpoints);

        Assert.Contains(found, run.Checkpoints);
        branched.Market.RunUntil(End);
        branched.Market.Close();
        Assert.Equal(run.Market.Hash, branched.Market.Hash);
    }

    [Fact]
    public void A_run_that_is_not_what_it_was_is_refused()
    {
        SimulationRun run = ScenarioRun.Run(ScenarioText.Read(ScenarioText.Good), 7);
        BranchedRun other = new(ScenarioText.Read(ScenarioText.Good), seed: 8, At);

        BranchException refused = Assert.Throws<BranchException>(() => other.RunToBranch(run.Checkpoints));
        Assert.Contains("executed again, the run is at ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replications_differ_and_one_of_them_is_the_same_every_time()
    {
        ulong[] hashes =
            [.. Enumerable.Range(0, 5).Select(replication => Continue(ScenarioText.Good, replication).Hash)];

        Assert.Equal(5, hashes.Distinct().Count());
        Assert.Equal(hashes[3], Continue(ScenarioText.Good, 3).Hash);
    }

    [Theory]
    [InlineData("{ start: 100, jumps: { rate: 20 / s, deviation: 1 } }")]
    [InlineData("{ mean-reverting: { mean: 100, half-life: 2 s, volatility: 1 / sqrt(s) } }")]
    [InlineData("{ random-walk: { start: 100, volatility: 1 / sqrt(s) } }")]
    [InlineData("{ geometric: { start: 100, volatility: 3 % / sqrt(s) } }")]
    public void Random_values_stay_up_to_the_branch_point_and_go_on_from_there_alike_in_both_arms_only(string values)
    {
        string text = ScenarioText.With("{ path: [[0 s, 100], [5 s, 90]] }", values);
        long[][] paths = [Values(text, null), Values(text, 0), Values(text, 0), Values(text, 1)];

        Assert.All(paths, path => Assert.Equal(paths[0][..30], path[..30]));
        Assert.Equal(paths[1], paths[2]);
        Assert.NotEqual(paths[0], paths[1]);
        Assert.NotEqual(paths[1], paths[3]);
        // No leap at the branch point.
        Assert.All(paths, path => Assert.InRange(Math.Abs(path[30] - path[29]), 0, 800));

        static long[] Values(string text, int? replication)
        {
            ValueList values = new();
            BranchedRun run = new(ScenarioText.Read(text), 7, At);
            run.Market.Add(values);
            run.RunToBranch();
            if (replication is { } some)
                run.Branch(some);

            return [.. Enumerable.Range(0, 100).Select(i =>
                values.Of(run, Timestamp.Zero + Duration.FromMilliseconds(100 * (i + 1))))];
        }
    }

    [Fact]
    public void A_written_path_is_not_drawn_anew()
    {
        BranchedRun run = new(ScenarioText.Read(ScenarioText.Good), 7, At);
        run.RunToBranch();
        run.Branch(3);

        Assert.Equal([10000, 9000], new double[] { 4, 6 }.Select(s =>
            new ValueList().Of(run, Timestamp.Zero + Duration.FromSeconds(s))));
    }

    [Fact]
    public void Without_an_effect_both_arms_are_equal_because_they_share_chance()
    {
        CounterfactualArms arms = Arms("{ enter: { as: whale, side: buy, quantity: 1, price: 0.01, venue: focal } }");

        // The order is so far away that only its own events, and the numbers of later ones, tell the arms apart.
        Assert.Equal(Trades(arms.Without), Trades(arms.With));
        Assert.NotEqual(Continue(arms.Without, 0).Hash, Continue(arms.With, 0).Hash);
    }

    [Fact]
    public void An_intervention_moves_what_comes_after_the_branch_point()
    {
        CounterfactualArms arms = Arms("{ at: 4 s, enter: { as: whale, side: sell, quantity: 50, venue: focal } }");
        MarketPath without = Path(arms.Without);
        MarketPath with = Path(arms.With);

        Assert.Equal(without.Midpoints[0][0], with.Midpoints[0][0]);
        Assert.True(with.Volumes[0][^1] > without.Volumes[0][^1]);
        Assert.True(with.Midpoints[0][^1] <= without.Midpoints[0][^1]);
        Assert.Equal(0, with.Volumes[0][0]);
    }

    [Theory]
    [InlineData("{ at: 2 s, halt: { venue: focal } }", "expected a time from the branch point on")]
    [InlineData("[1, 2]", "expected an intervention")]
    [InlineData("{ halt: { venue: nowhere } }", "there is no venue 'nowhere'")]
    public void What_cannot_be_done_is_an_error(string intervention, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<ScenarioException>(() => Arms(intervention)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_set_is_set_at_the_branch_point()
    {
        CounterfactualArms arms = new(
            ScenarioText.Good, At, [], ["agents.investors.rate=100/s", "agents.investors.offset=2"], Kinds, ".");

        Assert.Equal(
            "at: 3 s set: { agents.investors.rate: 100/s, agents.investors.offset: 2 }",
            Assert.Single(arms.Interventions));
        Assert.True(Continue(arms.With, 0).Events > Continue(arms.Without, 0).Events);
    }

    [Fact]
    public void Checkpoints_are_read_as_they_were_written_and_a_journal_gives_those_between()
    {
        Rialto.Tests.Markets.KeptJournal journal = new();
        SimulationRun run = new(ScenarioText.Read(ScenarioText.Good), 7, journal);
        while (run.Advance())
        {
        }

        using TemporaryFolder folder = new();
        string path = System.IO.Path.Combine(folder.Path, Checkpoint.FileName);
        using (StreamWriter writer = new(path))
            Checkpoint.Write(writer, run.Checkpoints);

        Assert.Equal(1000, run.Checkpoints.Count);
        Assert.Equal(run.Checkpoints, Checkpoint.Read(path));

        using MemoryStream stream = new();
        JournalWriter kept = new(stream, new JournalHeader(DateTimeOffset.UnixEpoch, 7, ""));
        foreach (JournalRecord record in journal.Records)
            kept.Append(record.Sequence, record.Input, record.Hash);
        kept.End(run.Market.Hash);
        stream.Position = 0;
        Assert.Equal(run.Checkpoints[299], Checkpoint.Of(new JournalReader(stream), At));
    }

    static CounterfactualArms Arms(string intervention) => new(ScenarioText.Good, At, [intervention], [], Kinds, ".");

    static Market Continue(string scenario, int replication)
    {
        BranchedRun run = new(ScenarioText.Read(scenario), 7, At);
        run.RunToBranch();
        run.Branch(replication);
        run.Market.RunUntil(End);
        run.Market.Close();
        return run.Market;
    }

    static MarketPath Path(string scenario)
    {
        BranchedRun run = new(ScenarioText.Read(scenario), 7, At);
        run.RunToBranch();
        run.Branch(0);
        return MarketPath.Of(run.Market, [At, At + Duration.FromSeconds(2), End]);
    }

    static List<(Timestamp, Price, Quantity)> Trades(string scenario)
    {
        BranchedRun run = new(ScenarioText.Read(scenario), 7, At);
        TradeList trades = new();
        run.Market.Add(trades);
        run.RunToBranch();
        run.Branch(1);
        run.Market.RunUntil(End);
        return trades.Trades;
    }

    /// <summary>Asks the market what the instrument is worth, as its listeners are told.</summary>
    sealed class ValueList : IMarketListener
    {
        long _last;

        public void OnStep(in Step step) { }

        public void OnValue(Timestamp at, InstrumentId instrument, Price value) => _last = value.Ticks;

        public long Of(BranchedRun run, Timestamp at)
        {
            run.Market.RunUntil(at);
            run.Market.Add(this); // Is told at once.
            return _last;
        }
    }

    sealed class TradeList : IMarketListener
    {
        public List<(Timestamp, Price, Quantity)> Trades { get; } = [];

        public void OnStep(in Step step)
        {
            foreach (MarketEvent happened in step.Events)
            {
                if (happened.Kind == EventKind.Trade)
                    Trades.Add((step.Input.At, happened.Price, happened.Quantity));
            }
        }
    }
}
