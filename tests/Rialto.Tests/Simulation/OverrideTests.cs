using Rialto.Markets;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Values given on the command line.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void A_value_is_put_in_its_place_also_below_a_short_form()
    {
        Scenario scenario = ScenarioText.Read(
            ScenarioText.Good,
            "venues.focal.institution.batch=500ms", "venues.external.institution=continuous", "duration=3 s", "seed=8",
            "agents.1.random-traders.count=2",
            "agents.2.elo.schedule=[{ at: 1 s, agent: 2, speed: fast, signed-volume: 0, inventory: 0, external: 1 }]",
            "record=[trades]",
            "values.XYZ={ start: 50, jumps: { count: 3, deviation: 1 } }", "candles=5 min");
        MarketSetup setup = scenario.Build(1);

        Assert.Equal([new BatchRules { Interval = Duration.FromMilliseconds(500) }], setup.Venues[0].Rules);
        Assert.Equal([new ContinuousRules()], setup.Venues[1].Rules);
        Assert.Equal(
            (Duration.FromSeconds(3), 8UL, Duration.FromSeconds(300)),
            (scenario.Duration, scenario.Seed, scenario.CandleInterval));
        Assert.Equal([Recording.Trades], scenario.Record);
        Assert.Equal(
            ["investors", "random-traders/1", "random-traders/2", "elo/1", "elo/2"],
            setup.Directory.Participants.Select(participant => participant.Name));
        Assert.Equal(new Price(5000), setup.Values[0]!.At(Timestamp.Zero));
    }

    [Fact]
    public void Every_rule_of_a_batch_and_of_a_speed_bump_can_be_said()
    {
        MarketSetup setup = ScenarioText.Read(
            ScenarioText.Good,
            "venues.external.institution={ batch: 2 s, phase: 500 ms, price: buyer, rationing: pro-rata }",
            "venues.external.speed-bump=350us",
            "venues.focal.speed-bump={ delay: 1 ms, for: takers, delays: [enter, replace] }").Build(1);

        Assert.Equal(
            [
                new SpeedBumpRules
                {
                    Inner = new ContinuousRules(),
                    Delay = Duration.FromMilliseconds(1),
                    OnlyTakers = true,
                    Delays = RequestClasses.Enter | RequestClasses.Replace,
                },
                new SpeedBumpRules
                {
                    Inner = new BatchRules
                    {
                        Interval = Duration.FromSeconds(2),
                        Phase = Duration.FromMilliseconds(500),
                        Price = BatchPrice.Buyer,
                        Rationing = Rationing.ProRata,
                    },
                    Delay = new(350_000),
                },
            ],
            setup.Venues.Select(venue => venue.Rules[0]));
    }

    [Theory]
    [InlineData("", "--set : expected path=value, for example seed=7.")]
    [InlineData("seed", "--set seed: expected path=value, for example seed=7.")]
    [InlineData("=7", "--set =7: expected path=value, for example seed=7.")]
    [InlineData("venues..institution=continuous",
        "--set venues..institution=continuous: expected path=value, for example seed=7.")]
    [InlineData("colour=blue", "--set colour=blue: unknown key 'colour'; expected one of: name, description, source, "
        + "duration, seed, instruments, venues, settlement, values, network, agents, interventions, risk, record, "
            + "candles, call-budget.")]
    [InlineData("vanues.focal.institution=continuous",
        "--set vanues.focal.institution=continuous: unknown key 'vanues'; did you mean 'venues'?")]
    [InlineData("venues.focl.institution.batch=1 s",
        "--set venues.focl.institution.batch=1 s: there is no 'focl' among the venues; did you mean 'focal'?")]
    [InlineData("instruments.ABC.tick=1",
        "--set instruments.ABC.tick=1: there is no 'ABC' among the instruments; expected one of: XYZ.")]
    [InlineData("venues.focal.tie=random", "--set venues.focal.tie=random: unknown key 'tie'; did you mean 'ties'?")]
    [InlineData("values.ABC.start=1", "--set values.ABC.start=1: there is no instrument 'ABC'; expected one of: XYZ.")]
    [InlineData(
        "agents.3.elo.count=1", "--set agents.3.elo.count=1: '3' is not a place in a list of 3 (the first is 0).")]
    [InlineData(
        "agents.eloo.count=1", "--set agents.eloo.count=1: 'eloo' is not a place in a list of 3 (the first is 0).")]
    [InlineData("agents.0=1", "--set agents.0=1: name a key inside item 0 of the list.")]
    [InlineData("values.XYZ.path.0.1.x=1", "--set values.XYZ.path.0.1.x=1: there are no keys below '100', so no 'x'.")]
    [InlineData(
        "duration=10", "--set duration=10: found '10', expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData("description=", "--set description=: found nothing, expected a text.")]
    [InlineData("duration.long=10 s",
        "--set duration.long=10 s: found a mapping, expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData("record=[trades, tapes]", "--set record=[trades, tapes]:1:10: found 'tapes'; did you mean 'trades'?")]
    [InlineData("record=[trades", "--set record=[trades:2:1: this is not valid YAML: While parsing a flow sequence, "
        + "did not find expected ',' or ']'.")]
    public void A_value_for_nothing_is_refused(string assignment, string message) =>
        Assert.Equal(
            message, Assert.Throws<ScenarioException>(() => ScenarioText.Read(ScenarioText.Good, assignment)).Message);
}
