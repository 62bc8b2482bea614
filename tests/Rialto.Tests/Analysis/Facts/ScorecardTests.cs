using System.Text.Json.Nodes;
using System.Xml.Linq;
using Rialto.Analysis;

namespace Rialto.Tests.Analysis;

public sealed class ScorecardTests
{
    static readonly Lazy<Scorecard> TwoHours = new(() => Scorecard.Of([Walk("walk", 7_200), Walk("short", 30)]));

    static Scorecard Card => TwoHours.Value;

    [Fact]
    public void Every_fact_says_what_it_measures_what_is_expected_and_who_found_it()
    {
        Assert.Equal(27, Card.Lines.Count);
        Assert.All(Card.Lines, line => Assert.All(
            (string[])[line.Key, line.Group, line.Name, line.Statistic, line.Reference, line.Source],
            text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.Equal(Card.Lines.Count, Card.Lines.Select(line => line.Key).Distinct().Count());
    }

    [Fact]
    public void What_cannot_be_judged_says_why_and_what_can_has_a_number()
    {
        Assert.All(Card.Lines.SelectMany(line => line.Outcomes), outcome =>
        {
            Assert.Equal(outcome.Verdict == Verdict.NotApplicable, outcome.Reason.Length > 0);
            Assert.True(outcome.Verdict == Verdict.NotApplicable || outcome.Value.HasValue);
        });
    }

    [Fact]
    public void A_fact_is_judged_by_its_bar_if_the_data_permit()
    {
        FactOutcome outcome = OutcomeOf("linear-autocorrelation", 0);
        bool isLow = Math.Abs(outcome.Value!.Value) <= Math.Max(0.05, Card.Markets[0].Noise);

        Assert.Equal(isLow ? Verdict.Holds : Verdict.Fails, outcome.Verdict);
        Assert.Equal(Verdict.NotApplicable, OutcomeOf("leverage", 0).Verdict);
        Assert.Equal("needs most of a day", OutcomeOf("u-shape", 0).Reason);
        Assert.Equal("the tape has no orders", OutcomeOf("cancels", 0).Reason);
    }

    [Fact]
    public void A_market_of_seconds_is_not_judged_by_what_needs_longer_returns()
    {
        FactOutcome outcome = OutcomeOf("linear-autocorrelation", 1);

        Assert.NotNull(outcome.Value);
        Assert.Equal(Verdict.NotApplicable, outcome.Verdict);
        Assert.Contains("shorter returns bounce", outcome.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23_400, 60)]
    [InlineData(18_000, 60)]
    [InlineData(17_999, 15)]
    [InlineData(6_300, 10)]
    [InlineData(600, 1)]
    [InlineData(49, 0.05)]
    public void The_interval_is_a_minute_or_the_longest_of_which_a_short_session_has_six_hundred(
        double session, double interval)
    {
        Horizon horizon = new(default, new((long)(session * 1e9)));

        Assert.Equal(interval, FactsInterval.Of(horizon).Seconds);
        Assert.Equal(0, FactsInterval.Of(horizon).Nanoseconds % FactsInterval.SamplingOf(horizon).Nanoseconds);
    }

    [Fact]
    public void Returns_of_the_whole_session_are_taken()
    {
        Assert.Equal(10, Card.Markets[0].Interval.Seconds);
        Assert.InRange(Card.Markets[0].Returns.Length, 710, 720);
        Assert.InRange(Card.Markets[1].Returns.Length, 590, 600);
    }

    [Fact]
    public void A_scorecard_counts_what_holds()
    {
        Assert.Equal(["walk", "short"], Card.Columns);
        Assert.Equal(Card.Lines.Count(line => line.Outcomes[0].Verdict == Verdict.Holds), Card.Holding(0));
        Assert.InRange(Card.Judged(0), Card.Holding(0), Card.Lines.Count);
        Assert.True(Card.Judged(1) < Card.Judged(0));
    }

    [Fact]
    public void Programs_read_the_scorecard_as_JSON()
    {
        JsonObject json = JsonNode.Parse(Card.ToJson().ToJsonString())!.AsObject();

        Assert.Equal(
            Card.Lines.Select(line => line.Key), json["facts"]!.AsArray().Select(fact => (string)fact!["key"]!));
        Assert.Equal(["walk", "short"], json["markets"]!.AsArray().Select(market => (string)market!["name"]!));
        JsonNode outcome = json["markets"]![0]!["facts"]!["linear-autocorrelation"]!;
        Assert.Equal(Scorecard.WordFor(OutcomeOf("linear-autocorrelation", 0).Verdict), (string)outcome["verdict"]!);
        Assert.Equal(OutcomeOf("linear-autocorrelation", 0).Value!.Value, (double)outcome["value"]!, 9);
        Assert.Null(outcome["reason"]);
    }

    [Fact]
    public void The_page_is_one_well_formed_file_with_a_panel_per_curve_and_no_script()
    {
        string html = FactsPage.Of(Card, "./rialto facts walk", "0.1.0");
        XDocument page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

        Assert.Equal(12, page.Descendants("figure").Count());
        Assert.Equal(27 + 4, page.Descendants("tbody").Elements("tr").Count());
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(
            "http", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_markets_give_the_same_page() => Assert.Equal(
        FactsPage.Of(Scorecard.Of([Walk("one", 60)]), "again", "0.1.0"),
        FactsPage.Of(Scorecard.Of([Walk("one", 60)]), "again", "0.1.0"));

    [Fact]
    public void Markets_in_which_nothing_happened_are_left_out()
    {
        FactsRecord silent = new(SyntheticRun.Directory(1, 2), new(default, new(1_000_000_000)));
        Assert.Empty(Scorecard.Of([new ObservedMarket("silent", "", false, true, silent)]).Columns);
    }

    static FactOutcome OutcomeOf(string key, int column) => Card.Lines.Single(line => line.Key == key).Outcomes[column];

    static ObservedMarket Walk(string name, double seconds)
    {
        FactsRecord record = new(SyntheticRun.Directory(1, 3), new(default, new((long)(seconds * 1e9))));
        SyntheticRun.Walk(record, 1, 3, seconds, stepsPerSecond: seconds > 60 ? 2 : 40, withValue: true, seed: 7);
        return new(name, "synthetic", IsTape: false, HasSides: true, record);
    }
}
