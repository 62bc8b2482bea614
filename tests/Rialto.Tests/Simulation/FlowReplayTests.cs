using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

public sealed class FlowReplayTests
{
    /// <summary>
    /// Two bids and an ask; the ask moves onto the older bid and takes a part of the younger; a dead order is named.
    /// </summary>
    static FlowRecord[] Flow(uint first, uint second, uint third) =>
    [
        new(FlowKind.Add, 0, 0, 5, first, 100),
        new(FlowKind.Add, 0, 0, 5, second, 100),
        new(FlowKind.Add, 1, 0, 9, third, 105),
        new(FlowKind.Replace, 1, 0, 8, third, 100),
        new(FlowKind.Cancel, 0, 0, 0, first, 0),
        new(FlowKind.Replace, 0, 0, 3, second, 99),
        new(FlowKind.ImmediateOrCancel, 1, 0, 9, third + 1, 99),
        new(FlowKind.Cancel, 1, 0, 0, third + 1, 0),
    ];

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(30, 2, 7)]
    public void A_flow_trades_under_its_own_names_whatever_their_order(uint first, uint second, uint third)
    {
        TradeHash expected = new();
        expected.Add(first, third, 100, 5);
        expected.Add(second, third, 100, 3);
        expected.Add(second, third + 1, 99, 3);

        FlowReplay replay = new(
            new FlowFile(1, 0, Flow(first, second, third)), SettlementPolicy.Unlimited, EventClasses.Usual);
        replay.Run(0, 8);

        Assert.Equal((expected.Trades, expected.Value, 2L), (replay.Hash.Trades, replay.Hash.Value, replay.Refused));
    }

    [Fact]
    public void It_does_not_matter_which_events_are_written_or_where_it_pauses()
    {
        FlowFile flow = new(1, 0, Flow(1, 2, 3));
        FlowReplay all = new(flow, SettlementPolicy.Reserve, EventClasses.All);
        FlowReplay few = new(flow, SettlementPolicy.Unlimited, EventClasses.Executions);

        all.Run(0, 8);
        for (int i = 0; i < 8; i++)
            few.Run(i, i + 1);

        Assert.Equal((all.Hash.Trades, all.Hash.Value), (few.Hash.Trades, few.Hash.Value));
    }
}
