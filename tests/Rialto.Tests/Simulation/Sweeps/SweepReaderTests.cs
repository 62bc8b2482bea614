using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Trading;

namespace Rialto.Tests.Simulation.Sweeps;

/// <summary>From the text of a sweep to its runs.</summary>
public sealed class SweepReaderTests
{
    [Fact]
    public void Cells_are_all_combinations_of_the_values_the_first_parameter_changing_slowest()
    {
        Sweep sweep = SweepText.Read(SweepText.Good);

        Assert.Equal(
            ["10 ms | continuous", "10 ms | batch 500 ms", "100 ms | continuous", "100 ms | batch 500 ms"],
            SweepText.CellsOf(sweep));
        Assert.Equal([1UL, 2, 3], sweep.Seeds);
        Assert.Equal((12, "s", ""), (sweep.Runs, sweep.Parameters[0].Unit, sweep.Parameters[1].Unit));
        Assert.Equal([0.01, 0.01, 0.1, 0.1], sweep.Cells.Select(cell => cell.Values[0].Number!.Value));
    }

    [Fact]
    public void Every_sweep_that_ships_can_be_read() =>
        Assert.All(Repository.YamlBelow("scenarios/sweeps/"), file =>
            Assert.NotEmpty(new SweepReader(new AgentKinds()).ReadFile(Repository.PathOf(file)).Cells));

    [Fact]
    public void Every_run_is_named_by_its_content_and_says_all_of_it()
    {
        Sweep sweep = SweepText.Read(SweepText.Good);
        RunSpec[] runs = [.. from cell in sweep.Cells from seed in sweep.Seeds select cell.SpecOf(seed)];
        RunSpec last = runs[^1];
        Scenario scenario = last.Read(new AgentKinds(), ".");

        Assert.Equal(12, runs.Select(run => run.Hash).Distinct().Count());
        Assert.Equal(3UL, scenario.Seed);
        Assert.Equal(last.Hash, new RunSpec(last.Configuration, 3).Hash);
        Assert.Equal(last.Hash, RunSpec.Of(scenario, 3).Hash);
        Assert.Contains("sleep: 100 ms", last.Configuration, StringComparison.Ordinal);
        Assert.Contains("batch: 500 ms", last.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_sweep_has_the_same_runs_where_they_are_the_same()
    {
        string[] before = HashesOf(SweepText.Read(SweepText.Good));
        string[] after = HashesOf(SweepText.Read(SweepText.Good
            .Replace("[10 ms, 100 ms]", "[1 ms, 10 ms]", StringComparison.Ordinal).Replace(
                "1..3", "2..5", StringComparison.Ordinal)));

        Assert.Equal(4, before.Intersect(after).Count()); // 10 ms, both institutions, seeds 2 and 3
    }

    [Theory]
    [InlineData("{ from: 10 ms, to: 40 ms, steps: 4 }", "10 ms,20 ms,30 ms,40 ms")]
    [InlineData("{ from: 10 ms, to: 40 ms, step: 15 ms }", "10 ms,25 ms,40 ms")]
    [InlineData("{ from: 10 ms, to: 1 s, steps: 3, scale: log }", "10 ms,100 ms,1000 ms")]
    [InlineData("{ from: 1 ms, to: 20 ms, steps: 3, scale: log }", "1 ms,4.4721 ms,20 ms")]
    [InlineData("{ from: 100000 ns, to: 100010 ns, steps: 4 }", "100000 ns,100003.333 ns,100006.667 ns,100010 ns")]
    [InlineData("{ from: 10 ms, to: 20 ms, steps: 4, round: 1 ms }", "10 ms,13 ms,17 ms,20 ms")]
    [InlineData("{ values: [1 ms, 1 s], label: pause }", "1 ms,1 s")]
    [InlineData("{ values: { short: 1 ms, long: 1 s } }", "short,long")]
    public void Values_are_a_list_or_a_range(string values, string expected)
    {
        Sweep sweep = SweepText.With($"parameters: {{ agents.random-traders.sleep: {values} }}");

        Assert.Equal(expected.Split(','), SweepText.CellsOf(sweep));
    }

    [Fact]
    public void A_treatment_sets_several_values_at_once()
    {
        Sweep sweep = SweepText.With("""
            treatments:
              calm: { agents.random-traders.sleep: 1 s, duration: 2 s }
              hectic: { agents.random-traders.sleep: 1 ms }
            """);

        Assert.Equal(["calm", "hectic"], SweepText.CellsOf(sweep));
        Assert.Equal(
            [Duration.FromSeconds(2), Duration.FromSeconds(1)],
            sweep.Cells.Select(cell => cell.SpecOf(1).Read(new AgentKinds(), ".").Duration));
    }

    [Fact]
    public void Parameters_of_one_name_are_told_apart_by_the_part_before_it()
    {
        Sweep sweep = SweepText.With("parameters: { venues.focal.institution.batch: [1 s], venues.focal.ties: "
            + "[random], agents.random-traders.name: [a], name: [b] }");

        Assert.Equal(
            ["batch", "ties", "random traders name", "name"], sweep.Parameters.Select(parameter => parameter.Label));
    }

    [Theory]
    [InlineData("[5..7, 2]", new ulong[] { 5, 6, 7, 2 })]
    [InlineData("[0]", new ulong[] { 0 })]
    [InlineData("18446744073709551614..18446744073709551615", new[] { ulong.MaxValue - 1, ulong.MaxValue })]
    public void Seeds_are_ranges_and_lists(string seeds, ulong[] expected) =>
        Assert.Equal(expected, SweepText.Read(SweepText.Good.Replace("1..3", seeds, StringComparison.Ordinal)).Seeds);

    [Fact]
    public void By_default_a_run_keeps_its_manifest_and_its_metrics()
    {
        KeptFiles usual = SweepText.Read(SweepText.Good).Keep;
        KeptFiles nothing = SweepText.Read(SweepText.Good + "keep: []\n").Keep;
        KeptFiles much = SweepText.Read(SweepText.Good + "keep: [report, trades, journal]\n").Keep;

        Assert.Equal((true, true, false, 0), (usual.Manifest, usual.Metrics, usual.Report, usual.Record.Count));
        Assert.False(nothing.Manifest);
        Assert.Equal((true, false, true), (much.Manifest, much.Metrics, much.Report));
        Assert.Equal([Recording.Trades, Recording.Journal], much.Record);
    }

    [Theory]
    [InlineData("seeds: 1..3", "seeds: 3..1", "sweep.yaml:12:8: found '3..1', expected from 1 to 1000000 seeds")]
    [InlineData("seeds: 1..3", "seeds: 20", "sweep.yaml:12:8: found '20', expected seeds such as 1..20")]
    [InlineData("seeds: 1..3", "seeds: [1, 2, 1]", "the seed 1 stands here twice")]
    [InlineData("seeds: 1..3", "seed: 1", "'seeds' is missing")]
    [InlineData("[10 ms, 100 ms]", "[10 ms, 100]", "sweep.yaml:10:40: found '100', expected a time with its unit")]
    [InlineData("[10 ms, 100 ms]", "[]", "sweep.yaml:10:32: there is nothing here to vary")]
    [InlineData("[10 ms, 100 ms]", "{ from: 10 ms, to: 100, steps: 3 }", "expected the unit of 10 ms")]
    [InlineData("[10 ms, 100 ms]", "{ from: 10 ms, to: 1 ms, steps: 3 }", "expected more than 10 ms")]
    [InlineData("[10 ms, 100 ms]", "{ from: 0 ms, to: 1 ms, steps: 3, scale: log }", "must begin above zero")]
    [InlineData("[10 ms, 100 ms]", "{ from: 1 ms, to: 2 ms }", "'steps' is missing")]
    [InlineData(
        "agents.random-traders.sleep:", "agents.random-traders.slep:", "unknown key 'slep'; did you mean 'sleep'?")]
    [InlineData("venues.focal.", "venues.vocal.", "there is no 'vocal' among the venues; did you mean 'focal'?")]
    [InlineData("parameters:", "parametres:", "unknown key 'parametres'; did you mean 'parameters'?")]
    public void What_cannot_be_run_is_told_before_anything_is(string good, string bad, string message)
    {
        string text = SweepText.Good.Replace(good, bad, StringComparison.Ordinal);
        ScenarioException refused = Assert.Throws<ScenarioException>(() => SweepText.Read(text));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    static string[] HashesOf(Sweep sweep) =>
        [.. from cell in sweep.Cells from seed in sweep.Seeds select cell.SpecOf(seed).Hash];
}
