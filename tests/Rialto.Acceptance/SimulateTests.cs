using System.Text.Json.Nodes;

namespace Rialto.Acceptance;

/// <summary>What <c>./rialto simulate</c> promises: a folder, and the same one for the same seed.</summary>
public sealed class SimulateTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Scenarios => ["leeps-two-markets", "random-traders"];

    [Theory, MemberData(nameof(Scenarios))]
    public void A_run_leaves_its_manifest_tables_measures_and_report(string scenario)
    {
        KeptRun run = Simulate(scenario, seed: 7, "run");

        string[] promised = ["manifest.json", "scenario.yaml", "trades.csv", "orders.csv", "events.parquet",
            "metrics.json", "report.html", "log.jsonl"];
        Assert.Empty(promised.Except(run.Files));
        JsonObject manifest = run.Manifest;
        Assert.Equal("complete", run.Status);
        Assert.Equal(7, manifest["seed"]!.GetValue<long>());
        Assert.Equal(scenario, manifest["name"]!.GetValue<string>());
        Assert.Matches("^[0-9a-f]{64}$", run.EventsHash);
        Assert.True(manifest["events"]!.GetValue<long>() > 0);
        Assert.True(manifest["wallSeconds"]!.GetValue<double>() > 0);
        Assert.Empty(manifest["stoppedAgents"]!.AsArray());
        run.HasWholeTables();
        Assert.True(run.LinesOf("trades.csv").Length > 1);
        Assert.EndsWith("</html>\n", run.TextOf("report.html"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Scenarios))]
    public void One_seed_gives_the_same_bytes_in_every_file_and_another_seed_another_market(string scenario)
    {
        KeptRun first = Simulate(scenario, seed: 7, "first");
        KeptRun second = Simulate(scenario, seed: 7, "second");
        KeptRun other = Simulate(scenario, seed: 8, "other");

        Assert.Equal(first.Content, second.Content);
        Assert.Equal(first.EventsHash, second.EventsHash);
        Assert.NotEqual(first.EventsHash, other.EventsHash);
    }

    [Fact]
    public void The_scenario_kept_with_a_run_is_complete()
    {
        KeptRun first = Simulate("leeps-two-markets", seed: 7, "first");
        Command.Rialto("simulate", first.PathOf("scenario.yaml"), "--out", _folder.PathOf("again")).Succeed();

        Assert.Equal(first.EventsHash, new KeptRun(_folder.PathOf("again")).EventsHash);
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        string note = _folder.Write("kept/note.txt", "mine\n");
        Outcome outcome = Command.Rialto(
            "simulate", Repository.Scenario("random-traders"), "--out", _folder.PathOf("kept")).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("not empty", outcome.Complaint, StringComparison.Ordinal);
        Assert.Equal([note], Directory.EnumerateFileSystemEntries(_folder.PathOf("kept")));
        Assert.Equal("mine\n", File.ReadAllText(note));
    }

    [Fact]
    public void An_empty_folder_is_taken_and_folders_above_it_are_made()
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));

        Assert.Equal("complete", Simulate("leeps-two-markets", seed: 1, "empty").Status);
        Assert.Equal("complete", Simulate("leeps-two-markets", seed: 1, "a/b/c").Status);
    }

    [Fact]
    public void Without_a_folder_a_run_is_kept_below_runs_where_the_command_was_typed()
    {
        Command command =
            Command.Rialto("simulate", Repository.Scenario("leeps-two-markets")) with { Folder = _folder.Path };
        command.Succeed();
        command.Succeed();

        string[] kept = Directory.GetDirectories(_folder.PathOf("runs", "leeps-two-markets"));
        Assert.Equal(2, kept.Length);
        Assert.All(kept, folder => Assert.Equal("complete", new KeptRun(folder).Status));
    }

    public void Dispose() => _folder.Dispose();

    KeptRun Simulate(string scenario, ulong seed, string folder) =>
        KeptRun.Of(Repository.Scenario(scenario), seed, _folder.PathOf(folder));
}
