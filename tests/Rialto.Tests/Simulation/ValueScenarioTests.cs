using Rialto.Agents;
using Rialto.Simulation;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>The section <c>values</c>: random processes in units of the field, correlations, files.</summary>
public sealed class ValueScenarioTests
{
    const string Path = "  XYZ: { path: [[0 s, 100], [5 s, 90]] }";

    /// <summary>The oracle of ABIDES' rmsc04, in cents: κ = 1.67e-16 per ns, σ = 5e-5 cents per √ns.</summary>
    [Fact]
    public void The_oracle_of_abides_can_be_written_down()
    {
        const string Oracle =
            """
              XYZ:
                mean-reverting:
                  mean: 1000
                  reversion: 1.67e-16 / ns
                  volatility: 5e-7 / sqrt(ns)
                  megashocks: { rate: 2.77778e-18 / ns, mean: 10, deviation: 2.236 }
            """;
        FundamentalValue value = Value(ScenarioText.With(Path, Oracle));

        Assert.Equal(new Price(100_000), value.At(Timestamp.Zero));
        double deviation = Deviation(time => Math.Sqrt(time) * 5e-5, ScenarioText.With(Path, Oracle), Clock.At(10_000));
        Assert.InRange(deviation, 0.93, 1.07);
    }

    [Theory]
    [InlineData("random-walk: { start: 100, volatility: 2 / sqrt(s) }", 632.45)]
    [InlineData("random-walk: { start: 100, volatility: 2 / sqrt(4 s) }", 316.23)]
    // 200 √((1 − 2⁻²) / (2 ln 2 / 10))
    [InlineData("mean-reverting: { mean: 100, half-life: 10 s, volatility: 2 / sqrt(s) }", 465.1)]
    // 10 000 e^0.1 √(e^0.001 − 1)
    [InlineData("geometric: { start: 100, volatility: 1 % / sqrt(s), drift: 1 % / s }", 351.2)]
    public void A_process_has_the_volatility_written_down(string process, double expected) => Assert.InRange(
        Deviation(_ => expected, ScenarioText.With(Path, $"  XYZ: {{ {process} }}"), Clock.At(10_000)), 0.93, 1.07);

    [Fact]
    public void A_value_with_an_interval_moves_only_then()
    {
        FundamentalValue stepped = Value(
            ScenarioText.With(Path, "  XYZ: { random-walk: { start: 100, volatility: 2 / sqrt(s) }, every: 3 s }"));
        FundamentalValue always = Value(
            ScenarioText.With(Path, "  XYZ: { random-walk: { start: 100, volatility: 2 / sqrt(s) } }"));

        Assert.Equal([Clock.At(3000), Clock.At(6000), Clock.At(9000), Timestamp.Never], Moves(stepped, 4));
        Assert.Equal([Clock.At(10), Clock.At(20), Clock.At(30)], Moves(always, 3));
        Assert.Equal(always.At(Clock.At(6000)), stepped.At(Clock.At(8999.999)));
        Assert.NotEqual(always.At(Clock.At(8999.999)), stepped.At(Clock.At(8999.999)));
    }

    [Fact]
    public void Values_are_correlated_as_written_and_an_instrument_more_leaves_them_as_they_were()
    {
        const string Values =
            """
              XYZ: { random-walk: { start: 100, volatility: 2 / sqrt(s) } }
              ABC: { random-walk: { start: 100, volatility: 2 / sqrt(s) } }
              correlations: [[XYZ, ABC, -0.7]]
            """;
        string two = ScenarioText.With(Path, Values).Replace(
            "  XYZ: { tick: 0.01, lot: 1 }", "  XYZ: { tick: 0.01, lot: 1 }\n  ABC: { tick: 0.01, lot: 1 }",
            StringComparison.Ordinal)
            .Replace("venue: ", "instrument: XYZ, venue: ", StringComparison.Ordinal);
        Scenario scenario = ScenarioText.Read(two);
        List<(double, double)> moves = [];
        for (ulong seed = 0; seed < 3000; seed++)
        {
            FundamentalValue?[] values = [.. scenario.Build(seed).Values];
            moves.Add((values[0]!.At(Clock.At(9000)).Ticks - 10_000, values[1]!.At(Clock.At(9000)).Ticks - 10_000));
        }

        double correlation = moves.Average(move => move.Item1 * move.Item2) / Math.Sqrt(
            moves.Average(move => move.Item1 * move.Item1) * moves.Average(move => move.Item2 * move.Item2));
        Assert.InRange(correlation, -0.74, -0.66);
        FundamentalValue alone = Value(
            ScenarioText.With(Path, "  XYZ: { random-walk: { start: 100, volatility: 2 / sqrt(s) } }"));
        Assert.Equal(alone.At(Clock.At(777)), scenario.Build(7).Values[0]!.At(Clock.At(777)));
    }

    [Fact]
    public void A_path_is_read_from_a_file_and_kept_with_the_scenario()
    {
        using TemporaryFolder folder = new();
        folder.Write("path.csv", "time,instrument,value\n0.000000000,XYZ,100\n0.000000000,ABC,50\n1500 ms,XYZ,98.5\n");
        string file = folder.Write(
            "scenario.yaml", ScenarioText.With("path: [[0 s, 100], [5 s, 90]]", "path: path.csv"));
        Scenario scenario = new ScenarioReader(new AgentKinds()).ReadFile(file, []);

        FundamentalValue value = scenario.Build(1).Values[0]!;
        Assert.Equal((new Price(10_000), new Price(9_850)), (value.At(Clock.At(1499)), value.At(Clock.At(1500))));
        string kept = folder.Write("kept.yaml", YamlDocument.Write(scenario.Document));
        folder.Write("path.csv", "");
        Assert.Equal(new Price(9_850), new ScenarioReader(new AgentKinds()).ReadFile(kept, [])
            .Build(1).Values[0]!.At(Clock.At(1500)));
    }

    [Theory]
    [InlineData("time,value\n0,100\n1 s,nothing\n",
        "path.csv:3:2: found 'nothing', expected an amount of currency, for example 100.25.")]
    [InlineData("time,value\n0,100\n1 s\n", "path.csv:3: 1 columns, expected 2: time, value.")]
    [InlineData("time,worth\n0,100\n", "path.csv:2:1: 'value' is missing: expected a column with values.")]
    [InlineData("time,value\n1,100\n", "path.csv:2:1: the first value of a path is that at 0 s.")]
    public void A_file_that_is_no_path_is_refused_at_its_line(string text, string message)
    {
        using TemporaryFolder folder = new();
        folder.Write("path.csv", text);
        string file = folder.Write(
            "scenario.yaml", ScenarioText.With("path: [[0 s, 100], [5 s, 90]]", "path: path.csv"));
        ScenarioException refused = Assert.Throws<ScenarioException>(() =>
            new ScenarioReader(new AgentKinds()).ReadFile(file, []));

        Assert.EndsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XYZ: { mean-reverting: { mean: 100, volatility: 2 / sqrt(s) } }",
        "10:26: 'reversion' is missing: expected how fast it reverts, for example 0.01 / s, or a 'half-life'.")]
    [InlineData("XYZ: { mean-reverting: { mean: 100, half-life: 1 s, reversion: 1 / s, volatility: 2 / sqrt(s) } }",
        "10:66: say 'half-life' or 'reversion', not both.")]
    [InlineData("XYZ: { random-walk: { start: 100, volatility: 2 / s } }",
        "10:49: found '2 / s', expected an amount of currency per square root of time, for example 0.05 / sqrt(s).")]
    [InlineData("XYZ: { random-walk: { start: 100, volatility: -2 / sqrt(s) } }", "10:49: found '-2 / sqrt(s)', "
        + "expected an amount of currency per square root of time, for example 0.05 / sqrt(s).")]
    [InlineData("XYZ: { random-walk: { start: 100, volatility: 2 / sqrt(week) } }", "10:49: found '2 / sqrt(week)', "
        + "expected an amount of currency per square root of time, for example 0.05 / sqrt(s).")]
    [InlineData(
        "XYZ: { geometric: { start: 0, volatility: 2 % / sqrt(d) } }", "10:30: a geometric value starts above zero.")]
    [InlineData("XYZ: { geometric: { start: 1, volatility: 2 / sqrt(d) } }", "10:45: found '2 / sqrt(d)', expected a "
        + "part per square root of time, for example 2 % / sqrt(d) or 20 % / sqrt(365 d).")]
    [InlineData("XYZ: { path: [[0 s, 100]], every: 1 s }",
        "10:30: unknown key 'every'; expected one of: mean-reverting, random-walk, geometric, dividends, path.")]
    [InlineData("XYZ: { path: file.txt }", "10:16: found 'file.txt', expected a list of [time, value], or the name of "
        + "a .csv file with the columns time and value.")]
    [InlineData("XYZ: { start: 100 }\n  correlations: [[XYZ, XYZ, 1]]",
        "11:18: only values that follow a random process can be correlated.")]
    [InlineData("XYZ: { random-walk: { start: 1, volatility: 1 / sqrt(s) } }\n  correlations: [[XYZ, ABC, 1]]",
        "11:24: there is no instrument 'ABC'; expected one of: XYZ.")]
    [InlineData("XYZ: { random-walk: { start: 1, volatility: 1 / sqrt(s) } }\n  correlations: [[XYZ, XYZ, 1]]",
        "11:18: two different instruments, and each pair once.")]
    public void A_mistake_is_refused_in_one_line(string values, string message) => Assert.Equal(
        "scenario.yaml:" + message,
        Assert.Throws<ScenarioException>(() => ScenarioText.Read(ScenarioText.With(Path, $"  {values}"))).Message);

    static FundamentalValue Value(string text) => ScenarioText.Read(text).Build(7).Values[0]!;

    static IEnumerable<Timestamp> Moves(FundamentalValue value, int count)
    {
        Timestamp at = Timestamp.Zero;
        return Enumerable.Range(0, count).Select(_ => at = value.NextMove(at)).ToArray();
    }

    /// <summary>
    /// The standard deviation of the value at a time, over many seeds, as a multiple of what is expected.
    /// </summary>
    static double Deviation(Func<double, double> expected, string text, Timestamp at)
    {
        Scenario scenario = ScenarioText.Read(text);
        double[] values =
            [.. Enumerable.Range(0, 3000).Select(seed => (double)scenario.Build((ulong)seed).Values[0]!.At(at).Ticks)];
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean))) / expected(at.Nanoseconds);
    }
}
