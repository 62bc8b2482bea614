using System.Text.RegularExpressions;

namespace Rialto.Acceptance;

/// <summary>
/// Whatever is wrong with what somebody typed or wrote is told in one line, and nothing looks finished.
/// </summary>
public sealed partial class BadInputTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public BadInputTests()
    {
        string good = File.ReadAllText(Repository.Scenario("random-traders"));
        _folder.Write("good.yaml", good);
        _folder.Write("malformed.yaml", "name: [unclosed\n");
        _folder.Write("empty.yaml", "");
        _folder.Write("list.yaml", "- a\n- b\n");
        _folder.Write("twice.yaml", "name: a\nname: b\n");
        _folder.Write("endless.yaml", "a: &x [*x]\n");
        _folder.Write("unit.yaml", good.Replace("duration: 60 s", "duration: 60", StringComparison.Ordinal));
        _folder.Write("key.yaml", good.Replace("count:", "conut:", StringComparison.Ordinal));
        _folder.Write("kind.yaml", good.Replace("- random-traders:", "- random-tradres:", StringComparison.Ordinal));
        _folder.Write("missing.yaml", good.Replace("sleep: 1 s, ", "", StringComparison.Ordinal));
        _folder.Write("tick.yaml", good.Replace("opening: 10", "opening: 10.5", StringComparison.Ordinal));
        _folder.Write(
            "path.yaml", good.Replace("name: random-traders", "name: ../../elsewhere", StringComparison.Ordinal));
        _folder.Write("schedule.yaml", File.ReadAllText(Repository.Scenario("leeps-two-markets")));
        _folder.Write("leeps-elo-agents.csv", "at,agent\n1 s,2,3\n");
        _folder.Write("no-schedule.yaml", File.ReadAllText(Repository.Scenario("leeps-two-markets"))
            .Replace("leeps-elo-agents.csv", "nowhere.csv", StringComparison.Ordinal));
        _folder.Write("text.dll", "not an assembly");
        _folder.Write("sweep.yaml", "name: a\nscenario: good.yaml\nseeds: 1..2\n");
        _folder.Write(
            "cell.yaml",
            "name: a\nscenario: good.yaml\nparameters: { agents.random-traders.count: [1, -1] }\nseeds: 1..2\n");
        File.Copy(
            Repository.PathOf("artifacts", "bin", "Rialto.Cli", "release", "YamlDotNet.dll"),
            _folder.PathOf("no-agents.dll"));
        _folder.Write("full/note.txt", "");
        _folder.Write("file", "");
        Directory.CreateDirectory(_folder.PathOf("empty"));
        File.CreateSymbolicLink(_folder.PathOf("circle"), "circle");
        _folder.Write("tape.csv", TapePair.Messages);
        _folder.Write("book.csv", TapePair.Book);
        _folder.Write("cut.csv", TapePair.Messages[..^20]);
        _folder.Write("cut-book.csv", TapePair.Book[..^20]);
        _folder.Write("short-book.csv", TapePair.Book[..(TapePair.Book.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        _folder.Write("letters.csv", TapePair.Messages.Replace(",30,", ",thirty,", StringComparison.Ordinal));
    }

    /// <summary>
    /// What is typed after <c>./rialto</c>, two apostrophes for an empty word; and what the line must name.
    /// </summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "", "command" },
        { "simulat good.yaml", "'simulat'" },
        { "--sed 7", "'--sed'" },
        { "simulate", "simulate" },
        { "simulate ''", "empty" },
        { "simulate good.yaml more", "'more'" },
        { "simulate good.yaml --color", "'--color'" },
        { "simulate good.yaml --seed", "--seed" },
        { "simulate good.yaml --seed -1", "--seed -1" },
        { "simulate good.yaml --seed seven", "--seed seven" },
        { "simulate good.yaml --seed 18446744073709551616", "18446744073709551616" },
        { "simulate nowhere.yaml", "nowhere.yaml" },
        { "simulate circle", "circle" },
        { "sweep nowhere.yaml", "nowhere.yaml" },
        { "sweep good.yaml", "good.yaml:3:1: 'scenario' is missing" },
        { "sweep sweep.yaml --workers 0", "--workers 0" },
        { "sweep sweep.yaml --out file", "'file'" },
        { "sweep sweep.yaml --out full", "holds something that is no sweep" },
        { "sweep cell.yaml", "In the cell -1." },
        { "calibrate nowhere.yaml", "nowhere.yaml" },
        { "calibrate sweep.yaml", "'parameters'" },
        { "run-flow", "run-flow" },
        { "run-flow nowhere.bin", "nowhere.bin" },
        { "run-flow empty", "empty" },
        { "run-flow file", "file, header" },
        { "simulate empty", "empty: this is a folder" },
        { "simulate malformed.yaml", "malformed.yaml:2:1" },
        { "simulate empty.yaml", "empty.yaml" },
        { "simulate list.yaml", "list.yaml:1:1" },
        { "simulate twice.yaml", "twice.yaml:2:1" },
        { "simulate endless.yaml", "endless.yaml:1:" },
        { "simulate text.dll", "text.dll:1:1" },
        { "simulate unit.yaml", "unit.yaml:6:11: found '60', expected a time with its unit" },
        { "simulate key.yaml", "unknown key 'conut'; did you mean 'count'?" },
        { "simulate kind.yaml", "no agents called 'random-tradres'; did you mean 'random-traders'?" },
        { "simulate missing.yaml", "'sleep' is missing" },
        { "simulate tick.yaml", "'10.5' is not a whole number of ticks" },
        { "simulate path.yaml", "'../../elsewhere' cannot name a folder" },
        { "simulate schedule.yaml", "leeps-elo-agents.csv:2: 3 columns, expected 2" },
        { "simulate no-schedule.yaml", "nowhere.csv" },
        { "simulate good.yaml --set", "--set" },
        { "simulate good.yaml --set duration", "--set duration: expected path=value" },
        { "simulate good.yaml --set duration=0s", "--set duration=0s" },
        { "simulate good.yaml --set duration=[", "--set duration=[" },
        { "simulate good.yaml --set agents.3.random-traders.count=1", "'3' is not a place in a list of 1" },
        { "simulate good.yaml --set venues.exchange.institution=auction", "expected one of: continuous" },
        { "simulate good.yaml --set seed=-4", "found '-4'" },
        { "simulate good.yaml --out", "--out" },
        { "simulate good.yaml --out ''", "empty" },
        { "simulate good.yaml --out full", "'full': it is not empty" },
        { "simulate good.yaml --out file", "'file': it is a file" },
        { "simulate good.yaml --out file/below", "'file/below'" },
        { "simulate good.yaml --agents", "--agents" },
        { "simulate good.yaml --agents ''", "empty" },
        { "simulate good.yaml --agents nowhere.dll", "nowhere.dll" },
        { "simulate good.yaml --agents text.dll", "text.dll: this is not a .NET assembly" },
        { "simulate good.yaml --agents empty", "empty: this is not a .NET assembly" },
        { "simulate good.yaml --agents no-agents.dll", "YamlDotNet has no public class that derives from Agent" },
        { "replay", "command" },
        { "replay itch tape.csv", "'itch'" },
        { "replay lobster", "lobster" },
        { "replay lobster nowhere.csv", "nowhere.csv" },
        { "replay lobster circle", "circle" },
        { "replay lobster empty", "empty: this is a folder" },
        { "replay lobster empty.yaml", "empty.yaml" },
        { "replay lobster cut.csv --out run", "cut.csv, line 6" },
        { "replay lobster letters.csv --out run", "letters.csv, line 2, column 4" },
        { "replay lobster tape.csv --orderbook nowhere.csv", "nowhere.csv" },
        { "replay lobster tape.csv --orderbook cut-book.csv --out run", "cut-book.csv, line 6" },
        { "replay lobster tape.csv --orderbook short-book.csv --out run", "short-book.csv" },
        { "replay lobster tape.csv --orderbook tape.csv --out run", "tape.csv, line 1" },
        { "replay lobster tape.csv --out full", "'full': it is not empty" },
        { "replay journal", "journal" },
        { "replay journal nowhere", "nowhere" },
        { "replay journal empty", "empty/journal" },
        { "replay journal tape.csv", "tape.csv" },
        { "replay journal empty.yaml", "empty.yaml" },
        { "runs nowhere", "nowhere" },
        { "runs file", "file" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_line_that_names_it(string typed, string named)
    {
        string[] words =
            [.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "''" ? "" : word)];
        Outcome outcome = (Command.Rialto(words) with { Folder = _folder.Path }).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("rialto: ", outcome.Complaint, StringComparison.Ordinal);
        Assert.Contains(named, outcome.Complaint, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(_folder.Path, "manifest.json", SearchOption.AllDirectories),
            manifest => LooksFinished.IsMatch(File.ReadAllText(manifest)));
    }

    [Fact]
    public void A_tape_that_turns_out_to_be_damaged_leaves_a_folder_that_says_that_the_run_failed()
    {
        Outcome outcome = (
            Command.Rialto("replay", "lobster", "tape.csv", "--orderbook", "cut-book.csv", "--out", "run")
            with { Folder = _folder.Path }).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("failed", new KeptRun(_folder.PathOf("run")).Status);
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("\"status\": \"(complete|stopped)\"")]
    private static partial Regex LooksFinished { get; }
}
