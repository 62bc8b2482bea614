using System.Globalization;
using System.Text.RegularExpressions;

namespace Rialto.Acceptance;

/// <summary>
/// What <c>./rialto replay journal</c> promises: the inputs alone give the events again, and damage is told.
/// </summary>
public sealed partial class JournalReplayTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("duration=10s")]
    [InlineData("venues.focal.institution.batch=500ms")]
    [InlineData("venues.focal.ties=arrival")]
    [InlineData("venues.focal.speed-bump=20ms")]
    public void A_journal_gives_every_event_of_its_run_again(string assignment)
    {
        KeptRun run = Simulate(assignment);
        Outcome outcome = (Command.Rialto("replay", "journal", "run") with { Folder = _folder.Path }).Succeed();

        string said = string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Manifest["steps"]} inputs, {run.Manifest["events"]} events, state {run.Manifest["stateHash"]}: "
                + $"every hash agrees\n");
        Assert.Equal(new Outcome(0, said, ""), outcome);
        Assert.Equal(outcome, Command.Rialto("replay", "journal", run.PathOf("journal")).Run());
    }

    [Fact]
    public void A_journal_that_was_cut_off_agrees_up_to_there()
    {
        KeptRun run = Simulate("duration=10s");
        byte[] journal = File.ReadAllBytes(run.PathOf("journal"));
        File.WriteAllBytes(run.PathOf("journal"), journal[..(journal.Length / 2)]);
        Outcome outcome = Command.Rialto("replay", "journal", _folder.PathOf("run")).Succeed();

        Match said = CutOff.Match(outcome.Output);
        Assert.True(said.Success, outcome.Output);
        Assert.InRange(
            long.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture), 1,
            run.Manifest["steps"]!.GetValue<long>() - 1);
    }

    [Fact]
    public void A_journal_with_a_damaged_byte_is_refused_in_one_line()
    {
        KeptRun run = Simulate("duration=10s");
        byte[] journal = File.ReadAllBytes(run.PathOf("journal"));
        journal[journal.Length / 2] ^= 0x10;
        File.WriteAllBytes(run.PathOf("journal"), journal);
        Outcome outcome = Command.Rialto("replay", "journal", run.PathOf("journal")).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains(run.PathOf("journal"), outcome.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_of_a_run_that_was_killed_agrees_as_far_as_it_goes()
    {
        using (StartedProgram program = Command.Rialto(
            "simulate", Repository.Scenario("random-traders"), "--set", "agents.0.random-traders.count=1000", "--set",
            "duration=1000000s", "--set", "record=[journal]", "--out", _folder.PathOf("run")).Start())
        {
            FileInfo journal = new(_folder.PathOf("run", "journal"));
            program.WaitUntil(() =>
            {
                journal.Refresh();
                return journal is { Exists: true, Length: > 1_000_000 };
            });
            program.Signal("KILL");
            program.Wait();
        }

        Assert.Matches(CutOff, Command.Rialto("replay", "journal", _folder.PathOf("run")).Succeed().Output);
    }

    public void Dispose() => _folder.Dispose();

    KeptRun Simulate(string assignment)
    {
        Command.Rialto(
            "simulate", Repository.Scenario("leeps-two-markets"), "--seed", "7", "--set", assignment, "--out",
            _folder.PathOf("run")).Succeed();
        return new KeptRun(_folder.PathOf("run"));
    }

    [GeneratedRegex(
        "^(\\d+) inputs, \\d+ events, state [0-9a-f]{16}: the journal was cut off; every hash up to there agrees\n$")]
    private static partial Regex CutOff { get; }
}
