using Rialto.Analysis;

namespace Rialto.Tests.Analysis;

public sealed class OrderFlowImbalanceTests
{
    static readonly BestBidOffer Before = new(BidTicks: 100, BidLots: 7, AskTicks: 102, AskLots: 5);

    [Fact]
    public void Lots_added_to_the_bid_are_demand() => Assert.Equal(3, Of(Before with { BidLots = 10 }));

    [Fact]
    public void Lots_taken_from_the_bid_are_supply() => Assert.Equal(-6, Of(Before with { BidLots = 1 }));

    [Fact]
    public void Lots_added_to_the_ask_are_supply() => Assert.Equal(-4, Of(Before with { AskLots = 9 }));

    [Fact]
    public void A_better_bid_is_demand_of_all_its_lots() =>
        Assert.Equal(2, Of(Before with { BidTicks = 101, BidLots = 2 }));

    [Fact]
    public void A_worse_bid_is_supply_of_all_the_lots_that_left() =>
        Assert.Equal(-7, Of(Before with { BidTicks = 99, BidLots = 40 }));

    [Fact]
    public void A_worse_ask_is_demand_of_all_the_lots_that_left() =>
        Assert.Equal(5, Of(Before with { AskTicks = 103, AskLots = 40 }));

    [Fact]
    public void A_better_ask_is_supply_of_all_its_lots() =>
        Assert.Equal(-4, Of(Before with { AskTicks = 101, AskLots = 4 }));

    [Fact]
    public void A_side_that_appears_or_vanishes_counts_with_all_its_lots()
    {
        BestBidOffer bidOnly = Before with { AskTicks = 0, AskLots = 0 };

        Assert.Equal(5, Of(bidOnly));
        Assert.Equal(-5, OrderFlowImbalance.Of(bidOnly, Before));
        Assert.Equal(0, OrderFlowImbalance.Of(bidOnly, bidOnly));
    }

    static long Of(BestBidOffer after) => OrderFlowImbalance.Of(Before, after);
}
