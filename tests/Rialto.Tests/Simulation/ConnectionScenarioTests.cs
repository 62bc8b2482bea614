using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>How groups are connected, as a scenario says it.</summary>
public sealed class ConnectionScenarioTests
{
    [Fact]
    public void Latencies_and_thought_may_be_drawn_for_each_agent()
    {
        IReadOnlyList<AgentSetup> agents = Agents(
            "count: 50, order-latency: { uniform: [1 ms, 2 ms] }, data-latency: 3 ms, computation: { choice: [50 "
                + "ns, 1 us] }");

        Assert.All(agents, agent => Assert.InRange(agent.OrderLatency.Nanoseconds, 1_000_000, 2_000_000));
        Assert.All(agents, agent => Assert.Equal(new Duration(3_000_000), agent.DataLatency));
        Assert.True(agents.Select(agent => agent.OrderLatency).Distinct().Count() > 40);
        Assert.Equal([50L, 1_000L], agents.Select(agent => agent.Computation.Nanoseconds).Distinct().Order());
    }

    [Fact]
    public void On_a_line_the_latency_is_the_distance()
    {
        IReadOnlyList<AgentSetup> agents = Agents(
            "count: 30, location: { uniform: [0 ms, 10 ms] }, order-latency: 1 us",
            "network: { venues: { here: 4 ms, there: 9 ms } }");

        Assert.All(agents, agent =>
        {
            Link[] links = [.. agent.Links!];
            long position = 4_000_000
                - (links[0].DataLatency.Nanoseconds * (links[1].DataLatency.Nanoseconds >= 5_000_000 ? 1 : -1));
            Assert.Equal(Math.Abs(9_000_000 - position), links[1].DataLatency.Nanoseconds);
            Assert.Equal(links[0].DataLatency + new Duration(1_000), links[0].OrderLatency);
        });
    }

    [Fact]
    public void Between_regions_the_table_says_it_either_way()
    {
        const string Network = """
            network:
              latency: { ny: { ny: 50 us, chicago: 4 ms }, chicago: { ny: 5 ms, chicago: 60 us } }
              venues: { here: ny, there: chicago }
            """;

        AgentSetup agent = Assert.Single(Agents("region: chicago", Network));

        Assert.Equal(
            [new Link(new(5_000_000), new(4_000_000)), new Link(new(60_000), new(60_000))], agent.Links);
    }

    [Theory]
    [InlineData("location: 3 ms", "", "no place")]
    [InlineData("region: paris", "network: { latency: { ny: { ny: 1 us } }, venues: { here: ny, there: ny } }",
        "no region 'paris'")]
    [InlineData("location: 3 ms", "network: { venues: { here: 1 ms } }", "'there' no place")]
    [InlineData("region: b", "network: { latency: { a: { a: 1 us }, b: { b: 1 us } }, venues: { here: a, there: b } }",
        "how far 'b' is from 'a'")]
    [InlineData("order-jitter: soon", "", "a time with its unit")]
    [InlineData("data-jitter: { empirical: absent.csv }", "", "there is no such file")]
    public void What_does_not_connect_is_told(string keys, string network, string message)
    {
        ScenarioException told = Assert.Throws<ScenarioException>(() => Agents(keys, network));

        Assert.Contains(message, told.Message, StringComparison.Ordinal);
    }

    static IReadOnlyList<AgentSetup> Agents(string keys, string network = "")
    {
        string yaml = $$"""
            name: connections
            duration: 1 s
            instruments: { XYZ: { tick: 1 } }
            venues: { here: { institution: continuous }, there: { institution: continuous } }
            agents:
              - random-traders: { venue: here, sleep: 1 s, opening: 10, {{keys}} }
            {{network}}
            """;
        MapNode document = YamlDocument.Read(yaml, "test.yaml");
        return new ScenarioReader(new AgentKinds()).Read(document, ".").Build(3).Agents;
    }
}
