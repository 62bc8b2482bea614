using Rialto.Feeds;
using Rialto.Trading;

namespace Rialto.Tests.Feeds;

/// <summary>What holds for every tape that was recorded through a view of few levels.</summary>
public sealed class RecordedViewProperties
{
    /// <summary>
    /// A book kept only from messages, and from what comes into view at its edge, is the recorded book at every
    /// message. Method: record a small random market through a view, with levels that leave it, change unseen and come
    /// back.
    /// </summary>
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 60)]
    [InlineData(3, 4)]
    [InlineData(10, 60)]
    [InlineData(10, 6)]
    public void Every_best_quote_and_every_level_agrees(int levels, int restingOrders)
    {
        const int Lines = 4_000;
        using TapeFiles files = Record(levels, restingOrders, Lines);
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);
        LobsterCounts counts = replay.Counts;

        Assert.Null(counts.FirstDisagreement);
        Assert.Equal(counts.BestQuotesChecked, counts.BestQuotesAgreed);
        Assert.Equal(Lines - 1, counts.BestQuotesChecked + counts.BestQuotesOutOfView);
        Assert.Equal(Lines - 1, counts.AllLevelsAgreed);
        Assert.Equal((0, 0), (counts.Contradictions, counts.ReductionsCut));
        Assert.Equal(levels == 1, counts.BestQuotesOutOfView > 0);
    }

    [Fact]
    public void Levels_leave_the_view_and_come_back_in_these_tapes()
    {
        using TapeFiles files = Record(levels: 3, restingOrders: 60, lines: 4_000);
        using LobsterReplay replay = files.Open();
        TapeText.PlayAll(replay);
        LobsterCounts counts = replay.Counts;

        Assert.True(counts.LevelsOutOfView > 100, $"{counts.LevelsOutOfView} levels left the view");
        Assert.True(counts.LevelsRevealed > 100, $"{counts.LevelsRevealed} levels came into view");
        Assert.All(
            [LobsterMessageKind.PartialCancel, LobsterMessageKind.Delete, LobsterMessageKind.VisibleExecution],
            kind => Assert.True(counts.LostOrders(kind) > 0 && counts.UnknownOrders(kind) > 0, kind.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_book_rebuilt_from_the_events_is_the_book_of_the_replay(bool withBook)
    {
        using TapeFiles files = Record(levels: 3, restingOrders: 60, lines: 2_000);
        using LobsterReplay replay = new(files.Messages, withBook ? files.Book : null);
        DisplayedBook rebuilt = new();
        EventBuffer events = new();
        Timestamp last = Timestamp.Zero;
        while (replay.Next(events, out Timestamp at))
        {
            Assert.True(at >= last);
            last = at;
            foreach (ref readonly MarketEvent happened in events.Written)
                rebuilt.Apply(happened);

            foreach (Side side in (Side[])[Side.Buy, Side.Sell])
            {
                Assert.Equal(replay.Book.WorstFirst(side), rebuilt.WorstFirst(side));
                foreach (Level level in rebuilt.WorstFirst(side))
                    Assert.True(level.Quantity > Quantity.Zero && level.Orders > 0);
            }

            Assert.False(rebuilt.Best(Side.Buy)?.Price >= rebuilt.Best(Side.Sell)?.Price);
        }

        Assert.Equal(replay.Extent.Last, last);
    }

    static TapeFiles Record(int levels, int restingOrders, int lines)
    {
        RandomStream random = new(20_260_101, "tape");
        (string messages, string book) = new SimulatedTape(random, levels, restingOrders).Write(lines);
        return new TapeFiles(messages, book);
    }
}
