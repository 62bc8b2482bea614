using Rialto.Feeds;

namespace Rialto.Tests.Feeds;

/// <summary>LOBSTER's own sample: AAPL, 21 June 2012, ten levels, the first 999 messages. Not ours to ship.</summary>
public sealed class LobsterSampleTests
{
    [RecordedDataFact]
    public void The_messages_of_the_sample_lead_to_its_order_book()
    {
        using LobsterReplay replay = new(
            RecordedData.Single("lobster", "message"), RecordedData.Single("lobster", "orderbook"));
        TapeText.PlayAll(replay);

        Assert.Null(replay.Counts.FirstDisagreement);
        Assert.Equal(
        [
            "bestQuotesChecked 998", "bestQuotesAgreed 998", "allLevelsAgreed 998",
            "levelsRevealed 318", "levelsOutOfView 328", "trades 159", "hiddenTrades 61",
            "messagesNewOrder 471", "messagesDelete 369", "messagesVisibleExecution 98", "messagesHiddenExecution 61",
            "unknownOrdersDelete 5", "unknownOrdersVisibleExecution 4",
            "lostOrdersDelete 3", "lostOrdersVisibleExecution 4",
        ],
        replay.Counts.Figures().Where(figure => figure.Value != 0).Select(figure => $"{figure.Name} {figure.Value}"));
        Assert.Equal(new LobsterExtent(999, new(34_200_004_241_176), new(34_249_086_375_027)), replay.Extent);
    }
}
