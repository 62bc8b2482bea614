namespace Rialto.Acceptance;

/// <summary>A run that is ended early keeps what it has, and never looks complete.</summary>
public sealed class InterruptionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interrupted_run_keeps_whole_files_and_says_that_it_was_stopped(string signal)
    {
        using StartedProgram program = StartLongRun();
        program.Signal(signal);
        Outcome outcome = program.Wait();
        KeptRun run = new(_folder.PathOf("run"));

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal("", outcome.Errors);
        Assert.Contains(
            "Stopped early; kept what was recorded: " + _folder.PathOf("run"), outcome.Output,
            StringComparison.Ordinal);
        Assert.Equal("stopped", run.Status);
        Assert.InRange(run.Manifest["virtualSeconds"]!.GetValue<double>(), 0.001, 999_999);
        run.HasWholeTables();
        Assert.True(run.LinesOf("trades.csv").Length > 1);
        Assert.EndsWith("</html>\n", run.TextOf("report.html"), StringComparison.Ordinal);
        Assert.Equal("PAR1"u8, File.ReadAllBytes(run.PathOf("events.parquet"))[^4..]);
    }

    [Fact]
    public void A_run_that_was_killed_is_said_to_be_running_and_never_complete()
    {
        using (StartedProgram program = StartLongRun())
        {
            program.Signal("KILL");
            Assert.NotEqual(0, program.Wait().ExitCode);
        }

        Assert.Equal("running", new KeptRun(_folder.PathOf("run")).Status);
        Outcome runs = Command.Rialto("runs", _folder.Path).Succeed();
        Assert.Contains("running", runs.Lines[1], StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A thousand traders for eleven days, which have begun to trade.</summary>
    StartedProgram StartLongRun()
    {
        StartedProgram program = Command.Rialto(
            "simulate", Repository.Scenario("random-traders"), "--set", "agents.0.random-traders.count=1000", "--set",
            "duration=1000000s", "--out", _folder.PathOf("run")).Start();
        FileInfo trades = new(_folder.PathOf("run", "trades.csv"));
        program.WaitUntil(() =>
        {
            trades.Refresh();
            return trades is { Exists: true, Length: > 100_000 };
        });
        return program;
    }
}
