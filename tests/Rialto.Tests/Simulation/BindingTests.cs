using Rialto.Agents;
using Rialto.Simulation;

namespace Rialto.Tests.Simulation;

/// <summary>The parameters of an agent's constructor are the keys of its section.</summary>
public sealed class BindingTests
{
    const string Section =
        """
          - every-parameter:
              venue: focal
              count: 2
              most: 5
              span: 20 ms
              rate: 2 / s
              price: 1.25
              offset: -0.03
              size: 12
              weight: 0.125
              exact: 0.1
              large: 9007199254740993
              small: -3
              is-fast: yes
              label: "a: b"
              elsewhere: external
              mood: very-calm
              first: { at: 1 s, price: 2 }
              plan: [{ at: 1 s, price: 2, mood: very-calm }, [2 s, -0.5, restless]]
              steps: [3, 1, 2]
              perhaps: 3 s
        """;

    [Fact]
    public void Every_type_of_parameter_is_read()
    {
        string[] shown = [.. Read(Section).Build(1).Agents.Select(setup => setup.Agent).OfType<EveryParameter>().Select(
            agent => agent.Shown)];

        Assert.Equal(
            """
            number 1
            value 10000
            settings 5 7 ms
            span 20 ms
            rate 2
            price 125
            offset -3
            size 12
            weight 0.125
            exact 0.1
            large 9007199254740993
            small -3
            is-fast True
            label a: b
            elsewhere external
            mood VeryCalm
            first 1 s 200 Restless
            plan 1 s 200 VeryCalm, 2 s -50 Restless
            steps 3 1 2
            perhaps 3 s
            maybe 
            by-default 0
            usually VeryCalm
            seven 7
            """, shown[0]);
        Assert.Equal(shown[0].Replace("number 1", "number 2", StringComparison.Ordinal), shown[1]);
    }

    [Theory]
    [InlineData("most: 5", "pause: 1 s", "13:7: 'most' is missing: expected a number of lots.")]
    [InlineData("size: 12", "size: -1", "20:13: found '-1', expected a whole number from 0 to 1000000000.")]
    [InlineData("large: 9007199254740993", "large: 92233720368547758070",
        "23:14: found '92233720368547758070', expected a whole number.")]
    [InlineData("small: -3", "small: 3000000000",
        "24:14: found '3000000000', expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("is-fast: yes", "is-fast: maybe", "25:16: found 'maybe', expected true or false.")]
    [InlineData("label: \"a: b\"", "label: []", "26:14: found a list, expected a text.")]
    [InlineData(
        "elsewhere: external", "elsewhere: externl", "27:18: there is no venue 'externl'; did you mean 'external'?")]
    [InlineData("mood: very-calm\n", "mood: VeryCalm\n", "28:13: found 'VeryCalm'; did you mean 'very-calm'?")]
    [InlineData("first: { at: 1 s, price: 2 }", "first: { at: 1 s, prize: 2 }",
        "29:25: 'price' is missing; did you mean it by 'prize'?")]
    [InlineData("first: { at: 1 s, price: 2 }", "first: [1 s]", "29:14: 1 values, expected 3: at, price, mood.")]
    [InlineData(
        "first: { at: 1 s, price: 2 }", "first: 1 s", "29:14: expected a mapping, or a list of 3 values, found '1 s'.")]
    [InlineData("steps: [3, 1, 2]", "steps: [3, one]",
        "31:18: found 'one', expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("steps: [3, 1, 2]", "steps: 3", "31:14: found '3', expected a list, or the name of a .csv file.")]
    [InlineData(
        "perhaps: 3 s", "seven: 8", "13:7: 'perhaps' is missing: expected a time with its unit, for example 500 ms.")]
    public void What_does_not_fit_the_type_is_refused(string part, string mistake, string message)
    {
        Assert.Equal(2, Section.Split(part).Length);
        ScenarioException refused = Assert.Throws<ScenarioException>(() =>
            Read(Section.Replace(part, mistake, StringComparison.Ordinal)));

        Assert.Equal("scenario.yaml:" + message, refused.Message);
    }

    [Fact]
    public void Agents_of_another_assembly_are_found_by_their_names()
    {
        AgentKinds kinds = new();
        Assert.Superset(new HashSet<string>(["elo", "investors", "random-traders"]), new HashSet<string>(kinds.Names));
        Assert.DoesNotContain("every-parameter", kinds.Names);

        kinds.Add(typeof(EveryParameter).Assembly);
        Assert.Superset(
            new HashSet<string>(["elo", "every-parameter", "investors", "only-a-rate", "random-traders", "thrower"]),
            new HashSet<string>(kinds.Names));

        ScenarioException twice = Assert.Throws<ScenarioException>(() => kinds.Add(typeof(EveryParameter).Assembly));
        Assert.StartsWith("Two classes of agents are called '", twice.Message, StringComparison.Ordinal);
        ScenarioException none = Assert.Throws<ScenarioException>(() => kinds.Add(typeof(Scenario).Assembly));
        Assert.Equal("Rialto.Simulation has no public class that derives from Agent.", none.Message);
    }

    [Fact]
    public void Agents_are_loaded_from_a_file()
    {
        AgentKinds kinds = new();
        kinds.AddFile(typeof(EveryParameter).Assembly.Location);
        Assert.Contains("every-parameter", kinds.Names);

        using TemporaryFolder folder = new();
        Assert.Equal(
            $"{folder.PathOf("none.dll")}: there is no such file.",
            Assert.Throws<ScenarioException>(() => kinds.AddFile(folder.PathOf("none.dll"))).Message);
        string text = folder.Write("text.dll", "not an assembly");
        Assert.Equal(
            $"{text}: this is not a .NET assembly that can be loaded here.",
            Assert.Throws<ScenarioException>(() => kinds.AddFile(text)).Message);
    }

    [Fact]
    public void What_a_constructor_throws_is_told_where_it_was_asked_for() =>
        Assert.Equal(
            "scenario.yaml:12:14: how: Not like that.",
            Assert.Throws<ScenarioException>(() => Read("  - thrower: { venue: focal, how: badly }")).Message);

    static Scenario Read(string section)
    {
        AgentKinds kinds = new();
        kinds.Add(typeof(EveryParameter).Assembly);
        return ScenarioText.Read(ScenarioText.With("agents:\n", $"agents:\n{section}\n"), kinds);
    }
}

/// <summary>Refuses everything.</summary>
public sealed class Thrower : Agent
{
    public Thrower(string how) => throw new ArgumentException("Not like that.", nameof(how));

    protected override AgentTask TradeAsync(IMarketAccess market) => default;
}
