using System.Text.Json.Nodes;
using Rialto.Tests.Feeds;

namespace Rialto.Acceptance;

/// <summary>What <c>./rialto replay lobster</c> promises.</summary>
public sealed class ReplayTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_tape_with_its_order_book_file_is_checked_after_every_message()
    {
        (string messages, string book) = TapePair.WriteTo(_folder);
        Command.Rialto("replay", "lobster", messages, "--orderbook", book, "--out", _folder.PathOf("run")).Succeed();
        KeptRun run = new(_folder.PathOf("run"));
        JsonNode replay = run.Metrics["replay"]!;

        Assert.Equal("complete", run.Status);
        Assert.Equal("lobster-OURS", run.Manifest["name"]!.GetValue<string>());
        Assert.Equal(5, replay["bestQuotesChecked"]!.GetValue<long>());
        Assert.Equal(5, replay["bestQuotesAgreed"]!.GetValue<long>());
        Assert.False(replay["quotesArePartial"]!.GetValue<bool>());
        Assert.Equal(2, replay["trades"]!.GetValue<long>());
        Assert.Equal(1, replay["hiddenTrades"]!.GetValue<long>());
        Assert.Equal(2, replay["messagesNewOrder"]!.GetValue<long>());
        Assert.Equal(
            [
                "sequence,time,venue,instrument,match,price,quantity,side,buyer,seller,buyer_order,seller_order",
                "3,34200.300000000,tape,OURS,1,585.5000,10,sell,,,,",
                "6,34200.600000000,tape,OURS,2,585.5000,7,sell,,,,",
            ],
            run.LinesOf("trades.csv"));
        Assert.Contains("report.html", run.Files);
    }

    [Fact]
    public void A_tape_alone_says_that_its_quotes_are_partial()
    {
        (string messages, _) = TapePair.WriteTo(_folder);
        Outcome outcome = Command.Rialto("replay", "lobster", messages, "--out", _folder.PathOf("run")).Succeed();

        Assert.Contains("Quotes are partial", outcome.Output, StringComparison.Ordinal);
        Assert.True(new KeptRun(_folder.PathOf("run")).Metrics["replay"]!["quotesArePartial"]!.GetValue<bool>());
    }

    [Fact]
    public void A_disagreement_with_the_order_book_file_is_counted_and_the_first_one_told()
    {
        string messages = _folder.Write("messages.csv", TapePair.Messages);
        string book = _folder.Write(
            "book.csv", TapePair.Book.Replace("5850000,60", "5850000,61", StringComparison.Ordinal));
        Outcome outcome = Command.Rialto(
            "replay", "lobster", messages, "--orderbook", book, "--out", _folder.PathOf("run")).Succeed();
        JsonNode replay = new KeptRun(_folder.PathOf("run")).Metrics["replay"]!;

        Assert.Equal(5, replay["bestQuotesChecked"]!.GetValue<long>());
        Assert.Equal(3, replay["bestQuotesAgreed"]!.GetValue<long>());
        Assert.NotNull(replay["firstDisagreement"]);
        Assert.Contains("The first disagreement", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tape_gives_the_same_bytes_twice()
    {
        (string messages, string book) = TapePair.WriteTo(_folder);
        foreach (string run in (string[])["first", "second"])
            Command.Rialto("replay", "lobster", messages, "--orderbook", book, "--out", _folder.PathOf(run)).Succeed();

        Assert.Equal(new KeptRun(_folder.PathOf("first")).Content, new KeptRun(_folder.PathOf("second")).Content);
    }

    [RecordedDataFact]
    public void The_best_quotes_of_the_recorded_sample_agree_after_every_message()
    {
        string messages = RecordedData.Single("lobster", "message");
        string book = RecordedData.Single("lobster", "orderbook");
        Command.Rialto("replay", "lobster", messages, "--orderbook", book, "--out", _folder.PathOf("run")).Succeed();
        JsonNode replay = new KeptRun(_folder.PathOf("run")).Metrics["replay"]!;

        Assert.Equal(998, replay["bestQuotesChecked"]!.GetValue<long>());
        Assert.Equal(998, replay["bestQuotesAgreed"]!.GetValue<long>());
    }

    public void Dispose() => _folder.Dispose();
}
