using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class MarketEventTests
{
    /// <summary>An event that grows leaves the cache line that it was measured in.</summary>
    [Fact]
    public void An_event_is_56_bytes_long() => Assert.Equal(56, Unsafe.SizeOf<MarketEvent>());

    [Fact]
    public void The_last_field_is_read_only_as_what_its_kind_says()
    {
        MarketEvent level = MarketEvent.LevelChanged(Side.Sell, new Level(new Price(5), new Quantity(6), 7));
        MarketEvent trade = MarketEvent.Trade(
            Side.Buy, Liquidity.Removed, new Price(5), new Quantity(6), new MatchNumber(7));
        MarketEvent indication = MarketEvent.Indication(new Price(5), -7);

        Assert.Equal((7, default, 0), (level.Orders, level.Match, level.Imbalance));
        Assert.Equal((0, new MatchNumber(7), 0), (trade.Orders, trade.Match, trade.Imbalance));
        Assert.Equal((0, default, -7), (indication.Orders, indication.Match, indication.Imbalance));
    }

    [Fact]
    public void A_reason_is_read_only_as_what_its_kind_says()
    {
        MarketEvent rejected = MarketEvent.Rejected(default, RejectReason.InvalidPrice);
        MarketEvent canceled = MarketEvent.Canceled(
            Side.Buy, default, default, default, default, Quantity.One, Quantity.Zero, CancelReason.Expired);

        Assert.Equal((RejectReason.InvalidPrice, CancelReason.None), (rejected.RejectReason, rejected.CancelReason));
        Assert.Equal((RejectReason.None, CancelReason.Expired), (canceled.RejectReason, canceled.CancelReason));
    }

    [Theory]
    [InlineData(EventKind.Accepted, false)]
    [InlineData(EventKind.Rejected, false)]
    [InlineData(EventKind.Replaced, false)]
    [InlineData(EventKind.Canceled, false)]
    [InlineData(EventKind.Triggered, false)]
    [InlineData(EventKind.Refilled, false)]
    [InlineData(EventKind.Executed, false)]
    [InlineData(EventKind.Charged, false)]
    [InlineData(EventKind.Trade, true)]
    [InlineData(EventKind.LevelChanged, true)]
    [InlineData(EventKind.OrderShown, true)]
    [InlineData(EventKind.OrderReduced, true)]
    [InlineData(EventKind.Indication, true)]
    [InlineData(EventKind.AuctionEnded, true)]
    [InlineData(EventKind.StateChanged, true)]
    public void What_concerns_one_participant_is_private(EventKind kind, bool isPublic) =>
        Assert.Equal(isPublic, OneOf(kind).IsPublic);

    [Fact]
    public void A_buffer_keeps_the_order_of_what_was_added()
    {
        EventBuffer buffer = new();
        for (int i = 0; i < 1000; i++)
            buffer.Indication(new Price(i), Quantity.Zero, i);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), buffer.Written.ToArray().Select(happened =>
            happened.Price.Ticks));

        buffer.Clear();
        Assert.Equal(0, buffer.Written.Length);
    }

    [Fact]
    public void What_nobody_listens_to_is_not_written()
    {
        EventBuffer buffer = new() { Classes = EventClasses.Trades };
        buffer.Rejected(default, RejectReason.Closed);
        buffer.Trade(Side.Buy, Liquidity.Removed, new Price(7), Quantity.One, new MatchNumber(1));
        buffer.LevelChanged(Side.Buy, default);

        Assert.Equal(EventKind.Trade, Assert.Single(buffer.Written.ToArray()).Kind);
    }

    static MarketEvent OneOf(EventKind kind) => kind switch
    {
        EventKind.Accepted => MarketEvent.Accepted(default, default),
        EventKind.Rejected => MarketEvent.Rejected(default, default),
        EventKind.Replaced => MarketEvent.Replaced(default, default, default),
        EventKind.Canceled =>
            MarketEvent.Canceled(default, default, default, default, default, default, default, default),
        EventKind.Executed =>
            MarketEvent.Executed(default, default, default, default, default, default, default, default, default),
        EventKind.Triggered => MarketEvent.Triggered(default, default, default, default, default, default),
        EventKind.Refilled => MarketEvent.Refilled(default, default, default, default, default, default, default),
        EventKind.Charged => MarketEvent.Charged(default, default, default, default, default, default, default),
        EventKind.OrderShown => MarketEvent.OrderShown(default, default, default, default),
        EventKind.OrderReduced => MarketEvent.OrderReduced(default, default, default, default, default, default),
        EventKind.Trade => MarketEvent.Trade(default, default, default, default, default),
        EventKind.LevelChanged => MarketEvent.LevelChanged(default, default),
        EventKind.Indication => MarketEvent.Indication(default, default),
        EventKind.AuctionEnded => MarketEvent.AuctionEnded(default, default),
        EventKind.StateChanged => MarketEvent.StateChanged(TradingState.Closed),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
