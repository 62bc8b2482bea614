using Rialto.Simulation;
using Rialto.Tests.House;

namespace Rialto.Tests.Simulation.Calibrations;

/// <summary>From the text of a calibration to what it searches.</summary>
public sealed class CalibrationReaderTests
{
    const string Good = """
        name: small
        scenario:
          name: market
          duration: 1 s
          instruments: { XYZ: { tick: 0.01 } }
          venues: { focal: { institution: continuous } }
          agents:
            - random-traders: { count: 2, cash: 100, sleep: 10 ms, opening: 10 }
        parameters:
          agents.random-traders.sleep: { from: 1 ms, to: 1 s, scale: log, start: 100 ms, label: pause }
          agents.random-traders.cash: { from: 100, to: 300, round: 0.01 }
        target: { synthetic: { set: { agents.random-traders.sleep: 20 ms }, seeds: 7..9 } }
        moments: [trades, { measure: focal.XYZ.volumeLots, target: tape.XYZ.volumeLots, scale: log }]
        seeds: 1..3

        """;

    [Fact]
    public void Parameters_are_shares_of_their_ranges()
    {
        Calibration calibration = Read(Good);
        CalibratedParameter pause = calibration.Parameters[0];
        CalibratedParameter cash = calibration.Parameters[1];

        Assert.Equal(("pause", "s", true), (pause.Label, pause.Unit, pause.IsLogarithmic));
        Assert.Equal(2 / 3.0, pause.Start, 9);
        Assert.Equal(0.5, cash.Start);
        Assert.Equal(("1 ms", "1000 ms", "166.67"), (pause.TextAt(0), pause.TextAt(1), cash.TextAt(1 / 3.0)));
        Assert.Equal(0.001, pause.NumberAt(0), 9);
        Assert.Equal(0.02, calibration.Target.TruthOf(pause)!.Value, 9);
        Assert.Null(calibration.Target.TruthOf(cash));
        Assert.Contains(
            "sleep: 1000 ms", RunSpec.Of(calibration.At([1, 0], new AgentKinds()), 1).Configuration,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_calibration_that_ships_can_be_read() => Assert.All(
        Repository.YamlBelow("scenarios/calibration/"), file =>
            Assert.NotEmpty(new CalibrationReader(new AgentKinds()).ReadFile(Repository.PathOf(file)).Moments));

    [Fact]
    public void Moments_and_targets_are_named_in_full()
    {
        Calibration calibration = Read(Good);

        Assert.Equal(
            [new CalibratedMoment("trades", "trades", false),
                new CalibratedMoment("focal.XYZ.volumeLots", "tape.XYZ.volumeLots", true)],
            calibration.Moments);
        Assert.Equal([7UL, 8, 9], calibration.Target.Seeds);
        Assert.Equal(
            (300, MomentWeighting.Diagonal, 1UL), (calibration.Evaluations, calibration.Weighting, calibration.Seed));
    }

    [Theory]
    [InlineData("moments: [trades, ", "moments: [", "1 moments cannot tell 2 parameters")]
    [InlineData("start: 100 ms", "start: 2 s", "found '2 s', expected a value between 1 ms and 1000 ms")]
    [InlineData("start: 100 ms", "start: 2", "expected the unit of 1 ms")]
    [InlineData("target: { ", "target: { metrics: a.json, ", "expected exactly one of: metrics, synthetic, values")]
    [InlineData("synthetic:", "syntetic:", "unknown key 'syntetic'; did you mean 'synthetic'?")]
    [InlineData("seeds: 1..3", "seeds: 1..3\nsearch: { evaluation: 3 }",
        "unknown key 'evaluation'; did you mean 'evaluations'?")]
    [InlineData("seeds: 1..3", "seeds: 1..3\nsearch: { tolerance: 2 }", "expected a share of the range")]
    [InlineData(
        "agents.random-traders.sleep: {", "agents.random-traders.slip: {", "unknown key 'slip'; did you mean 'sleep'?")]
    public void What_cannot_be_searched_is_told_before_anything_is_run(string good, string bad, string message)
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() =>
            Read(Good.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    static Calibration Read(string text) =>
        new CalibrationReader(new AgentKinds()).Read(YamlDocument.Read(text, "calibration.yaml"), ".");
}
