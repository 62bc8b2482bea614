using System.Globalization;

namespace Rialto.Tests.Matching;

/// <summary>What the LEEPS frequent batch auction did with these books, and what is right where it was wrong.</summary>
/// <remarks>
/// One lot each unless (n) says more; mB buys and mS sells at market. Wherever the last column is not empty the old
/// exchange did something else: it gave a price to a book with one side, reported matches for lots, died of an ask that
/// was filled in part, and let market orders stay as the best quotes.
/// </remarks>
public sealed class LeepsBatchVectors
{
    const int Trials = 600;

    /// <summary>
    /// Bids, asks, what the public is told of the price, who trades with whom, the book afterwards, what was different.
    /// </summary>
    public static TheoryData<string, string, string, string, string, string> Vectors => new()
    {
        { "", "", "auction ended", "", "/", "" },
        { "100", "", "auction ended", "", "1@100 /", "price 100" },
        { "", "100", "auction ended", "", "/ 1@100", "" },
        { "101", "99", "auction ended 1@100", "101x99", "/", "" },
        { "102", "99", "auction ended 1@101", "102x99", "/", "" },
        { "99", "101", "indicated 100 imbalance 0, auction ended", "", "1@99 / 1@101", "" },
        { "101 101", "99", "auction ended 1@101", "101x99", "1@101 /", "" },
        { "101 100", "99", "auction ended 1@101", "101x99", "1@100 /", "" },
        { "101", "99 100", "auction ended 1@100", "101x99", "/ 1@100", "" },
        { "105 103 98", "97 101 104", "auction ended 2@102", "103x101 105x97", "1@98 / 1@104", "" },
        { "104 103 103", "100 100", "auction ended 2@103", "103x100 104x100", "1@103 /", "" },
        { "102 102", "100 100 100", "auction ended 2@100", "102x100 102x100", "/ 1@100", "" },
        { "101(5)", "99(2)", "auction ended 2@101", "101x99", "3@101 /", "volume 1" },
        { "mB", "101", "auction ended 1@101", "mBx101", "/", "" },
        { "99", "mS", "auction ended 1@99", "99xmS", "/", "" },
        { "mB", "mS", "auction ended", "", "/", "both stay" },
        { "mB 99", "mS 101", "auction ended 1@100", "mBxmS", "1@99 / 1@101", "" },
        { "mB mB 99", "101", "auction ended 1@101", "mBx101", "1@99 /", "mB stays" },
        { "mB mB 99 98", "101 102", "auction ended 2@102", "mBx101 mBx102", "1@99 1@98 /", "" },
        { "mB 99 98", "101 102", "auction ended 1@102", "mBx101", "1@99 1@98 / 1@102", "" },
        { "99 98", "mS 101 102", "auction ended 1@99", "99xmS", "1@98 / 1@101 1@102", "" },
        { "99 98", "mS mS mS 101", "auction ended 2@98", "98xmS 99xmS", "/ 1@101", "mS stays" },
        { "mB mB mB 105", "101 101", "auction ended 2@105", "mBx101 mBx101", "1@105 /", "mB stays" },

        // The two books that ended the old exchange's auctions for ever.
        { "101(2)", "99(5)", "auction ended 2@99", "101x99", "/ 3@99", "death" },
        { "101", "99(2)", "auction ended 1@99", "101x99", "/ 1@99", "death" },
    };

    /// <summary>
    /// Books in which the lot decides: the equal orders, by their places in the book, and how many of them trade.
    /// </summary>
    public static TheoryData<string, string, int[], int> Ties => new()
    {
        { "101 101", "99", [0, 1], 1 },
        { "104 103 103", "100 100", [1, 2], 1 },
        { "102 102", "100 100 100", [2, 3, 4], 2 },
        { "mB mB 99", "101", [0, 1], 1 },
        { "99 98", "mS mS mS 101", [2, 3, 4], 2 },
        { "mB mB mB 105", "101 101", [0, 1, 2], 2 },
    };

    [Theory, MemberData(nameof(Vectors))]
    public void A_book_clears_as_the_table_says(
        string bids, string asks, string told, string matches, string left, string difference)
    {
        foreach (ulong seed in (ulong[])[1, 2, 3, 4, 5])
        {
            MarketTape market = Enter(bids, asks, seed, out string[] names).Forget().Until(10);

            Assert.Equal(told, string.Join(", ", market.Events.Select(WithoutTime).Where(line =>
                line.StartsWith("auction", StringComparison.Ordinal)
                    || line.StartsWith("indicated", StringComparison.Ordinal))));
            Assert.Equal(matches, string.Join(' ', MatchesIn(market, names).Order(StringComparer.Ordinal)));
            Assert.Equal(left, market.Book());
            if (difference.EndsWith("stay", StringComparison.Ordinal)
                || difference.EndsWith("stays", StringComparison.Ordinal))
                Assert.Contains(market.Events, line => line.EndsWith("Immediate", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Ties))]
    public void Of_equal_orders_each_trades_equally_often(string bids, string asks, int[] equals, int winners)
    {
        int[] won = new int[10];
        for (ulong seed = 1; seed <= Trials; seed++)
        {
            foreach (string line in Enter(bids, asks, seed, out _).Forget().Until(10).Events.Where(line =>
                line.Contains("executed", StringComparison.Ordinal)))
                won[OrderIn(line) - 1]++;
        }

        // An order that trades with probability p does so Np ± √(Np(1−p)) times.
        double p = winners / (double)equals.Length;
        double error = 5 * Math.Sqrt(Trials * p * (1 - p));
        Assert.All(equals, order => Assert.InRange(won[order], (Trials * p) - error, (Trials * p) + error));
    }

    static MarketTape Enter(string bids, string asks, ulong seed, out string[] names)
    {
        MarketTape market = MarketTape.OfBatches(interval: 10, seed: seed);
        List<string> entered = [];
        foreach (string bid in bids.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (string name, long lots) = Parse(bid);
            entered.Add(name);
            _ = name == "mB" ? market.BuyAtMarket(lots) : market.Buy(lots, Number(name));
        }

        foreach (string ask in asks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (string name, long lots) = Parse(ask);
            entered.Add(name);
            _ = name == "mS" ? market.SellAtMarket(lots) : market.Sell(lots, Number(name));
        }

        names = [.. entered];
        return market;
    }

    static IEnumerable<string> MatchesIn(MarketTape market, string[] names) =>
        market.Events.Where(line => line.Contains("executed", StringComparison.Ordinal))
            .Chunk(2)
            .Select(pair => $"{names[OrderIn(pair[0]) - 1]}x{names[OrderIn(pair[1]) - 1]}");

    static (string Name, long Lots) Parse(string order)
    {
        string[] parts = order.TrimEnd(')').Split('(');
        return (parts[0], parts.Length == 1 ? 1 : Number(parts[1]));
    }

    static int OrderIn(string line) => (int)Number(line.Split(' ')[2]);

    static string WithoutTime(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
