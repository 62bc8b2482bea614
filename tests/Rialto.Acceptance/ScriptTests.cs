namespace Rialto.Acceptance;

/// <summary>
/// <c>./rialto</c> builds when it must and is silent about it: tried on a copy, with a <c>dotnet</c> that only
/// pretends.
/// </summary>
public sealed class ScriptTests : IDisposable
{
    const string Pretender = """
        #!/bin/sh
        if [ "$1" = build ]; then
            echo "noise of a build"
            echo "complaint of a build" >&2
            [ -e "$PRETEND_FAILURE" ] && exit 1
            mkdir -p artifacts/bin/Rialto.Cli/release
            : >artifacts/bin/Rialto.Cli/release/rialto.dll
            echo built >>builds
            exit 0
        fi
        shift
        echo "the program was given: $*"
        exit 3

        """;

    readonly TemporaryFolder _folder = new();

    public ScriptTests()
    {
        foreach (
            string file in (string[])["src/Rialto.Cli/Program.cs", "global.json", "BannedSymbols.txt", ".editorconfig"])
            _folder.Write(file, "");

        _folder.Write("scripts/build.sh", File.ReadAllText(Repository.PathOf("scripts", "build.sh")));
        MakeExecutable(_folder.Write("rialto", File.ReadAllText(Repository.PathOf("rialto"))));
        MakeExecutable(_folder.Write("bin/dotnet", Pretender));
    }

    int Builds => File.Exists(_folder.PathOf("builds")) ? File.ReadAllLines(_folder.PathOf("builds")).Length : 0;

    [Fact]
    public void The_first_start_builds_and_only_the_program_is_heard()
    {
        Outcome outcome = Rialto("runs", "a folder").Run();

        Assert.Equal(new Outcome(3, "the program was given: runs a folder\n", ""), outcome);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void It_builds_again_only_after_a_source_has_changed_come_or_gone()
    {
        Rialto().Run();
        Rialto().Run();
        Assert.Equal(1, Builds);

        _folder.Write("src/Rialto.Cli/New.cs", "");
        Rialto().Run();
        Assert.Equal(2, Builds);

        File.Delete(_folder.PathOf("src", "Rialto.Cli", "New.cs"));
        Rialto().Run();
        Rialto().Run();
        Assert.Equal(3, Builds);
    }

    [Fact]
    public void A_build_that_fails_is_shown_on_standard_error_and_the_program_does_not_start()
    {
        _folder.Write("fail", "");
        Outcome outcome = Rialto().Run();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains("noise of a build\ncomplaint of a build\n", outcome.Errors, StringComparison.Ordinal);

        File.Delete(_folder.PathOf("fail"));
        Assert.Equal(3, Rialto().Run().ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    Command Rialto(params string[] arguments) => new(_folder.PathOf("rialto"), arguments)
    {
        Folder = _folder.Path,
        Variables = new Dictionary<string, string>
        {
            ["PATH"] = _folder.PathOf("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["PRETEND_FAILURE"] = _folder.PathOf("fail"),
        },
    };

    static void MakeExecutable(string path) => new Command("chmod", "+x", path).Succeed();
}
