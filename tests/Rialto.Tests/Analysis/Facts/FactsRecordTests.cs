using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class FactsRecordTests
{
    readonly FactsRecord _record = new(SyntheticRun.Directory(1, 3), new(default, new(100_000_000_000)));
    readonly EventBuffer _events = new();
    long _sequence;

    FlowRecord Flow => _record.FlowOf(default);

    [Fact]
    public void The_matches_of_one_incoming_order_are_one_trade()
    {
        new MarketScript(_record)
            .Bid(5, 98).Ask(5, 102).At(1)
            .Trade(Side.Buy, 2, 102).Trade(Side.Buy, 3, 103).Ask(0, 102).Ask(9, 104).At(2)
            .Trade(Side.Sell, 1, 98).At(2)
            .Trade(Side.Buy, 7, 100, Liquidity.Auction).At(3);

        Assert.Equal([new(At(2), 1, 5, 103, 200), new(At(2), -1, 1, 98, 202)], Flow.Trades);
    }

    [Fact]
    public void Only_what_comes_to_rest_is_an_entry_and_its_distance_is_from_the_best_of_its_side()
    {
        new MarketScript(_record).Bid(5, 98).Ask(5, 102).At(1);
        Enter(2, number: 1, Side.Buy, 95, lots: 4);
        Enter(3, number: 2, Side.Sell, 104, lots: 6);
        Enter(4, number: 3, Side.Buy, 99, lots: 1);                 // Inside the spread.
        Enter(5, number: 4, Side.Buy, 102, lots: 5, executed: 5);   // Took all it wanted.
        Enter(6, number: 5, Side.Buy, 102, lots: 9, executed: 5);   // Rests with what is left, ahead of the best.

        Assert.Equal([2e9, 3e9, 4e9, 6e9], Flow.Entries.Select(at => (double)at));
        Assert.Equal([4.0, 6, 1, 4], Flow.Sizes);
        Assert.Equal([3.0, 2], Flow.Distances);
    }

    [Fact]
    public void Canceled_orders_have_lifetimes_and_executed_ones_have_not()
    {
        Enter(1, number: 1, Side.Buy, 95, lots: 4);
        Enter(2, number: 2, Side.Buy, 95, lots: 4);
        Cancel(3, number: 1, remaining: 2, CancelReason.Requested);
        Cancel(4.5, number: 1, remaining: 0, CancelReason.Requested);
        Cancel(6, number: 2, remaining: 0, CancelReason.Closed);

        Assert.Equal([3.5], Flow.Lifetimes);
        Assert.Equal(1, Flow.Cancels);
    }

    [Fact]
    public void A_tape_tells_its_orders_itself()
    {
        new MarketScript(_record).Bid(5, 98).Ask(5, 102).At(1);
        _record.OnTapeOrder(At(2), default, 77, Side.Sell, new(105), new(3));
        _record.OnTapeCancel(At(4), default, 77);
        _record.OnTapeCancel(At(5), default, 78);   // Rested before the tape began.

        Assert.Equal([3.0], Flow.Sizes);
        Assert.Equal([3.0], Flow.Distances);
        Assert.Equal([2.0], Flow.Lifetimes);
        Assert.Equal(2, Flow.Cancels);
    }

    [Fact]
    public void A_book_is_seen_by_distance_from_its_best_prices_in_spreads()
    {
        new MarketScript(_record)
            .Bid(5, 98).Bid(9, 97).Bid(40, 90).Ask(3, 102).Ask(9, 104).Ask(20, 109).At(0);
        _record.Run.Finish();
        BookStatistics book = new(_record.Busiest!, spread: 4);

        // Behind 98: 0, 1 and 8 ticks; behind 102: 0, 2 and 7 ticks. Each side counts half.
        Assert.Equal([13.0, 10, 20], book.Shape);
        Assert.Equal(2, book.Hump);
        Assert.Equal([3.0, 5], book.Queues.Distinct().Order());
    }

    void Enter(double seconds, long number, Side side, long limit, long lots, long executed = 0)
    {
        Request request = default(Request) with { Side = side, Limit = new(limit), Quantity = new(lots) };
        _events.Clear();
        _events.Accepted(request, new(number), new(limit));
        if (executed > 0)
        {
            _events.Executed(
                side, default, new(number), default, new(limit), new(executed), new(lots - executed), Liquidity.Removed,
                new(1));
        }

        Step(seconds);
    }

    void Cancel(double seconds, long number, long remaining, CancelReason reason)
    {
        _events.Clear();
        _events.Canceled(Side.Buy, default, new(number), default, new(95), new(2), new(remaining), reason);
        Step(seconds);
    }

    void Step(double seconds)
    {
        Input input = new(At(seconds), InputKind.Request, Origin.Agent, Control.None, default, default);
        _record.OnStep(new Step(++_sequence, input, _events.Written));
    }

    static Timestamp At(double seconds) => Timestamp.Zero + Duration.FromSeconds(seconds);
}
