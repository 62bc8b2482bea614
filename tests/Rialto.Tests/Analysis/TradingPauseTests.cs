using System.Globalization;
using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

/// <summary>While orders are collected for an auction, what the book shows are no quotes.</summary>
public sealed class TradingPauseTests
{
    readonly RunRecord _record;
    readonly MarketScript _market;

    public TradingPauseTests()
    {
        _record = new RunRecord(
            SyntheticRun.Directory(1, 1), new Horizon(Timestamp.Zero, Timestamp.Zero + Duration.FromSeconds(10)));
        _market = new MarketScript(_record);
    }

    [Fact]
    public void A_book_that_is_crossed_during_a_call_quotes_nothing()
    {
        _market.Bid(5, at: 99).Ask(5, at: 101).At(0)
            .State(TradingState.ClosingAuction).At(4)
            .Bid(7, at: 103).At(5)
            .Trade(default, 5, at: 101, Liquidity.Auction).BatchEnded(101, 5).Bid(2, at: 103).Ask(
                0, at: 101).State(TradingState.Closed).At(8);
        _record.Finish();

        ListingRecord listing = Assert.Single(_record.Listings);
        Assert.Equal("0: 99, 4: none", Text(listing.Bids));
        Assert.Equal("0: 2, 4: none", Text(listing.Spreads));
        Assert.Equal((2.0, 4.0), (listing.SpreadMean.Value, listing.SpreadMean.Present.Seconds));
        Assert.Equal(1, listing.Auctions);
        TradingPause[] pauses =
            [new(Second(4), Second(8), TradingState.ClosingAuction), new(Second(8), Second(10), TradingState.Closed)];
        Assert.Equal(pauses, listing.Pauses);
    }

    [Fact]
    public void What_is_hidden_and_shown_again_is_no_flow_of_orders()
    {
        _market.Bid(5, at: 99).Ask(3, at: 101).At(0)
            .State(TradingState.VolatilityAuction).Bid(0, at: 99).Ask(0, at: 101).At(2)
            .State(TradingState.Continuous).Bid(50, at: 95).Ask(3, at: 97).At(3)
            .Bid(60, at: 95).At(4);
        _record.Finish();

        Assert.Equal(5 - 3 + 10, Assert.Single(_record.Listings).Imbalance);
    }

    [Fact]
    public void A_crossed_book_of_a_call_market_quotes_nothing()
    {
        _market.Bid(5, at: 99).Ask(5, at: 101).At(0).Ask(5, at: 98).At(3).Ask(0, at: 98).Bid(0, at: 99).Bid(1, at: 100)
            .At(6);
        _record.Finish();

        ListingRecord listing = Assert.Single(_record.Listings);
        Assert.Equal("0: 101, 3: none, 6: 101", Text(listing.Asks));
        Assert.Empty(listing.Pauses);
    }

    static string Text(StepSeries series) => string.Join(
        ", ",
        series.Points().Select(point => string.Create(
            CultureInfo.InvariantCulture, $"{point.At.Nanoseconds / 1_000_000_000}: "
                + $"{point.Value?.ToString(CultureInfo.InvariantCulture) ?? "none"}")));

    static Timestamp Second(double seconds) => Timestamp.Zero + Duration.FromSeconds(seconds);
}
