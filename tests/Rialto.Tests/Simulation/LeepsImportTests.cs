using Rialto.Markets;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>The parameter file of the LEEPS market simulator is taken as it is.</summary>
public sealed class LeepsImportTests
{
    [Fact]
    public void A_parameters_file_is_recognised_and_becomes_a_scenario()
    {
        Scenario scenario = Read(LeepsText.Parameters);

        Assert.Equal(
            """
            name: leeps-two-markets
            description: "Two markets for one asset: investors in both, ELO agents in the focal one"
            source: "Leeps-Lab/financial_market_simulator (parameters.yaml)"
            duration: 12 s
            seed: 11
            instruments: { XYZ: { tick: 0.0001, lot: 1 } }
            venues: { focal: { institution: continuous }, external: { institution: continuous } }
            values: { XYZ: { path: [[0 s, 100], [2 s, 100], [6 s, 90]] } }
            agents: [{ investors: { name: focal-investors, venue: focal, order-latency: 10 ms, rate: 5 / s, offset: 1, deviation: 1.2, bias: 0, grid: 1, lifetime: 7 s } }, { investors: { name: external-investors, venue: external, order-latency: 10 ms, rate: 10 / s, offset: 1, deviation: 1.2, bias: 0, grid: 1, lifetime: 7 s } }, { elo: { count: 3, venue: focal, watch: external, grid: 1, schedule: [[3 s, 1, slow, 1, 0.1, 0.5], [4 s, 2, fast, 0, 0.1, 0], [5 s, 3, slow, 0, 0.1, 0]], signed-volume-multiplier: 4, inventory-multiplier: 2, reference-decay: 0.2, volume-decay: 0.5, speed-cost: 2, tax-rate: 0.1 } }]
            record: [events, orders, executions, trades, quotes, candles, accounts, agents, values, journal]

            """, YamlDocument.Write(scenario.Document));
        Assert.Equal(new LeepsStudy(new Ticks(10_000), 0.2, 0.5, false, Duration.FromSeconds(12)), scenario.Leeps);
        Assert.Equal(
        [
            "parameters.yaml:3:1: 'fundamental_value_noise_mean' is ignored: the fundamental value is read from "
                + "'fundamental_values'.",
            "parameters.yaml:4:1: 'fundamental_value_noise_std' is ignored: the fundamental value is read from "
                + "'fundamental_values'.",
            "parameters.yaml:9:1: 'lambdaJ' is ignored: the fundamental value is read from 'fundamental_values'.",
            "parameters.yaml:16:1: 'focal_market_fba_interval' is ignored: that market is not a batch auction.",
            "parameters.yaml:18:1: 'external_market_fba_interval' is ignored: that market is not a batch auction.",
        ], Ignored(scenario));
    }

    [Fact]
    public void What_nobody_knows_is_reported_and_what_is_missing_has_the_simulators_own_value()
    {
        Scenario scenario = Read(
            "session_duration: 5\ninitial_price: 1000000\ncolour: blue\nagent_state_configs: []\n");

        Assert.Equal(["parameters.yaml:3:1: 'colour' is ignored: the simulator knows no such key."], Ignored(scenario));
        Assert.Equal(
        [
            "duration: 5 s",
            "seed: 1",
            "values: { XYZ: { start: 100, jumps: { count: 2, mean: 0, deviation: 2 } } }",
        ], YamlDocument.Write(scenario.Document).Split('\n').Where(line =>
            line.Split(':')[0] is "duration" or "seed" or "values"));
        Assert.Equal(
            ["focal-investors", "external-investors"],
            scenario.Build(1).Directory.Participants.Select(participant => participant.Name));
    }

    [Fact]
    public void Each_market_is_continuous_or_a_batch_auction()
    {
        MarketSetup setup = Read(LeepsText.With("focal_market_format: CDA", "focal_market_format: FBA")).Build(1);
        Assert.Equal([new BatchRules { Interval = Duration.FromSeconds(2) }], setup.Venues[0].Rules);
        Assert.Equal([new ContinuousRules()], setup.Venues[1].Rules);

        setup = Read(LeepsText.With("external_market_format: CDA", "external_market_format: FBA")).Build(1);
        Assert.Equal([new ContinuousRules()], setup.Venues[0].Rules);
        Assert.Equal([new BatchRules { Interval = Duration.FromSeconds(1) }], setup.Venues[1].Rules);
    }

    [Fact]
    public void The_fundamental_value_is_read_or_drawn()
    {
        MarketSetup read = Read(LeepsText.Parameters).Build(1);
        Assert.Equal([100, 100, 90], ((double[])[0, 5.9, 6]).Select(at =>
            (double)read.Values[0]!.At(Timestamp.Zero + Duration.FromSeconds(at)).Ticks / 10_000));

        string text = LeepsText.With("from_array: True", "from_array: False");
        List<Timestamp> Jumps(ulong seed)
        {
            List<Timestamp> jumps = [];
            Timestamp at = Timestamp.Zero;
            while ((at = Read(text).Build(seed).Values[0]!.NextMove(at)) != Timestamp.Never)
                jumps.Add(at);
            return jumps;
        }

        Assert.Equal(6, Jumps(1).Count); // As many as 0.5 a second make in 12 seconds.
        Assert.Equal(Jumps(1), Jumps(1));
        Assert.NotEqual(Jumps(1), Jumps(2));
        Assert.Contains(
            "parameters.yaml:6:1: 'fundamental_values' is ignored: the fundamental value is drawn at random.",
            Ignored(Read(text)));
    }

    [Fact]
    public void The_seed_of_the_file_is_the_scenarios_and_has_an_effect()
    {
        Assert.Equal(11UL, Read(LeepsText.Parameters).Seed);
        Assert.Equal(12UL, Read(LeepsText.Parameters, "random_seed=12").Seed);
        Assert.Equal(1UL, Read(LeepsText.With("random_seed: 11", "random_seed: None")).Seed);

        ulong[] hashes = [.. ((string[])["11", "12"]).Select(seed => Read(LeepsText.Parameters, $"random_seed={seed}"))
            .Select(scenario => ScenarioRun.Hash(scenario, scenario.Seed))];
        Assert.NotEqual(hashes[0], hashes[1]);
    }

    [Fact]
    public void Facts_are_computed_as_they_were_if_that_is_asked_for()
    {
        Scenario legacy = Read("legacy: true\n" + LeepsText.Parameters);
        Assert.True(legacy.Leeps!.IsLegacy);
        Assert.NotEqual(ScenarioRun.Hash(Read(LeepsText.Parameters), 11), ScenarioRun.Hash(legacy, 11));
    }

    [Theory]
    [InlineData("1e20")]
    [InlineData("-1")]
    public void A_number_of_jumps_that_cannot_be_is_refused(string rate)
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => Read(
            LeepsText.With("from_array: True", "from_array: False").Replace(
                "lambdaJ: 0.5", $"lambdaJ: {rate}", StringComparison.Ordinal)));
        Assert.Equal("parameters.yaml:9:10: expected a number of jumps per second from 0 to 1000000.", refused.Message);
    }

    [Theory]
    [InlineData("session_duration: 12", "session_duration: 0", "1:19: expected a time above zero.")]
    [InlineData("session_duration: 12", "session_duration: 1e20",
        "1:19: '100000000000000000000 s' is out of range: expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData("session_duration: 12", "session_duration: long", "1:19: found 'long', expected a number.")]
    [InlineData("initial_price: 1000000", "initial_price: 1000000.5",
        "2:16: '100.00005' is not a whole number of ticks: the tick of XYZ is 0.0001.")]
    [InlineData("- [2, 1000000]", "- [2]", "7:5: expected [seconds, value].")]
    [InlineData("- [2, 1000000]", "- 2", "7:5: expected [seconds, value].")]
    [InlineData("- [2, 1000000]", "- [7, 1000000]", "8:5: the times of a path ascend.")]
    [InlineData("read_fundamental_values_from_array: True", "read_fundamental_values_from_array: perhaps",
        "5:37: found 'perhaps', expected true or false.")]
    [InlineData("lambdaI: [0.2, 0.1]", "lambdaI: [0.2]", "10:10: expected two numbers: focal and external.")]
    [InlineData("lambdaI: [0.2, 0.1]", "lambdaI: 0",
        "10:10: expected the mean seconds between two orders, from 0.000000001 to 1000000000.")]
    [InlineData("lambdaI: [0.2, 0.1]", "lambdaI: often",
        "10:10: found 'often', expected the mean seconds between two orders, or a list of two.")]
    [InlineData("time_in_force: 7", "time_in_force: -7",
        "14:16: '-7 s' is out of range: expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData(
        "focal_market_format: CDA", "focal_market_format: IEX", "15:22: found 'IEX'; expected one of: CDA, FBA.")]
    [InlineData("random_seed: 11", "random_seed: -1", "25:14: found '-1', expected a whole number from 0 on.")]
    [InlineData("- [3, 1, 0, 1, 0.1, 0.5]", "- [3, 1, 0, 1, 0.1]", "27:5: expected [time, agent, speed, a_x, a_y, w].")]
    [InlineData("- [3, 1, 0, 1, 0.1, 0.5]", "- [3, 0, 0, 1, 0.1, 0.5]",
        "27:9: found '0', expected a whole number from 1 to 100000.")]
    [InlineData("- [3, 1, 0, 1, 0.1, 0.5]", "- [3, 1, 2, 1, 0.1, 0.5]",
        "27:12: found '2', expected a whole number from 0 to 1.")]
    [InlineData("- [3, 1, 0, 1, 0.1, 0.5]", "- [3, 1, 0, much, 0.1, 0.5]", "27:15: found 'much', expected a number.")]
    [InlineData("- [3, 1, 0, 1, 0.1, 0.5]", "- [-3, 1, 0, 1, 0.1, 0.5]",
        "27:5: '-3 s' is out of range: expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData("agent_state_configs:", "agent_state_configs: 3\nmore:",
        "26:22: found '3', expected a list of [time, agent, speed, a_x, a_y, w].")]
    public void A_mistake_is_refused_where_it_stands(string part, string mistake, string message)
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => Read(LeepsText.With(part, mistake)));
        Assert.Equal("parameters.yaml:" + message, refused.Message);
    }

    static IEnumerable<string> Ignored(Scenario scenario) =>
        scenario.Ignored.Select(line => line[line.IndexOf("parameters.yaml", StringComparison.Ordinal)..]);

    static Scenario Read(string text, params IReadOnlyList<string> assignments)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("parameters.yaml", text);
        try
        {
            return ScenarioRun.Read(path, assignments);
        }
        catch (ScenarioException refused)
        {
            throw new ScenarioException(
                refused.Message.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        }
    }
}
