using System.Globalization;
using System.Text.Json.Nodes;

namespace Rialto.Acceptance;

/// <summary>
/// What <c>branch</c>, <c>compare</c>, <c>--monitor</c> and <c>--watchdog</c> promise to somebody who types them.
/// </summary>
public sealed class CounterfactualTests(CounterfactualTests.Base kept)
    : IClassFixture<CounterfactualTests.Base>, IDisposable
{
    const string Whale = "{ enter: { as: whale, side: sell, quantity: 40, inventory: 40 } }";

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("leeps-two-markets")]
    [InlineData("random-traders")]
    [InlineData("trading-day")]
    public void The_shipped_scenarios_break_no_rule(string scenario)
    {
        Command.Rialto(
            "simulate", Repository.Scenario(scenario), "--monitor", "--out", _folder.PathOf("watched")).Succeed();
        Command.Rialto(
            "simulate", Repository.Scenario(scenario), "--set", "record=[journal]", "--out",
            _folder.PathOf("alone")).Succeed();

        Assert.Equal(
            new KeptRun(_folder.PathOf("alone")).EventsHash, new KeptRun(_folder.PathOf("watched")).EventsHash);
        Command.Rialto("replay", "journal", _folder.PathOf("alone"), "--monitor").Succeed();
    }

    [Fact]
    public void A_branch_gives_the_price_impact_of_one_order_with_error_bars_and_again_the_same()
    {
        Branch("one", Whale, "6");
        Branch("two", Whale, "6");

        JsonNode study = JsonNode.Parse(File.ReadAllText(_folder.PathOf("one", "branch.json")))!;
        JsonNode impact = study["listings"]![0]!["measures"]!.AsArray().First(measure =>
            measure!["name"]!.ToString() == "midpointMean")!;
        Assert.Equal(6, impact["pairs"]!.GetValue<int>());
        Assert.True(impact["effect"]!.GetValue<double>() < 0);
        Assert.True(impact["standardError"]!.GetValue<double>() > 0);
        Assert.True(study["prefix"]!["checkpointsEqual"]!.GetValue<int>() >= 500);

        string[] files = ["branch.json", "effect.csv"];
        Assert.All(files, file =>
            Assert.Equal(File.ReadAllText(_folder.PathOf("one", file)), File.ReadAllText(_folder.PathOf("two", file))));
        Assert.Equal(202, new KeptRun(_folder.PathOf("one")).LinesOf("effect.csv").Length);
        Assert.EndsWith("</html>\n", File.ReadAllText(_folder.PathOf("one", "report.html")), StringComparison.Ordinal);
        Assert.Equal("complete", new KeptRun(_folder.PathOf("one")).Status);
    }

    [Fact]
    public void A_run_that_kept_another_history_is_not_branched()
    {
        string changed = Directory.CreateDirectory(_folder.PathOf("changed")).FullName;
        foreach (string file in (string[])["manifest.json", "scenario.yaml", "checkpoints.csv"])
            File.Copy(Path.Combine(kept.Run, file), Path.Combine(changed, file));

        string path = Path.Combine(changed, "checkpoints.csv");
        string[] lines = File.ReadAllLines(path);
        lines[100] = lines[100][..^4] + "0000";
        File.WriteAllLines(path, lines);
        Outcome outcome = Command.Rialto(
            "branch", changed, "--at", "5s", "--intervene", Whale, "--out", _folder.PathOf("study")).Run();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "executed again, the run is at 1.000000000 s not what it was", outcome.Complaint, StringComparison.Ordinal);
        Assert.Equal("failed", new KeptRun(_folder.PathOf("study")).Status);
    }

    [Theory]
    [InlineData("20s", Whale, "expected a time inside the run")]
    [InlineData("soon", Whale, "expected a time with its unit")]
    [InlineData("5s", "{ entre: { as: whale } }", "did you mean 'enter'?")]
    public void What_cannot_be_branched_is_one_line(string at, string intervention, string expected)
    {
        Outcome outcome = Command.Rialto("branch", kept.Run, "--at", at, "--intervene", intervention).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_runs_are_equal_and_others_part_at_an_event_that_is_named()
    {
        Simulate(_folder.PathOf("same"));
        Simulate(_folder.PathOf("other"), "interventions=[{ at: 5 s, " + Whale[1..] + "]");

        Outcome same = Command.Rialto("compare", kept.Run, _folder.PathOf("same")).Succeed();
        Assert.StartsWith("equal: ", same.Output, StringComparison.Ordinal);
        Assert.Contains(new KeptRun(kept.Run).EventsHash, same.Output, StringComparison.Ordinal);

        Outcome other = Command.Rialto("compare", kept.Run, _folder.PathOf("other")).Run();
        Assert.Equal(1, other.ExitCode);
        Assert.Contains(", 5.000000000 s:\n", other.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  B: exchange/STOCK: whale enters 1, sell 40 at any price\n", other.Output, StringComparison.Ordinal);
        Assert.Contains("The last steps that both have:\n", other.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nevents +\d+ +\d+\n", other.Output);
    }

    [Fact]
    public void A_loop_that_never_yields_ends_the_run_and_names_the_agent()
    {
        Outcome outcome = SimulateLoopers("yields: false", "--watchdog", "500ms");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "loopers does not yield: it has run for 0.5 s of wall time since 1.000000000 s", outcome.Complaint,
            StringComparison.Ordinal);
        Assert.Equal("failed", new KeptRun(_folder.PathOf("loop")).Status);
        Assert.Contains(
            "loopers does not yield", new KeptRun(_folder.PathOf("loop")).Manifest["reason"]!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_that_throws_is_told_of_in_the_manifest_and_the_run_is_complete()
    {
        Outcome outcome = SimulateLoopers("yields: true");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            "loopers: no idea",
            Assert.Single(new KeptRun(_folder.PathOf("loop")).Manifest["stoppedAgents"]!.AsArray())!.ToString());
    }

    [Fact]
    public void An_agent_that_cannot_be_made_ends_a_run_that_has_not_begun()
    {
        Outcome outcome = SimulateLoopers("yields: true, count: 2");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(
            "loop.yaml:9:14: number: One that loops is enough.", outcome.Complaint, StringComparison.Ordinal);
        Assert.Equal("failed", new KeptRun(_folder.PathOf("loop")).Status);
    }

    public void Dispose() => _folder.Dispose();

    static void Simulate(string folder, params IEnumerable<string> more)
    {
        string[] set = [.. more.SelectMany(assignment => new[] { "--set", assignment })];
        Command.Rialto([
            "simulate", Repository.Scenario("random-traders"), "--set", "duration=10s", "--set", "record=[events]",
            .. set, "--out", folder,
        ]).Succeed();
    }

    void Branch(string name, string intervention, string replications) => Command.Rialto(
        "branch", kept.Run, "--at", "5s", "--intervene", intervention, "--replications", replications, "--out",
        _folder.PathOf(name)).Succeed();

    Outcome SimulateLoopers(string parameters, params IReadOnlyList<string> options)
    {
        string scenario = _folder.Write("loop.yaml", string.Create(CultureInfo.InvariantCulture, $$"""
            name: loop
            duration: 3 s
            instruments:
              XYZ: { tick: 1 }
            venues:
              main: { institution: continuous }
            agents:
              - random-traders: { count: 3, cash: 1000, inventory: 10, sleep: 100 ms, opening: 10 }
              - loopers: { {{parameters}} }
            """));
        return Command.Rialto(["simulate", scenario, "--agents", typeof(Loopers).Assembly.Location, "--out",
            _folder.PathOf("loop"), .. options]).Run();
    }

    /// <summary>A run that the tests branch and compare.</summary>
    public sealed class Base : IDisposable
    {
        readonly TemporaryFolder _folder = new();

        public Base() => Simulate(Run);

        public string Run => _folder.PathOf("base");

        public void Dispose() => _folder.Dispose();
    }
}
