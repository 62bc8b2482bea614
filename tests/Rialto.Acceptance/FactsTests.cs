using System.Text.Json.Nodes;
using Rialto.Tests.Feeds;

namespace Rialto.Acceptance;

/// <summary>What <c>./rialto facts</c> promises.</summary>
public sealed class FactsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_run_and_a_tape_stand_side_by_side()
    {
        KeptRun.Of(Repository.Scenario("random-traders"), 7, _folder.PathOf("run"));
        (string messages, _) = TapePair.WriteTo(_folder);
        Outcome outcome = Command.Rialto("facts", _folder.PathOf("run"), "--tape", messages).Succeed();
        string page = File.ReadAllText(_folder.PathOf("run", "facts.html"));

        Assert.Equal("", outcome.Errors);
        Assert.Matches("fact +reference +random-traders · seed 7 +OURS", outcome.Output);
        Assert.DoesNotContain("other events than it recorded", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("LOBSTER, 2012-06-21", page, StringComparison.Ordinal);
        Assert.Contains("Scorecard", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scorecard_is_JSON_if_asked_for_and_then_there_is_no_page()
    {
        string ticks = _folder.Write(
            "OURS_trades.csv", string.Concat(Enumerable.Range(0, 400).Select(i =>
                $"{34_200_000 + (100 * i * i)},{1_000_000 + (i % 7)},{1 + (i % 50)},P,0,0\n")));
        Outcome outcome = Command.Rialto("facts", "--tape", ticks, "--json").Succeed();
        JsonNode market = Assert.Single(JsonNode.Parse(outcome.Output)!["markets"]!.AsArray())!;

        Assert.Equal("OURS", (string)market["name"]!);
        Assert.True((bool)market["isTape"]!);
        Assert.Equal(400, (int)market["trades"]!);
        Assert.Equal("the tape has no quotes", (string)market["facts"]!["impact"]!["reason"]!);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path), file =>
            file.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_gives_other_events_than_it_recorded_is_told()
    {
        KeptRun run = KeptRun.Of(Repository.Scenario("random-traders"), 7, _folder.PathOf("run"));
        File.WriteAllText(run.PathOf("manifest.json"), run.TextOf("manifest.json")
            .Replace(run.EventsHash, new string('0', 64), StringComparison.Ordinal));
        Outcome outcome = Command.Rialto("facts", _folder.PathOf("run")).Succeed();

        Assert.Contains("it gave other events than it recorded", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facts", "name the folder of a run, a scenario file or a --tape")]
    [InlineData("facts nowhere", "nowhere: there is no such folder or file")]
    [InlineData("facts --tape nowhere.csv", "nowhere.csv: there is no such file")]
    [InlineData("facts docs", "there is no scenario.yaml in this folder")]
    [InlineData("facts --tape README.md", "README.md, line 1: expected six columns")]
    public void What_cannot_be_read_is_said_in_one_line(string command, string complaint)
    {
        Outcome outcome = Command.Rialto(command.Split(' ')).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(complaint, outcome.Complaint, StringComparison.Ordinal);
    }

    [RecordedDataFact]
    public void A_stock_and_an_index_fund_show_most_of_what_can_be_judged()
    {
        JsonArray markets = JsonNode.Parse(Command.Rialto(
            "facts", "--json", "--tape", RecordedData.Single("lobster", "_message_"), "--tape",
            RecordedData.Single("ticks", "SPY"))
            .Succeed().Output)!["markets"]!.AsArray();

        Assert.Equal(["AAPL", "SPY"], markets.Select(market => (string)market!["name"]!));
        Assert.All(markets, market => Assert.True(
            (int)market!["holding"]! >= 0.7 * (int)market["judged"]!,
            $"{market["name"]}: {market["holding"]} of {market["judged"]}"));
        Assert.Equal(0.783, (double)markets[0]!["facts"]!["cancels"]!["value"]!, 3);   // 369 of 471 orders.

        // What a few lines of Python without any library find in the same file, with last prices before each tenth
        // second.
        JsonNode fund = markets[1]!["facts"]!;
        Assert.Equal(628, (int)markets[1]!["returns"]!);
        Assert.Equal(-0.0839, (double)fund["linear-autocorrelation"]!["value"]!, 4);
        Assert.Equal(0.7497, (double)fund["heavy-tails"]!["value"]!, 4);
        Assert.Equal(4.9512, (double)fund["tail-index"]!["value"]!, 4);
        Assert.Equal(0.5827, (double)fund["sign-memory"]!["value"]!, 4);
        Assert.Equal(0.4169, (double)fund["waiting-times"]!["value"]!, 4);
    }

    public void Dispose() => _folder.Dispose();
}
