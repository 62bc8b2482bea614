using Rialto.Feeds;

namespace Rialto.Tests.Feeds;

public sealed class UnknownOrdersTests
{
    [Fact]
    public void Messages_for_orders_from_before_the_tape_reduce_their_level_and_are_counted_by_kind()
    {
        using TapeFiles files = new(
            """
            1,1,1,10,1000000,1
            2,2,91,20,1000000,1
            3,4,92,30,1000000,1
            4,3,93,40,1000000,1
            """,
            """
            1000300,50,1000000,100
            1000300,50,1000000,80
            1000300,50,1000000,50
            1000300,50,1000000,10
            """);
        using LobsterReplay replay = files.Open();
        List<string> played = TapeText.PlayAll(replay);

        Assert.Equal(["2 level Buy 80@1000000 orders 2", "4 level Buy 10@1000000 orders 1"], [played[3], played[^1]]);
        Assert.Equal(3, replay.Counts.BestQuotesAgreed);
        Assert.Equal(
            (1, 1, 1),
            (replay.Counts.UnknownOrders(LobsterMessageKind.PartialCancel),
             replay.Counts.UnknownOrders(LobsterMessageKind.VisibleExecution),
             replay.Counts.UnknownOrders(LobsterMessageKind.Delete)));
        Assert.Equal(0, replay.Counts.ReductionsCut);
    }

    [Fact]
    public void A_level_never_goes_below_what_followed_orders_have_in_it()
    {
        using TapeFiles files = new("1,1,1,10,1000000,1\n2,3,91,5,1000000,1\n3,3,92,5,999900,1\n");
        using LobsterReplay replay = files.Open();

        Assert.Equal(["1 level Buy 10@1000000 orders 1"], TapeText.PlayAll(replay));
        Assert.Equal((2, 2), (replay.Counts.UnknownOrders(LobsterMessageKind.Delete), replay.Counts.ReductionsCut));
        Assert.True(replay.QuotesArePartial);
        Assert.Null(replay.LevelsInView);
        Assert.Equal(0, replay.Counts.BestQuotesChecked);
    }

    /// <summary>Order 1 leaves a view of one level, loses 60 lots unseen, returns, and is deleted with 40.</summary>
    [Fact]
    public void An_order_whose_level_was_out_of_view_is_not_believed_any_more()
    {
        using TapeFiles files = new(
            """
            1,1,1,100,1000000,1
            2,1,2,10,1000100,1
            3,3,2,10,1000100,1
            4,2,1,15,1000000,1
            5,3,1,25,1000000,1
            """,
            """
            1000300,50,1000000,100
            1000300,50,1000100,10
            1000300,50,1000000,40
            1000300,50,1000000,25
            1000300,50,999900,7
            """);
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);

        Assert.Equal(replay.Counts.BestQuotesChecked, replay.Counts.BestQuotesAgreed);
        Assert.Equal((2, 2), (replay.Counts.BestQuotesChecked, replay.Counts.BestQuotesOutOfView));
        Assert.Equal(
            (1, 1),
            (replay.Counts.LostOrders(LobsterMessageKind.PartialCancel),
             replay.Counts.LostOrders(LobsterMessageKind.Delete)));
        Assert.Equal((0, 0), (replay.Counts.Contradictions, replay.Counts.ReductionsCut));
    }

    [Fact]
    public void Messages_that_contradict_a_followed_order_are_counted_and_the_order_is_believed()
    {
        using TapeFiles files = new(
            """
            1,1,1,10,1000000,1
            2,4,1,25,1000000,1
            3,1,2,10,1000000,1
            4,3,2,9,1000000,1
            5,1,3,10,1000000,1
            6,2,3,1,1000100,1
            7,1,3,5,1000000,1
            """);
        using LobsterReplay replay = files.Open();

        Assert.Equal(
        [
            "1 level Buy 10@1000000 orders 1",
            "2 trade Sell 25@1000000 Removed m1",
            "2 level Buy 0@1000000 orders 0",
            "3 level Buy 10@1000000 orders 1",
            "4 level Buy 0@1000000 orders 0",
            "5 level Buy 10@1000000 orders 1",
            "6 level Buy 9@1000000 orders 1",
            "7 level Buy 14@1000000 orders 2",
        ], TapeText.PlayAll(replay));
        Assert.Equal(4, replay.Counts.Contradictions);
    }

    [Fact]
    public void Without_a_recorded_book_levels_that_messages_prove_gone_are_dropped()
    {
        using TapeFiles files = new(
            """
            1,1,1,10,1000000,1
            2,1,2,10,999900,1
            3,1,3,10,999800,1
            4,4,2,4,999900,1
            5,1,4,10,999900,-1
            """);
        using LobsterReplay replay = files.Open();

        Assert.Equal(
        [
            "1 level Buy 10@1000000 orders 1",
            "2 level Buy 10@999900 orders 1",
            "3 level Buy 10@999800 orders 1",
            "4 level Buy 0@1000000 orders 0",
            "4 trade Sell 4@999900 Removed m1",
            "4 level Buy 6@999900 orders 1",
            "5 level Buy 0@999900 orders 0",
            "5 level Sell 10@999900 orders 1",
        ], TapeText.PlayAll(replay));
        Assert.Equal(2, replay.Counts.LevelsDisproved);
    }
}
