using Rialto.Simulation;

namespace Rialto.Tests.Simulation;

/// <summary>Files that are not there, that are something else, and tables beside a scenario.</summary>
public sealed class ScenarioFileTests
{
    const string Schedule = "schedule: [[3 s, 1, slow, 1, 0.1, 0.5]]";

    [Fact]
    public void A_file_that_cannot_be_read_is_refused()
    {
        using TemporaryFolder folder = new();
        Assert.Equal($"{folder.Path}: this is a folder, expected a scenario file.", Refusal(folder.Path));
        Assert.Equal($"{folder.PathOf("none.yaml")}: there is no such file.", Refusal(folder.PathOf("none.yaml")));
        Assert.StartsWith(
            $"{folder.PathOf("none/none.yaml")}: cannot be read: ", Refusal(folder.PathOf("none/none.yaml")),
            StringComparison.Ordinal);

        string binary = folder.Write("binary.yaml", "\0\u0001\u0002");
        Assert.StartsWith($"{binary}:1:", Refusal(binary), StringComparison.Ordinal);
        string empty = folder.Write("empty.yaml", "");
        Assert.Equal($"{empty}: expected one YAML document, found 0.", Refusal(empty));
        string list = folder.Write("list.yaml", "- a\n- b\n");
        Assert.Equal($"{list}:1:1: expected keys with values at the top, found a list.", Refusal(list));
        string word = folder.Write("word.yaml", "word\n");
        Assert.Equal($"{word}:1:1: expected keys with values at the top, found 'word'.", Refusal(word));
    }

    [Theory]
    [InlineData("at,agent,speed,signed-volume,inventory,external\n3 s,1,slow,1,0.1\n",
        "table.csv:2: 5 columns, expected 6: at, agent, speed, signed-volume, inventory, external.")]
    [InlineData("at,agent,speed,signed-volume,inventory,external\n\n3 s,1,quick,1,0.1,0.5\n",
        "table.csv:3:3: found 'quick'; expected one of: slow, fast.")]
    [InlineData("at,agent,speed,signed-volume,inventory,external\n3,1,slow,1,0.1,0.5\n",
        "table.csv:2:1: found '3', expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData("at,agent,speed,signed-volume,inventory\n3 s,1,slow,1,0.1\n",
        "table.csv:2:1: 'external' is missing: expected a value.")]
    [InlineData("at,agent,speed,signed-volume,inventory,external,more\n3 s,1,slow,1,0.1,0.5,6\n",
        "table.csv:2:7: unknown key 'more'; expected one of: at, agent, speed, signed-volume, inventory, external.")]
    [InlineData("", "table.csv: the file is empty, expected a first row with the names of the columns.")]
    public void A_table_with_a_mistake_is_refused_at_its_cell(string table, string message)
    {
        using TemporaryFolder folder = new();
        folder.Write("table.csv", table);
        string path = folder.Write("scenario.yaml", ScenarioText.With(Schedule, "schedule: table.csv"));

        Assert.Equal(folder.PathOf(message), Refusal(path));
    }

    [Fact]
    public void A_table_that_is_not_there_is_refused_where_it_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("scenario.yaml", ScenarioText.With(Schedule, "schedule: table.csv"));

        Assert.Equal(
            $"{path}:14:72: {folder.PathOf("table.csv")} cannot be read: there is no such file.", Refusal(path));
    }

    [Fact]
    public void A_table_says_what_a_list_would()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "table.csv", "at, agent, speed, external, inventory, signed-volume\n3 s, 1, slow, 0.5, 0.1, 1\n\n");
        string table = folder.Write("table.yaml", ScenarioText.With(Schedule, "schedule: table.csv"));
        string list = folder.Write("list.yaml", ScenarioText.Good);

        Assert.Equal(ScenarioRun.Hash(Read(list), 7), ScenarioRun.Hash(Read(table), 7));
    }

    static string Refusal(string path) => Assert.Throws<ScenarioException>(() => Read(path)).Message;

    static Scenario Read(string path) => new ScenarioReader(new AgentKinds()).ReadFile(path, []);
}
