namespace Rialto.Acceptance;

/// <summary>
/// The same scenario and seed give the same files, whoever compiled the program and wherever it runs.
/// </summary>
public sealed class DeterminismTests : IDisposable
{
    static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["LC_ALL"] = "de_DE.UTF-8",
        ["LANG"] = "tr_TR.UTF-8",
        ["TZ"] = "Asia/Kathmandu",
    };

    readonly TemporaryFolder _folder = new();

    [Theory, MemberData(nameof(SimulateTests.Scenarios), MemberType = typeof(SimulateTests))]
    public void Another_language_time_zone_and_folder_change_nothing(string scenario)
    {
        string path = Repository.Scenario(scenario);
        KeptRun here = KeptRun.Of(path, 7, _folder.PathOf("here"));
        (Command.Rialto("simulate", path, "--seed", "7", "--out", "there") with
        {
            Folder = _folder.Path, Variables = Elsewhere,
        })
            .Succeed();

        Assert.Equal(here.Content, new KeptRun(_folder.PathOf("there")).Content);
    }

    [Fact]
    public void Another_language_and_time_zone_change_no_replay()
    {
        (string messages, string book) = TapePair.WriteTo(_folder);
        Command here = Command.Rialto(
            "replay", "lobster", messages, "--orderbook", book, "--out", _folder.PathOf("here"));
        here.Succeed();
        (Command.Rialto("replay", "lobster", messages, "--orderbook", book, "--out", "there") with
        {
            Folder = _folder.Path, Variables = Elsewhere,
        })
            .Succeed();

        Assert.Equal(new KeptRun(_folder.PathOf("here")).Content, new KeptRun(_folder.PathOf("there")).Content);
    }

    /// <summary>One test for both scenarios, because the program is built for it.</summary>
    [Fact]
    public void Debug_and_Release_do_the_same()
    {
        new Command(
            Command.Dotnet, "build", "src/Rialto.Cli", "-c", "Debug", "--no-restore", "-nologo", "-v:quiet",
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false").Succeed();
        string program = Repository.PathOf("artifacts", "bin", "Rialto.Cli", "debug", "rialto.dll");

        foreach (string scenario in (string[])["leeps-two-markets", "random-traders"])
        {
            string path = Repository.Scenario(scenario);
            KeptRun release = KeptRun.Of(path, 7, _folder.PathOf(scenario, "release"));
            new Command(
                Command.Dotnet, program, "simulate", path, "--seed", "7", "--out",
                _folder.PathOf(scenario, "debug")).Succeed();

            Assert.Equal(release.Content, new KeptRun(_folder.PathOf(scenario, "debug")).Content);
        }
    }

    public void Dispose() => _folder.Dispose();
}
