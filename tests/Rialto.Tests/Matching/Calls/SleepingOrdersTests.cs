using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Only what is displayed takes part in an auction. All else sleeps, and acts when continuous trading goes on.
/// </summary>
public sealed class SleepingOrdersTests
{
    readonly Venue _venue;
    readonly EventBuffer _events = new();
    readonly List<string> _told = [];
    long _name;

    public SleepingOrdersTests()
    {
        PriceBands bands = new() { Static = PriceBand.OfTicks(new(5)), Reference = new(100), Interruption = new(10) };
        ScheduledRules rules =
            new() { Inner = new ContinuousRules(), Bands = bands, Reopening = new(10), Display = BookDisplay.Closed };
        Instrument[] instruments = [new() { Symbol = "XYZ", TickSize = 1 }];
        MarketDirectory directory = new(["venue"], instruments, [new Participant("all", "people", default, [0])]);
        _venue = new Venue([rules], new Clearing(directory, SettlementPolicy.Unlimited), id =>
            new RandomStream(1, "lots"));
    }

    [Fact]
    public void A_stop_is_triggered_by_the_price_of_an_auction_and_acts_after_it()
    {
        Enter(Order.Stop(Side.Buy, new(1), new(103)), Order.Limit(Side.Sell, new(1), new(104)));
        Halt();
        Resume();
        Enter(Order.Limit(Side.Buy, new(1), new(103)), Order.Limit(Side.Sell, new(1), new(103)));
        _told.Clear();
        Advance();

        Assert.Equal(
            ["Trade 1@103", "AuctionEnded 1@103", "StateChanged 0@0", "Triggered #1 1@103", "Trade 1@104"], _told);
    }

    [Fact]
    public void A_hidden_order_takes_no_part_in_an_auction_and_wakes_after_it()
    {
        Enter(Order.Limit(Side.Buy, new(5), new(101)).Hidden());
        Halt();
        Resume();
        Enter(Order.Limit(Side.Sell, new(1), new(101)));
        _told.Clear();
        Advance();

        Assert.Equal(["AuctionEnded 0@0", "StateChanged 0@0", "Trade 1@101"], _told);
    }

    [Fact]
    public void What_an_iceberg_shows_after_an_auction_meets_the_rest_in_another()
    {
        Enter(Order.Limit(Side.Sell, new(6), new(99)).Iceberg(new(2)));
        Halt();
        Resume();
        Enter(Order.Limit(Side.Buy, new(2), new(102)), Order.Limit(Side.Buy, new(2), new(100)));
        _told.Clear();
        Advance();

        Assert.Equal(
        [
            "Trade 2@101", "Refilled #1 2@99", "AuctionEnded 2@101", "Trade 2@100", "Refilled #1 2@99",
            "AuctionEnded 2@100", "StateChanged 0@0",
        ], _told);
    }

    [Fact]
    public void A_cascade_of_stops_ends_at_the_band()
    {
        Enter(
            Order.Limit(Side.Sell, new(1), new(104)), Order.Limit(Side.Sell, new(1), new(105)),
            Order.Limit(Side.Sell, new(1), new(106)));
        Enter(
            Order.Stop(Side.Buy, new(1), new(104)), Order.Stop(Side.Buy, new(1), new(105)),
            Order.Stop(Side.Buy, new(1), new(105)));
        _told.Clear();
        Enter(Order.Limit(Side.Buy, new(1), new(104)));

        Assert.Equal(
            ["Trade 1@104", "Triggered #4 1@104", "Trade 1@105", "Triggered #5 1@105", "Canceled #5 1@0",
                "StateChanged 0@0"],
            _told);
        _told.Clear();
        Advance();

        Assert.Equal(
            ["AuctionEnded 0@0", "StateChanged 0@0", "Triggered #6 1@105", "Canceled #6 1@0", "StateChanged 0@0"],
            _told);
    }

    void Enter(params ReadOnlySpan<Order> orders)
    {
        foreach (Order order in orders)
        {
            _venue.Apply(order.ToRequest(RequestKind.Enter, default) with { Order = new(++_name) }, default, _events);
            Tell();
        }
    }

    void Halt()
    {
        _venue.Halt(default, default, _events);
        Tell();
    }

    void Resume()
    {
        _venue.Resume(default, default, _events);
        Tell();
    }

    void Advance()
    {
        _venue.Advance(default, _venue.NextDeadline(default)!.Value, _events);
        Tell();
    }

    void Tell()
    {
        foreach (MarketEvent happened in _events.Written)
        {
            if (happened.Kind is EventKind.Triggered or EventKind.Refilled or EventKind.Canceled)
                _told.Add($"{happened.Kind} #{happened.Order} {happened.Quantity}@{happened.Price}");
            else if (happened.IsPublic && happened.Kind != EventKind.LevelChanged)
                _told.Add($"{happened.Kind} {happened.Quantity}@{happened.Price}");
        }

        _events.Clear();
    }
}
