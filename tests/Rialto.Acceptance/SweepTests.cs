using System.Text.Json.Nodes;

namespace Rialto.Acceptance;

/// <summary>Many runs at once: each as if it were alone, none done twice, whatever ends the process.</summary>
public sealed class SweepTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public SweepTests() => _folder.Write("sweep.yaml", $$"""
        name: small
        scenario: {{Repository.Scenario("leeps-two-markets")}}
        parameters:
          venues.focal.institution: [continuous, { batch: 500 ms }]
          agents.focal-investors.rate: [5 / s, 10 / s]
        seeds: 1..4
        """);

    [Fact]
    public void A_run_inside_a_sweep_is_the_run_that_it_would_be_alone()
    {
        string results = Sweep("sweep").Results;
        KeptRun alone = Alone(
            "--set", "venues.focal.institution={ batch: 500 ms }", "--set", "agents.focal-investors.rate=5 / s",
            "--seed", "3");
        string[] row = results.Split('\n')
            .Single(line => line.StartsWith("batch 500 ms,5 / s,3,", StringComparison.Ordinal))
            .Split(',');
        KeptRun kept = new(_folder.PathOf("sweep", "runs", row[3][..16]));

        Assert.Equal(alone.Manifest["configurationHash"]!.GetValue<string>(), row[3]);
        Assert.Equal(alone.EventsHash, row[6]);
        Assert.Equal(alone.EventsHash, kept.EventsHash);
        Assert.Equal(alone.TextOf("metrics.json"), kept.TextOf("metrics.json"));
        Assert.Equal(["manifest.json", "metrics.json", "scenario.yaml"], kept.Files);
    }

    [Fact]
    public void How_many_work_at_once_changes_nothing() =>
        Assert.Equal(Sweep("one", "--workers", "1").Results, Sweep("five", "--workers", "5").Results);

    [Fact]
    public void A_finished_sweep_is_not_run_again_and_a_changed_one_runs_what_is_new()
    {
        string before = Sweep("sweep").Results;
        Assert.Contains("16 done before, 0 to do", Sweep("sweep").Output, StringComparison.Ordinal);
        Assert.Equal(16, LinesOf("sweep", "ledger.jsonl").Length);

        File.WriteAllText(_folder.PathOf("sweep.yaml"), File.ReadAllText(_folder.PathOf("sweep.yaml"))
            .Replace("1..4", "3..5", StringComparison.Ordinal));
        (string output, string after) = Sweep("sweep");
        Assert.Contains("12 runs: 8 done before, 4 to do", output, StringComparison.Ordinal);
        Assert.Equal(8, before.Split('\n').Skip(1).SkipLast(1).Intersect(after.Split('\n')).Count());
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public void What_was_stopped_goes_on_and_ends_like_what_was_not(string signal)
    {
        string whole = Sweep("whole").Results;
        using (StartedProgram program = Command.Rialto(
            "sweep", _folder.PathOf("sweep.yaml"), "--out", _folder.PathOf("part"), "--workers", "1").Start())
        {
            FileInfo ledger = new(_folder.PathOf("part", "ledger.jsonl"));
            program.WaitUntil(() =>
            {
                ledger.Refresh();
                return ledger is { Exists: true, Length: > 0 };
            });
            program.Signal(signal);
            Assert.Equal(signal == "INT" ? 130 : 137, program.Wait().ExitCode);
        }

        int done = LinesOf("part", "ledger.jsonl").Length;
        Assert.InRange(done, 1, 15);
        File.AppendAllText(_folder.PathOf("part", "ledger.jsonl"), "{\"run\":\"torn");
        Assert.Equal(whole, Sweep("part").Results);
        Assert.Equal(16, LinesOf("part", "ledger.jsonl").Select(line =>
            JsonNode.Parse(line)!["run"]!.GetValue<string>()).Distinct()
            .Count());
        Assert.Equal(16, LinesOf("part", "ledger.jsonl").Length);
    }

    /// <summary>The folder of one run cannot be made, because there is a file in its place.</summary>
    [Fact]
    public void A_run_that_fails_is_reported_and_does_not_end_the_sweep()
    {
        string whole = Sweep("whole").Results;
        string run = whole.Split('\n')[6].Split(',')[3];
        string obstacle = _folder.Write($"part/runs/{run[..16]}", "");
        _folder.Write("part/ledger.jsonl", "");
        Outcome outcome = Command.Rialto("sweep", _folder.PathOf("sweep.yaml"), "--out", _folder.PathOf("part")).Run();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(run[..12], outcome.Complaint, StringComparison.Ordinal);
        Assert.Equal(
            15, LinesOf("part", "results.csv").Count(line => line.Contains(",complete,", StringComparison.Ordinal)));
        Assert.Contains(
            "Runs failed", File.ReadAllText(_folder.PathOf("part", "report.html")), StringComparison.Ordinal);

        File.Delete(obstacle);
        (string output, string results) = Sweep("part");
        Assert.Contains("15 done before, 1 to do", output, StringComparison.Ordinal);
        Assert.Equal(whole, results);
    }

    public void Dispose() => _folder.Dispose();

    (string Output, string Results) Sweep(string folder, params ReadOnlySpan<string> more)
    {
        Outcome outcome = Command.Rialto(
            ["sweep", _folder.PathOf("sweep.yaml"), "--out", _folder.PathOf(folder), .. more]).Succeed();
        return (outcome.Output, File.ReadAllText(_folder.PathOf(folder, "results.csv")));
    }

    KeptRun Alone(params ReadOnlySpan<string> more)
    {
        Command.Rialto([
            "simulate", Repository.Scenario("leeps-two-markets"), "--out", _folder.PathOf("alone"), .. more]).Succeed();
        return new KeptRun(_folder.PathOf("alone"));
    }

    string[] LinesOf(params ReadOnlySpan<string> path) => File.ReadAllLines(_folder.PathOf(path));
}
