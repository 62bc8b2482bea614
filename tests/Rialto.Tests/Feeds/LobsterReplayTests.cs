using Rialto.Feeds;
using Rialto.Trading;

namespace Rialto.Tests.Feeds;

public sealed class LobsterReplayTests
{
    const string Messages = """
        34200.5,1,11,100,1000000,1
        34200.500000001,5,0,10,1000150,1
        34200.500000001,4,11,40,1000000,1
        34201,2,11,20,1000000,1
        34202,3,77,50,1000300,-1
        34203,1,12,30,1000200,-1
        34204,3,12,30,1000200,-1
        34205,7,0,0,-1,-1
        34206.25,6,-1,500,1000200,-1
        """;

    const string Book = """
        1000300,50,1000000,100,1000400,60,999900,200
        1000300,50,1000000,100,1000400,60,999900,200
        1000300,50,1000000,60,1000400,60,999900,200
        1000300,50,1000000,40,1000400,60,999900,200
        1000400,60,1000000,40,1000500,70,999900,200
        1000200,30,1000000,40,1000400,60,999900,200
        1000400,60,1000000,40,1000500,75,999900,200
        1000400,60,1000000,40,1000500,75,999900,200
        1000400,60,1000000,40,1000500,75,999900,200
        """;

    [Fact]
    public void A_tape_becomes_trades_and_level_changes()
    {
        using TapeFiles files = new(Messages, Book);
        using LobsterReplay replay = files.Open();

        Assert.Equal(
        [
            "1 level Buy 100@1000000 orders 1",
            "1 level Buy 200@999900 orders 1",
            "1 level Sell 50@1000300 orders 1",
            "1 level Sell 60@1000400 orders 1",
            "1 level Buy 100@1000000 orders 1",
            "2 trade Sell 10@1000150 Removed m1",
            "3 trade Sell 40@1000000 Removed m2",
            "3 level Buy 60@1000000 orders 1",
            "4 level Buy 40@1000000 orders 1",
            "5 level Sell 0@1000300 orders 0",
            "5 level Sell 70@1000500 orders 1",
            "6 level Sell 30@1000200 orders 1",
            "6 level Sell 0@1000500 orders 0",
            "7 level Sell 0@1000200 orders 0",
            "7 level Sell 75@1000500 orders 1",
            "9 trade Buy 500@1000200 Auction m3",
        ], TapeText.PlayAll(replay));
    }

    [Fact]
    public void Every_message_row_and_trade_is_counted()
    {
        using TapeFiles files = new(Messages, Book);
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);

        Assert.Equal(
        [
            "bestQuotesChecked 8", "bestQuotesAgreed 8", "allLevelsAgreed 8", "levelsRevealed 2", "levelsOutOfView 1",
            "trades 3", "hiddenTrades 1", "auctionTrades 1",
            "messagesNewOrder 2", "messagesPartialCancel 1", "messagesDelete 2", "messagesVisibleExecution 1",
            "messagesHiddenExecution 1", "messagesCross 1", "messagesHalt 1", "unknownOrdersDelete 1",
        ],
        replay.Counts.Figures().Where(figure => figure.Value != 0).Select(figure => $"{figure.Name} {figure.Value}"));
        Assert.Null(replay.Counts.FirstDisagreement);
        Assert.False(replay.QuotesArePartial);
        Assert.Equal(2, replay.LevelsInView);
    }

    [Fact]
    public void The_length_of_a_tape_is_known_before_it_is_played()
    {
        using TapeFiles files = new(Messages, Book);
        using LobsterReplay replay = files.Open();

        Assert.Equal(new LobsterExtent(9, new(34_200_500_000_000), new(34_206_250_000_000)), replay.Extent);
    }

    [Fact]
    public void Times_are_exact_to_the_nanosecond_and_rounded_below()
    {
        using TapeFiles files = new("""
            0.000000001,7,0,0,-1,-1
            34200.004241176,7,0,0,-1,-1
            34200.00426064,7,0,0,-1,-1
            34200.1234567894,7,0,0,-1,-1
            34200.123456789499999,7,0,0,-1,-1
            34200.1234567895,7,0,0,-1,-1
            86399.9999999999,7,0,0,-1,-1
            """);
        using LobsterReplay replay = files.Open();
        EventBuffer events = new();
        List<long> times = [];
        while (replay.Next(events, out Timestamp at))
            times.Add(at.Nanoseconds);

        Assert.Equal(
        [
            1, 34_200_004_241_176, 34_200_004_260_640, 34_200_123_456_789, 34_200_123_456_789, 34_200_123_456_790,
            86_400_000_000_000,
        ], times);
    }

    [Fact]
    public void A_wrong_best_quote_is_reported_with_its_row_and_is_not_repaired()
    {
        using TapeFiles files = new(
            "1,1,1,100,1000000,1\n2,1,2,30,1000000,1\n3,1,3,10,999900,1\n",
            "1000300,50,1000000,100\n1000300,50,1000000,135\n1000300,50,1000000,135\n");
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);

        Assert.Equal((2, 0), (replay.Counts.BestQuotesChecked, replay.Counts.BestQuotesAgreed));
        Assert.Equal(
            "row 2, best bid: expected 135@1000000, found 130@1000000", replay.Counts.FirstDisagreement?.ToString());
        Assert.Equal(new Timestamp(2_000_000_000), replay.Counts.FirstDisagreement?.At);
    }

    [Fact]
    public void A_level_that_appears_without_a_message_in_front_of_the_worst_is_a_disagreement()
    {
        using TapeFiles files = new(
            "1,1,1,100,1000000,1\n2,5,0,30,1000100,1\n",
            """
            1000300,50,1000000,100,1000500,9,-9999999999,0,9999999999,0,-9999999999,0
            1000200,50,1000000,100,1000300,50,-9999999999,0,1000500,9,-9999999999,0
            """);
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);

        Assert.Equal(
            "row 2, best ask: expected 50@1000200, found 50@1000300", replay.Counts.FirstDisagreement?.ToString());
        Assert.Equal((0, 0), (replay.Counts.AllLevelsAgreed, replay.Counts.LevelsRevealed));
    }

    [Fact]
    public void A_tape_of_one_level_does_not_claim_to_know_what_stood_behind_it()
    {
        using TapeFiles files = new(
            "1,1,1,100,1000000,1\n2,3,1,100,1000000,1\n3,3,8,40,999900,1\n",
            "1000300,50,1000000,100\n1000300,50,999900,40\n1000300,50,-9999999999,0\n");
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);

        Assert.Equal((0, 2), (replay.Counts.BestQuotesChecked, replay.Counts.BestQuotesOutOfView));
        Assert.Equal(2, replay.Counts.AllLevelsAgreed);
        Assert.Null(replay.Book.Best(Side.Buy));
    }

    [Fact]
    public void Prices_are_counted_in_ticks_of_the_instrument()
    {
        using TapeFiles files = new(
            "1,1,1,100,1000000,1\n2,7,0,0,-1,-1\n", "1000300,50,1000000,100\n1000300,50,1000000,100");
        using LobsterReplay replay = files.Open(tickSize: 0.01m);

        Assert.Equal(
        [
            "1 level Buy 100@10000 orders 1",
            "1 level Sell 50@10003 orders 1",
            "1 level Buy 100@10000 orders 1",
        ], TapeText.PlayAll(replay));
    }

    [Fact]
    public void Line_ends_of_Windows_a_byte_order_mark_and_a_further_column_are_passed_over()
    {
        using TapeFiles files = new(
            "\u00EF\u00BB\u00BF1,1,1,100,1000000,1,null\r\n2,1,2,5,1000000,1,ABCD\r\n",
            "1000300,50,1000000,100\r\n1000300,50,1000000,105\r\n");
        using LobsterReplay replay = files.Open();

        Assert.Equal("2 level Buy 105@1000000 orders 2", TapeText.PlayAll(replay)[^1]);
        Assert.Equal(1, replay.Counts.BestQuotesAgreed);
    }

    [Theory]
    [InlineData("data/AAPL_2012-06-21_34200000_57600000_message_10.csv", "AAPL 2012-06-21 10")]
    [InlineData("BRK.B_2015-01-02_34200000_57600000_orderbook_1_part.csv", "BRK.B 2015-01-02 1")]
    [InlineData("messages.csv", null)]
    [InlineData("AAPL_2012-13-21_34200000_57600000_message_10.csv", null)]
    public void A_file_name_tells_symbol_day_and_levels(string path, string? expected)
    {
        string? told = LobsterFileName.TryParse(path, out LobsterFileName? name)
            ? FormattableString.Invariant($"{name.Symbol} {name.Day:yyyy-MM-dd} {name.LevelsPerSide}")
            : null;

        Assert.Equal(expected, told);
    }
}
