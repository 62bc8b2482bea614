using FsCheck;
using FsCheck.Fluent;
using Rialto.Simulation;
using Rialto.Tests.House;

namespace Rialto.Tests.Simulation;

/// <summary>The effective scenario, kept with every run, is the run again.</summary>
public sealed class EffectiveScenarioTests
{
    static readonly Gen<string> Texts =
        Gen.ListOf(Gen.Elements("a", "Z", "0", "-", ".", ",", " ", ":", ": ", "#", " #", "'", "\"", "\\", "\n", "\r",
            "\t", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "?", "µ", "é", "價", "\u0001", "\u0085",
            "\u2028", "\ufeff", "~", "null", "---", "...", "1,000", "=", "+"))
            .Select(string.Concat);

    public static TheoryData<string> Shipped => [.. Repository.Scenarios];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_is_written_and_read_again_gives_the_same_run(string file)
    {
        Scenario scenario = ScenarioRun.Read(Repository.PathOf(file), "duration=2 s");
        using TemporaryFolder folder = new();
        string kept = folder.Write("scenario.yaml", YamlDocument.Write(scenario.Document));
        Scenario again = ScenarioRun.Read(kept);

        Assert.Equal(YamlDocument.Write(scenario.Document), YamlDocument.Write(again.Document));
        Assert.Equal(ScenarioRun.Hash(scenario, scenario.Seed), ScenarioRun.Hash(again, again.Seed));
    }

    [Fact]
    public void The_scenario_of_a_parameters_file_is_one_of_ours()
    {
        using TemporaryFolder folder = new();
        Scenario imported = ScenarioRun.Read(folder.Write("parameters.yaml", LeepsText.Parameters));
        Scenario again = ScenarioRun.Read(folder.Write("scenario.yaml", YamlDocument.Write(imported.Document)));

        Assert.Equal(ScenarioRun.Hash(imported, 3), ScenarioRun.Hash(again, 3));
        Assert.Null(again.Leeps);
    }

    [Fact]
    public void Any_text_is_read_as_it_was_written() => Property.Holds(Texts, text =>
    {
        MapNode written = new(default);
        written.Set("text", default, new ScalarNode(default, text));
        written.Set(
            "list", default, new ListNode(default, [new ScalarNode(default, text), new ScalarNode(default, "x")]));
        MapNode map = new(default);
        map.Set(text, default, new ScalarNode(default, "x"));
        written.Set("map", default, map);

        MapNode read = YamlDocument.Read(YamlDocument.Write(written), "written");
        Assert.Equal(text, Assert.IsType<ScalarNode>(read.Find("text")).Text);
        Assert.Equal(
            [text, "x"], Assert.IsType<ListNode>(read.Find("list")).Items.Select(item => ((ScalarNode)item).Text));
        Assert.Equal([text], Assert.IsType<MapNode>(read.Find("map")).Keys);
    });
}
