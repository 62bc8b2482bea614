using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Where in the interval of clearing prices a batch trades. "4@105" is an order; "mB" buys and "mS" sells one lot at
/// market.
/// </summary>
public sealed class BatchPriceTests
{
    public static TheoryData<string, string, long, long, long, long, long> Books => new()
    {
        // bids, asks, volume, midpoint-up, midpoint, buyer's, seller's
        { "1@105 1@103 1@98", "1@97 1@101 1@104", 2, 102, 102, 103, 101 },
        { "1@102", "1@99", 1, 101, 100, 102, 99 },
        { "1@103", "1@100", 1, 102, 102, 103, 100 },
        { "1@-1", "1@-4", 1, -2, -2, -1, -4 },
        { "1@-2", "1@-5", 1, -3, -4, -2, -5 },

        // Neighbours: each end leaves the orders of one side that stand there.
        { "2@101 1@100", "2@100 5@101", 2, 101, 100, 101, 100 },

        // More than one lot: the interval is still that between the last lot that trades and the first that does not.
        { "4@105 6@101", "4@100 5@104", 4, 103, 102, 104, 101 },
        { "5@105 3@103", "4@100 6@102", 8, 102, 102, 102, 102 },
        { "9@100", "4@100", 4, 100, 100, 100, 100 },

        // An order without a price ends no interval: the nearest price named does.
        { "mB 1@99", "1@101", 1, 101, 101, 101, 101 },
        { "1@99", "mS 1@101", 1, 99, 99, 99, 99 },
        { "mB 1@99", "mS 1@102", 1, 101, 100, 102, 99 },
        { "mB mB 1@105", "1@101", 1, 105, 105, 105, 105 },
        { "1@98", "mS mS 1@101", 1, 98, 98, 98, 98 },
    };

    [Theory, MemberData(nameof(Books))]
    public void A_batch_trades_at_the_price_of_its_rule(
        string bids, string asks, long volume, long midpointUp, long midpoint, long buyers, long sellers)
    {
        Assert.Equal(
            [$"{volume}@{midpointUp}", $"{volume}@{midpoint}", $"{volume}@{buyers}", $"{volume}@{sellers}"],
            Enum.GetValues<BatchPrice>().Select(rule => Enter(rule, bids, asks).Until(10).Events
                .Last(line => line.StartsWith("10 auction ended ", StringComparison.Ordinal))[
                    "10 auction ended ".Length..]));
    }

    [Fact]
    public void A_batch_that_trades_nothing_indicates_by_the_same_rule() =>
        Assert.Equal(
            ["10 indicated 101 imbalance 0", "10 indicated 100 imbalance 0", "10 indicated 102 imbalance -1",
                "10 indicated 99 imbalance 1"],
            Enum.GetValues<BatchPrice>().Select(rule => Enter(rule, "1@99", "1@102").Forget().Until(10).Events[0]));

    [Fact]
    public void What_is_not_the_usual_rule_is_said()
    {
        BatchRules rules = new() { Interval = new(2_000_000_000) };

        Assert.Equal("frequent batch auction every 2 s", rules.Description);
        Assert.Equal(
            "frequent batch auction every 2 s from 500 ms on, buyer's price, pro-rata rationing",
            (
                rules with
                {
                    Phase = Duration.FromMilliseconds(500), Price = BatchPrice.Buyer, Rationing = Rationing.ProRata,
                }).Description);
    }

    static MarketTape Enter(BatchPrice rule, string bids, string asks)
    {
        MarketTape market = new([new BatchRules { Interval = new(10), Price = rule }]);
        foreach (string bid in bids.Split(' '))
            _ = bid == "mB" ? market.BuyAtMarket(1) : market.Buy(Numbers(bid)[0], at: Numbers(bid)[1]);
        foreach (string ask in asks.Split(' '))
            _ = ask == "mS" ? market.SellAtMarket(1) : market.Sell(Numbers(ask)[0], at: Numbers(ask)[1]);

        return market;
    }

    static long[] Numbers(string order) =>
        [.. order.Split('@').Select(number => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
