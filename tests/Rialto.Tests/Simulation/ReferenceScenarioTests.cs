using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Venues of a scenario whose pegged orders follow the quotes of others.</summary>
public sealed class ReferenceScenarioTests
{
    const string Venue = "focal: { institution: continuous, ties: arrival }";
    const string Others = "third: { institution: continuous }";

    [Theory]
    [InlineData("own", "")]
    [InlineData("{ venues: external }", "1 0")]
    [InlineData("{ venues: [external], delay: 350 us }", "1 350000")]
    [InlineData("{ venues: [third, external], delay: 1 ms }", "2 1000000, 1 1000000")]
    [InlineData("{ venues: all, delay: 2 ns }", "1 2, 2 2")]
    [InlineData("{ venues: { third: 350 us, external: 0 s } }", "2 350000, 1 0")]
    public void A_venue_names_whose_quotes_its_pegs_follow_and_how_late(string reference, string lines)
    {
        VenueSetup venue = Read($"institution: continuous, reference: {reference}").Venues[0];

        Assert.Equal(
            lines, string.Join(", ", venue.Reference.Select(line => $"{line.Venue.Value} {line.Delay.Nanoseconds}")));
        Assert.Equal(new ContinuousRules { FollowsExternalReference = lines.Length > 0 }, venue.Rules[0]);
    }

    [Fact]
    public void Its_rules_may_be_those_of_a_trading_day_behind_a_speed_bump()
    {
        VenueSetup venue = Read(
            "institution: { continuous: midpoint }, schedule: [[0 s, continuous]], speed-bump: 350 us, "
            + "reference: { venues: external }").Venues[0];

        SpeedBumpRules bump = Assert.IsType<SpeedBumpRules>(venue.Rules[0]);
        Assert.Equal(
            new ContinuousRules { Price = PriceRule.Midpoint, FollowsExternalReference = true },
            Assert.IsType<ScheduledRules>(bump.Inner).Inner);
        Assert.True(bump.IsReferred);
        Assert.StartsWith(
            "continuous double auction, at the midpoint of two limits, pegs follow quotes from elsewhere "
            + "in trading sessions", bump.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reference: extern", "7:48: found 'extern'; expected one of: own.")]
    [InlineData("reference: [external]", "7:48: expected own, or { venues: [lit], delay: 350 us }, found a list.")]
    [InlineData("reference: { venue: external }", "7:50: 'venues' is missing; did you mean it by 'venue'?")]
    [InlineData("reference: { venues: extrenal }", "7:58: there is no venue 'extrenal'; did you mean 'external'?")]
    [InlineData(
        "reference: { venues: [external, lit] }",
        "7:69: there is no venue 'lit'; expected one of: external, third.")]
    [InlineData(
        "reference: { venues: { lit: 1 ms } }",
        "7:60: there is no venue 'lit'; expected one of: external, third.")]
    [InlineData(
        "reference: { venues: [external, focal] }",
        "7:69: 'focal' is the venue itself: its own quotes are followed with 'reference: own'.")]
    [InlineData("reference: { venues: [external, external] }", "7:69: 'external' is named twice.")]
    [InlineData(
        "reference: { venues: [] }",
        "7:58: there is no other venue: expected all, the name of a venue, a list of names, or a delay by name.")]
    [InlineData(
        "reference: { venues: all, delay: -1 us }",
        "7:70: '-1 us' is out of range: expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData(
        "reference: { venues: all, delay: 350 }",
        "7:70: found '350', expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData(
        "reference: { venues: { external: -1 us } }",
        "7:70: '-1 us' is out of range: expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData(
        "reference: { venues: { external: 1 us }, delay: 1 us }",
        "7:78: unknown key 'delay'; expected one of: venues.")]
    [InlineData("reference: { venues: all, late: 1 us }", "7:63: unknown key 'late'; expected one of: venues, delay.")]
    public void A_mistake_is_refused_where_it_stands(string reference, string message) =>
        Refused($"institution: continuous, {reference}", message);

    [Theory]
    [InlineData("{ batch: 1 s }", "7:52: a frequent batch auction every 1 s has no pegged orders")]
    [InlineData("{ call: 1 s }", "7:51: a call auction every 1 s has no pegged orders")]
    public void Only_a_continuous_institution_has_pegs(string institution, string message) =>
        Refused($"institution: {institution}, reference: {{ venues: all }}", message);

    [Fact]
    public void A_market_of_one_venue_has_no_others()
    {
        const string Alone =
            """
            name: alone
            duration: 1 s
            instruments: { XYZ: { tick: 0.01 } }
            venues: { only: { institution: continuous, reference: { venues: all } } }
            """;

        Assert.Equal(
            "scenario.yaml:4:65: there is no other venue: expected all, the name of a venue, a list of names, "
            + "or a delay by name.",
            Assert.Throws<ScenarioException>(() => ScenarioText.Read(Alone)).Message);
    }

    /// <summary>
    /// The sniper that comes before the quotes trades with the pegs at the midpoint that was; the one that a bump holds
    /// up until they have come finds nobody.
    /// </summary>
    [Theory]
    [InlineData("350us", false)]
    [InlineData("250us", true)]
    public void A_speed_bump_longer_than_the_quotes_need_protects_pegs(string bump, bool isSniped)
    {
        Scenario scenario = ScenarioRun.Read(
            Repository.PathOf("scenarios/stale-pegs.yaml"), $"venues.protected.speed-bump={bump}");
        KeptJournal journal = new();
        SimulationRun run = new(scenario, 1, journal);
        SnipedLots sniped = new(run.Setup.Directory);
        run.Market.Add(sniped);
        run.Market.Add(new MarketMonitors(run.Market, run.Setup));
        while (run.Advance())
        {
        }

        Assert.True(sniped.AtBare > 20);
        Assert.Equal(isSniped, sniped.AtProtected > 0);

        Market replay = new(scenario.Build(1) with { Agents = [] });
        foreach (JournalRecord record in journal.Records)
            replay.Replay(record.Input);
        Assert.Equal(run.Market.Hash, replay.Hash);
    }

    static MarketSetup Read(string venue) =>
        ScenarioText.Read(ScenarioText.With(Venue, $"focal: {{ {venue}, ties: arrival }}")
            .Replace("values:", $"  {Others}\nvalues:", StringComparison.Ordinal)).Build(1);

    static void Refused(string venue, string message) =>
        Assert.StartsWith(
            $"scenario.yaml:{message}", Assert.Throws<ScenarioException>(() => Read(venue)).Message,
            StringComparison.Ordinal);

    /// <summary>How many lots the snipers have traded.</summary>
    sealed class SnipedLots(MarketDirectory directory) : IMarketListener
    {
        public long AtBare { get; private set; }

        public long AtProtected { get; private set; }

        public void OnStep(in Step step)
        {
            foreach (ref readonly MarketEvent happened in step.Events)
            {
                if (happened.Kind != EventKind.Executed)
                    continue;

                string who = directory[happened.Participant].Name;
                AtBare += who == "sniper-at-bare" ? happened.Quantity.Lots : 0;
                AtProtected += who == "sniper-at-protected" ? happened.Quantity.Lots : 0;
            }
        }
    }
}
