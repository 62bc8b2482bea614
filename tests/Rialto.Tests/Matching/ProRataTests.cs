using System.Globalization;
using Rialto.Matching;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching;

/// <summary>
/// At the price at which the lots of a batch run out, they are shared in proportion to what the orders have left.
/// </summary>
public sealed class ProRataTests
{
    readonly MarketTape _market = Batches();

    /// <summary>The lots of the bids at one price, how many are offered, what each gets.</summary>
    [Theory]
    [InlineData("10 20 30", 30, "5 10 15")]
    [InlineData("5 3 2", 7, "4 2 1")] // 3½, 2 1/10, 1 4/10
    [InlineData("3 5 2", 7, "2 4 1")] // the same, in another order
    [InlineData("7 2 1", 5, "4 1 0")] // 3½, 1, ½: of equal remainders the earlier
    [InlineData("1 1 1", 2, "1 1 0")]
    [InlineData("1 1 1000000", 500001, "1 0 500000")] // ½, ½, 500 000
    [InlineData("1000000000 1000000000 1000000000", 1000000000, "333333334 333333333 333333333")]
    [InlineData("4 3", 7, "4 3")]
    public void Whole_lots_first_then_one_more_each_for_the_largest_remainders(string bids, long offered, string shares)
    {
        foreach (long lots in Numbers(bids))
            _market.Buy(lots, at: 1);

        _market.Sell(offered, at: 1).Forget().Until(10);

        Assert.Equal(shares, Shares(_market, Numbers(bids).Length));
    }

    [Fact]
    public void It_is_the_same_for_the_sellers()
    {
        _market.Sell(5, at: 100).Sell(3, at: 100).Sell(2, at: 100).Buy(7, at: 100).Forget().Until(10);

        Assert.Equal(
        [
            "10 executed 4 4@100 remaining 3 Auction m1",
            "10 executed 1 4@100 remaining 1 Auction m1",
            "10 trade 4@100 m1",
            "10 executed 4 2@100 remaining 1 Auction m2",
            "10 executed 2 2@100 remaining 1 Auction m2",
            "10 trade 2@100 m2",
            "10 executed 4 1@100 remaining 0 Auction m3",
            "10 executed 3 1@100 remaining 1 Auction m3",
            "10 trade 1@100 m3",
            "10 auction ended 7@100",
            "10 ask 3@100 of 3",
        ], _market.Events);
    }

    [Fact]
    public void A_better_price_is_served_in_full()
    {
        _market.Buy(6, at: 100).Buy(5, at: 101).Buy(3, at: 100).Buy(9, at: 99).Sell(8, at: 98).Forget().Until(10);

        Assert.Equal("2 5 1 0", Shares(_market, 4));
    }

    [Fact]
    public void What_counts_is_what_an_order_has_left_and_not_when_it_came()
    {
        _market.Buy(9, at: 100).Sell(3, at: 100).Until(10).Buy(12, at: 100).Cancel(
            3, remaining: 6).Sell(6, at: 100).Forget().Until(20);

        Assert.Equal("3 0 3", Shares(_market, 3));
    }

    [Fact]
    public void Orders_without_a_price_share_before_all_others()
    {
        _market.Buy(50, at: 200).BuyAtMarket(6).BuyAtMarket(3).BuyAtMarket(3).Sell(4, at: 100).Forget().Until(10);

        Assert.Equal("0 2 1 1", Shares(_market, 4));
    }

    [Fact]
    public void A_fill_or_kill_order_whose_share_is_not_all_of_it_is_killed_and_the_others_share_again()
    {
        _market.Buy(5, at: 100, FillOrKill).Buy(4, at: 100).Buy(2, at: 100).Sell(3, at: 100).Forget().Until(10);

        Assert.Equal("10 canceled 1 5 remaining 0 Immediate", _market.Events[0]);
        Assert.Equal("0 2 1", Shares(_market, 3));
    }

    /// <summary>Nine lots for two orders of five: 4½ each, and the lot left over goes to the earlier one.</summary>
    [Theory]
    [InlineData(FillOrKill, Day, "5 4")]
    [InlineData(Day, FillOrKill, "5 0")]
    public void A_fill_or_kill_order_whose_share_is_all_of_it_trades(
        Rialto.Trading.TimeInForce first, Rialto.Trading.TimeInForce second, string shares)
    {
        _market.Buy(5, at: 100, first).Buy(5, at: 100, second).Sell(9, at: 100).Forget().Until(10);

        Assert.Equal(shares, Shares(_market, 2));
    }

    [Fact]
    public void What_is_left_of_an_immediate_or_cancel_order_after_its_share_is_canceled()
    {
        _market.Buy(4, at: 100, ImmediateOrCancel).Buy(4, at: 100).Sell(4, at: 100).Forget().Until(10);

        Assert.Equal("2 2", Shares(_market, 2));
        Assert.Contains("10 canceled 1 2 remaining 0 Immediate", _market.Events);
        Assert.Equal("2@100 /", _market.Book());
    }

    /// <summary>
    /// Three lots each; Bob pays for two, so that his order is cut to two. Of these and Cyd's six he gets 1½ of the
    /// six, and as the earlier one the lot left over.
    /// </summary>
    [Fact]
    public void An_order_is_cut_to_what_its_account_can_settle_of_its_share_and_then_all_share_again()
    {
        MarketTape market = Batches(SettlementPolicy.ShrinkAtMatch, cash: [0, 20, 100, 0], lots: [6, 0, 0, 0]);
        market.Buy(6, at: 10).Buy(6, at: 10, by: MarketTape.Cyd).Sell(6, at: 10).Forget().Until(10);

        Assert.Equal("10 canceled 1 4 remaining 2 InsufficientFunds", market.Events[0]);
        Assert.Equal("2 4", Shares(market, 2));
        Assert.Equal((0, 60), (market.CashOf(MarketTape.Bob), market.CashOf(MarketTape.Cyd)));
    }

    [Fact]
    public void An_account_that_can_settle_its_share_is_not_cut()
    {
        MarketTape market = Batches(SettlementPolicy.ShrinkAtMatch, cash: [0, 30, 100, 0], lots: [6, 0, 0, 0]);
        market.Buy(6, at: 10).Buy(6, at: 10, by: MarketTape.Cyd).Sell(6, at: 10).Forget().Until(10);

        Assert.Equal("3 3", Shares(market, 2));
        Assert.Equal("6@10 /", market.Book());
    }

    static MarketTape Batches(
        SettlementPolicy settlement = SettlementPolicy.Unlimited, long[]? cash = null, long[]? lots = null) =>
        new([new BatchRules { Interval = new(10), Rationing = Rationing.ProRata }], settlement, cash, lots);

    /// <summary>What each of the first orders got.</summary>
    static string Shares(MarketTape market, int orders) =>
        string.Join(' ', Enumerable.Range(1, orders).Select(order => market.Events
        .Select(line => line.Split(' ', '@'))
        .Where(words => words[1] == "executed" && words[2] == order.ToString(CultureInfo.InvariantCulture))
        .Sum(words => long.Parse(words[3], CultureInfo.InvariantCulture))));

    static long[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
