namespace Rialto.Acceptance;

/// <summary>What somebody meets who types the command for the first time.</summary>
public sealed class HelpTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("simulate --help", "scenario", "--seed", "--set", "--out", "--agents", "--monitor", "--watchdog")]
    [InlineData("--help", "simulate", "replay", "runs", "agents")]
    [InlineData("replay --help", "lobster", "journal")]
    [InlineData("replay journal --help", "journal", "--agents")]
    [InlineData("replay lobster --help", "messages", "--orderbook", "--out")]
    [InlineData("sweep --help", "sweep", "--out", "--workers", "--agents")]
    [InlineData("calibrate --help", "calibration", "--out", "--workers", "--agents")]
    [InlineData("facts --help", "run", "--tape", "--out", "--json", "--agents")]
    [InlineData("runs --help", "folder")]
    [InlineData("branch --help", "run", "--at", "--intervene", "--set", "--replications", "--for", "--out")]
    [InlineData("compare --help", "first", "second")]
    [InlineData("agents --help", "name", "--agents", "--pages")]
    [InlineData("--version", "0.1.0")]
    public void Help_is_printed_on_standard_output(string command, params string[] words)
    {
        Outcome outcome = Command.Rialto(command.Split(' ')).Succeed();

        Assert.Equal("", outcome.Errors);
        Assert.All(words, word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_runs_is_a_table_and_nothing_else()
    {
        KeptRun.Of(Repository.Scenario("leeps-two-markets"), 7, _folder.PathOf("two"));
        KeptRun.Of(Repository.Scenario("random-traders"), 8, _folder.PathOf("one", "more"));
        Outcome runs = Command.Rialto("runs", _folder.Path).Succeed();

        Assert.Equal("", runs.Errors);
        Assert.Equal(3, runs.Lines.Count);
        Assert.Matches("^run +status +seed +events +seconds +folder *$", runs.Lines[0]);
        Assert.Matches(@"^random-traders +complete +8 +\d+ +\d+\.\d\d +one/more *$", runs.Lines[1]);
        Assert.Matches(@"^leeps-two-markets +complete +7 +\d+ +\d+\.\d\d +two *$", runs.Lines[2]);
    }

    [Fact]
    public void A_command_typed_from_another_folder_or_through_a_link_is_the_same_command()
    {
        File.CreateSymbolicLink(_folder.PathOf("rialto"), Repository.PathOf("rialto"));
        Outcome direct = Command.Rialto("--help").Succeed();
        Outcome linked = (new Command(_folder.PathOf("rialto"), "--help") { Folder = _folder.Path }).Succeed();

        Assert.Equal(direct.Output, linked.Output);
    }

    public void Dispose() => _folder.Dispose();
}
