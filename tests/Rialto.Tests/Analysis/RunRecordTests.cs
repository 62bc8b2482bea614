using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class RunRecordTests
{
    static readonly Horizon TenSeconds = new(default, new(10_000_000_000));

    readonly RunRecord _record;
    readonly MarketScript _script;

    public RunRecordTests()
    {
        _record = new(SyntheticRun.Directory(venues: 2, participants: 3), TenSeconds);
        _script = new(_record);
    }

    [Fact]
    public void Best_prices_become_series_of_steps()
    {
        _script.Bid(5, 100).Ask(5, 104).At(1).Bid(2, 101).At(2).Bid(0, 101).At(4).Ask(0, 104).At(5).Bid(9, 100).At(6);
        ListingRecord listing = Finished();

        Assert.Equal([P(1, 100), P(2, 101), P(4, 100)], listing.Bids.Points());
        Assert.Equal([P(1, 104), P(5, null)], listing.Asks.Points());
        Assert.Equal([P(1, 4), P(2, 3), P(4, 4), P(5, null)], listing.Spreads.Points());
        Assert.Equal((4 + (2 * 3) + 4) / 4.0, listing.SpreadMean.Value);
        Assert.Equal((5 + (2 * 2) + (2 * 5) + (4 * 9)) / 9.0, listing.BidDepthMean.Value);
    }

    [Fact]
    public void What_lasts_for_no_time_is_not_shown()
    {
        _script.Bid(5, 100).At(1).Bid(5, 109).At(2).Bid(0, 109).At(2);

        Assert.Equal([P(1, 100)], Finished().Bids.Points());
    }

    [Fact]
    public void The_book_that_empties_at_the_close_is_not_shown()
    {
        _script.Bid(5, 100).Ask(5, 104).At(1).Bid(0, 100).At(10).Ask(0, 104).Close(10);
        ListingRecord listing = Finished();

        Assert.Equal([P(1, 100)], listing.Bids.Points());
        Assert.Equal([P(1, 104)], listing.Asks.Points());
        Assert.Equal(4, listing.SpreadMean.Value);
        Assert.Equal(204, listing.MarkHalfTicks);
        Assert.Equal(204, listing.Samples[^1].HalfTicks);
    }

    [Fact]
    public void A_session_that_closes_early_ends_its_means_there()
    {
        _script.Bid(5, 100).Ask(5, 104).At(0).Ask(5, 103).At(3).Bid(0, 100).Ask(0, 104).Ask(0, 103).Close(4);
        ListingRecord listing = Finished();

        Assert.Equal(new Timestamp(4_000_000_000), listing.ClosedAt);
        Assert.Equal(((4 * 3) + 3) / 4.0, listing.SpreadMean.Value);
        Assert.Equal([P(0, 100)], listing.Bids.Points());
    }

    [Fact]
    public void Executions_move_cash_and_lots()
    {
        _script.Match(buyer: 0, seller: 2, lots: 7, at: 100).At(1).Match(buyer: 1, seller: 0, lots: 2, at: 110).At(2);
        _record.Finish();
        Accounts accounts = _record.Participants.Accounts;

        Assert.Equal([1_000_000 - 700 + 220, 1_000_000 - 220, 1_000_000 + 700], Each(p => accounts.CashOf(p).Units));
        Assert.Equal([5, 2, -7], Each(p => accounts.LotsOf(p, 0)));
        Assert.Equal([9, 2, 7], Each(accounts.TradedBy));
        Assert.Equal([P(0, 0), P(1, 7), P(2, 5)], _record.Participants.InventoryOf(0, 0)!.Points());
    }

    [Fact]
    public void Net_worth_is_marked_at_the_midpoint()
    {
        _script.Match(buyer: 0, seller: 2, lots: 7, at: 100).Bid(1, 103).Ask(1, 104).At(1).Bid(0, 103).At(2);
        _record.Finish();

        // The last midpoint is 103.5, also after the bid left.
        Assert.Equal([1_000_000 - 700 + 724.5, 1_000_000, 1_000_000 + 700 - 724.5], _record.Participants.FinalWorth);
    }

    [Fact]
    public void Net_worth_is_marked_at_trades_while_there_is_no_midpoint()
    {
        _script.Match(buyer: 0, seller: 2, lots: 7, at: 100).At(1).Match(buyer: 1, seller: 2, lots: 1, at: 102).At(2);
        _record.Finish();

        Assert.Equal(1_000_000 + 14, _record.Participants.FinalWorth[0]);
    }

    [Fact]
    public void Net_worth_over_time_is_what_everyone_had_just_before()
    {
        _script.Match(buyer: 0, seller: 2, lots: 10, at: 100).At(5).Match(buyer: 1, seller: 2, lots: 1, at: 102).At(10);
        _record.Finish();
        ParticipantRecord participants = _record.Participants;
        List<double?> path = participants.NetWorth.Named[0];

        Assert.Equal(participants.Instants.Count, path.Count);
        Assert.Equal(1_000_000, path[0]);
        Assert.Equal(1_000_000, path[^2]);
        Assert.Equal(1_000_020, path[^1]);
        Assert.Equal(TenSeconds.End, participants.Instants[^1]);
    }

    [Fact]
    public void The_effective_spread_takes_the_midpoint_before_the_step()
    {
        _script.Bid(5, 100).Ask(5, 104).At(1);
        _script.Trade(Side.Buy, 5, 104).Ask(0, 104).Ask(5, 108).Trade(Side.Buy, 5, 108).At(2);

        Assert.Equal((4 + 12) / 2.0, Finished().EffectiveSpread.Value);
    }

    [Fact]
    public void Deviations_from_the_fundamental_value_are_weighted_by_time_and_by_lots()
    {
        _script.Value(0, 100).Bid(5, 100).Ask(5, 104).At(0).Value(5, 105).Trade(
            Side.Buy, 2, 104).At(6).Trade(Side.Buy, 1, 100).At(7);
        ListingRecord listing = Finished();

        // |102 − 100| and then |102 − 105|, five seconds each
        Assert.Equal(2.5, listing.ValueDeviation.Value);
        Assert.Equal(7 / 3.0, listing.TradeValueDeviation.Value);    // (1·2 + 5·1) / 3
    }

    [Fact]
    public void A_value_told_before_the_first_order_counts_from_then_on()
    {
        _script.Value(0, 110).Bid(5, 100).Ask(5, 104).At(5);

        Assert.Equal(8, Finished().ValueDeviation.Value);
        Assert.Equal([P(0, 110)], _record.Values[0].Points());
    }

    [Fact]
    public void Samples_show_what_stood_just_before_their_instant()
    {
        Horizon minute = new(default, new(60_000_000_000));
        RunRecord record = new(SyntheticRun.Directory(1, 2), minute);
        new MarketScript(record).Bid(5, 100).Ask(3, 104).At(0.5).Bid(6, 102).At(2);
        record.Finish();
        MarketSample[] samples = [.. record.Listings.Single().Samples.Take(4)];

        Assert.Equal([null, 204, 204, 206], samples.Select(sample => sample.HalfTicks));
        Assert.Equal([0, 2, 0, 6], samples.Select(sample => sample.Imbalance));
        Assert.Equal(61, record.Listings.Single().Samples.Count);
    }

    [Fact]
    public void Volume_is_summed_by_who_took()
    {
        _script.Trade(Side.Buy, 5, 100).At(0.01).Trade(Side.Sell, 2, 100).At(0.02).Trade(
            Side.Buy, 3, 100, Liquidity.Auction).At(9.99);
        VolumeSpans volume = Finished().Volume;

        Assert.Equal((5, 2, 3), (volume.Bought[0], volume.Sold[0], volume.Auctioned[^1]));
    }

    [Fact]
    public void Depth_is_what_stood_in_the_middle_of_a_span()
    {
        _script.Bid(5, 100).Bid(6, 99).At(0.01).Bid(0, 100).At(5);
        DepthSnapshots depth = Finished().Depth;

        Assert.Equal([new DepthLevel(99, 6), new DepthLevel(100, 5)], depth.Of(Side.Buy, 10));
        Assert.Equal([new DepthLevel(99, 6)], depth.Of(Side.Buy, depth.Grid.Count - 1));
        Assert.Empty(depth.Of(Side.Sell, 10));
    }

    [Fact]
    public void A_tape_has_no_participants()
    {
        _script.Bid(5, 100).Trade(Side.Sell, 1, 100).At(1, InputKind.Record);
        _record.Finish();

        Assert.False(_record.Participants.HasTraded);
        Assert.Equal(1, _record.Trades);
    }

    [Fact]
    public void Each_venue_has_its_own_book()
    {
        _script.Bid(5, 100).At(1);
        _script.Listing = new(new(1), new(0));
        _script.Bid(5, 90).At(2);
        _record.Finish();

        Assert.Equal([[P(1, 100)], [P(2, 90)]], _record.Listings.Select(listing => listing.Bids.Points().ToArray()));
    }

    [Fact]
    public void A_horizon_ends_after_it_starts() =>
        Assert.Throws<ArgumentException>(() => new Horizon(new(5), new(5)));

    ListingRecord Finished()
    {
        _record.Finish();
        return _record.Listings.First();
    }

    static long[] Each(Func<int, long> of) => [of(0), of(1), of(2)];

    static SeriesPoint P(double seconds, long? value) => new(new((long)(seconds * 1e9)), value);
}
