using System.Text.Encodings.Web;
using System.Text.Json;
using Rialto.Sinks;
using Rialto.Trading;
using static Rialto.Tests.Sinks.TestMarket;

namespace Rialto.Tests.Sinks;

public sealed class EventsParquetTests : IDisposable
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ParquetFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Each_kind_of_event_has_the_columns_that_mean_something_for_it()
    {
        using (EventsParquet sink = new(TestMarket.Directory, _file.Create(), rowsPerGroup: 4))
        {
            PlayOneOfEach(new TestMarket(sink));
            sink.Complete();
        }

        Assert.Equal(
        [
            "sequence=1 time_ns=1000000000 venue=focal instrument=XYZ kind=accepted side=buy participant=ann "
                + "order_number=1 client_order_id=11 price_ticks=100 quantity=5 remaining=5",
            "sequence=1 time_ns=1000000000 venue=focal instrument=XYZ kind=level-changed side=buy price_ticks=100 "
                + "quantity=5 orders=1",
            "sequence=2 time_ns=1500000000 venue=focal instrument=XYZ kind=executed side=buy liquidity=added "
                + "participant=ann order_number=1 client_order_id=11 price_ticks=100 quantity=2 remaining=3 match=1",
            "sequence=2 time_ns=1500000000 venue=focal instrument=XYZ kind=executed side=sell liquidity=removed "
                + "participant=bob \"b\" jr order_number=2 client_order_id=21 price_ticks=100 quantity=2 "
                    + "remaining=0 match=1",
            "sequence=2 time_ns=1500000000 venue=focal instrument=XYZ kind=trade side=sell liquidity=removed "
                + "price_ticks=100 quantity=2 match=1",
            "sequence=3 time_ns=2000000000 venue=focal instrument=XYZ kind=replaced side=buy participant=ann "
                + "order_number=3 client_order_id=12 replaces=11 price_ticks=-1 quantity=4 remaining=4",
            "sequence=3 time_ns=2000000000 venue=focal instrument=XYZ kind=canceled side=buy reason=replaced "
                + "participant=ann order_number=1 client_order_id=11 price_ticks=100 quantity=3 remaining=0",
            "sequence=4 time_ns=2500000000 venue=unknown/-3 instrument=unknown/9 kind=rejected side=buy "
                + "reason=unknown-instrument participant=unknown/77 client_order_id=1 price_ticks=7 quantity=1",
            "sequence=5 time_ns=3000000000 venue=other, far instrument=BOND kind=indication price_ticks=40 quantity=0 "
                + "imbalance=-6",
            "sequence=5 time_ns=3000000000 venue=other, far instrument=BOND kind=trade liquidity=auction "
                + "price_ticks=41 quantity=3 match=1",
            "sequence=5 time_ns=3000000000 venue=other, far instrument=BOND kind=auction-ended "
                + "price_ticks=41 quantity=3",
            "sequence=5 time_ns=3000000000 venue=other, far instrument=BOND kind=auction-ended quantity=0",
            "sequence=5 time_ns=3000000000 venue=other, far instrument=BOND kind=state-changed reason=closed",
        ], _file.Rows().Select(row =>
            string.Join(' ', row.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}"))));
    }

    [Fact]
    public void Displayed_orders_have_numbers_and_no_owners()
    {
        using (EventsParquet sink = new(TestMarket.Directory, _file.Create()))
        {
            new TestMarket(sink).Request(
                1,
                Enter(Ann, 11, Side.Buy, 5, 100),
                MarketEvent.OrderReduced(Side.Sell, new(3), new(100), Lots(2), Lots(1), new(7)),
                MarketEvent.OrderReduced(Side.Sell, new(4), new(101), Lots(2), Lots(0), default),
                MarketEvent.OrderShown(Side.Buy, new(5), new(99), Lots(3)));
            sink.Complete();
        }

        Assert.Equal(
        [
            "kind=order-reduced side=sell order_number=3 price_ticks=100 quantity=2 remaining=1 match=7",
            "kind=order-reduced side=sell order_number=4 price_ticks=101 quantity=2 remaining=0",
            "kind=order-shown side=buy order_number=5 price_ticks=99 quantity=3 remaining=3",
        ], _file.Rows().Select(row => string.Join(
            ' ', row.Where(pair => pair.Value is not null).Skip(4).Select(pair => $"{pair.Key}={pair.Value}"))));
    }

    [Fact]
    public void The_file_knows_how_much_a_tick_and_a_lot_are()
    {
        using (EventsParquet sink = new(TestMarket.Directory, _file.Create()))
            sink.Complete();

        Assert.Equal(
            """{"format":"rialto events 1","tick_size/XYZ":"0.01","lot_size/XYZ":"1","tick_size/BOND":"0.25","lot_size/BOND":"10"}""",
            _file.About()["metadata"]!.ToJsonString(Plain));
    }

    [Fact]
    public void The_same_events_make_the_same_bytes()
    {
        byte[] first = Bytes();
        Assert.Equal(first, Bytes());
        Assert.Equal("PAR1"u8, first.AsSpan(0, 4));
        Assert.Equal("PAR1"u8, first.AsSpan(first.Length - 4));
    }

    static byte[] Bytes()
    {
        MemoryStream stream = new();
        using EventsParquet sink = new(TestMarket.Directory, stream, rowsPerGroup: 5);
        PlayOneOfEach(new TestMarket(sink));
        sink.Complete();
        return stream.ToArray();
    }

    static void PlayOneOfEach(TestMarket market)
    {
        Request entered = Enter(Ann, 11, Side.Buy, 5, 100);
        market.Request(1, entered, MarketEvent.Accepted(entered, new(1)), Level(Side.Buy, 5, 100));

        market.Request(
            1.5,
            Enter(Bob, 21, Side.Sell, 2, 100),
            Executed(Side.Buy, Ann, 1, 11, 2, 100, 3, 1, Liquidity.Added),
            Executed(Side.Sell, Bob, 2, 21, 2, 100, 0, 1, Liquidity.Removed),
            Trade(Side.Sell, 2, 100, 1));

        Request replaced = Replace(Ann, 12, 11, 4, -1);
        market.Request(
            2,
            replaced,
            MarketEvent.Replaced(replaced, Side.Buy, new(3)),
            Canceled(Side.Buy, Ann, 1, 11, 100, 3, 0, CancelReason.Replaced));

        Request lost = Enter(Nobody, 1, Side.Buy, 1, 7, listing: new(new(-3), new(9)));
        market.Request(2.5, lost, MarketEvent.Rejected(lost, RejectReason.UnknownInstrument));

        market.Deadline(
            3,
            Bond,
            MarketEvent.Indication(Price(40), -6),
            Trade(Side.Buy, 3, 41, 1, Liquidity.Auction),
            MarketEvent.AuctionEnded(Price(41), Lots(3)),
            MarketEvent.AuctionEnded(Price(0), Lots(0)),
            MarketEvent.StateChanged(TradingState.Closed));
    }
}
