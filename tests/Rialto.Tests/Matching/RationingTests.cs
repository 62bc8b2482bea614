namespace Rialto.Tests.Matching;

/// <summary>Who trades when not everybody can: price, then age in batches, then the lot.</summary>
public sealed class RationingTests
{
    readonly MarketTape _market = MarketTape.OfBatches(interval: 10);

    [Fact]
    public void A_better_price_wins_whatever_its_age()
    {
        _market.Buy(1, at: 100).Until(10).Buy(1, at: 101).Until(20).Buy(1, at: 102).Sell(2, at: 99).Forget().Until(30);

        Assert.Equal(["30 trade 1@101 m1", "30 trade 1@101 m2"], _market.OnlyMatches);
        Assert.Equal("1@100 /", _market.Book());
    }

    /// <summary>
    /// The LEEPS exchange counted its first two batches as one, so that age did not count between them.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(50)]
    public void At_one_price_the_older_batch_wins(long start)
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            MarketTape market = MarketTape.OfBatches(interval: 10, seed: seed);
            market.Until(start).Buy(1, at: 101).Until(start + 10).Buy(1, at: 101).Sell(1, at: 99).Forget().Until(
                start + 20);

            Assert.Contains($"{start + 20} executed 1 1@101 remaining 0 Auction m1", market.Events);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_replaced_order_is_as_young_as_its_replacement(long lots)
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            MarketTape market = MarketTape.OfBatches(interval: 10, seed: seed);
            market.Buy(2, at: 101).Buy(1, at: 101).Until(10).Replace(1, lots, at: 101).Sell(1, at: 99).Forget().Until(
                20);

            Assert.Contains("20 executed 2 1@101 remaining 0 Auction m1", market.Events);
        }
    }

    [Fact]
    public void An_order_that_was_cut_or_partly_executed_keeps_its_age()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            MarketTape market = MarketTape.OfBatches(interval: 10, seed: seed);
            market.Buy(5, at: 101).Sell(2, at: 101).Until(10).Cancel(1, remaining: 1).Buy(
                1, at: 101).Sell(1, at: 101).Forget().Until(20);

            Assert.Contains("20 executed 1 1@101 remaining 0 Auction m2", market.Events);
        }
    }

    /// <summary>The old exchange: 2062, 1975 and 1963 of 6000, and 3000 of 3000 for an older order.</summary>
    [Fact]
    public void Of_three_equal_bids_each_wins_the_only_ask_equally_often()
    {
        int[] won = new int[4];
        for (long batch = 0; batch < 6000; batch++)
        {
            long first = (4 * batch) + 1;
            _market.Buy(1, at: 101).Buy(1, at: 101).Buy(1, at: 101).Sell(1, at: 99).Forget().Until(10 * (batch + 1));
            string winner = Assert.Single(_market.Events, line => line.Contains("executed", StringComparison.Ordinal)
                && !line.Contains($"executed {first + 3} ", StringComparison.Ordinal));
            won[long.Parse(winner.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) - first]++;
            _market.CancelAll(MarketTape.Bob);
        }

        // Np ± √(Np(1−p)) = 2000 ± 37.
        Assert.Equal((6000, 0), (won.Sum(), won[3]));
        Assert.All(won[..3], count => Assert.InRange(count, 2000 - (5 * 37), 2000 + (5 * 37)));
    }

    [Fact]
    public void The_same_seed_draws_the_same_lots()
    {
        Assert.Equal(Winners(seed: 7), Winners(seed: 7));
        Assert.NotEqual(Winners(seed: 7), Winners(seed: 8));
    }

    static string Winners(ulong seed)
    {
        MarketTape market = MarketTape.OfBatches(interval: 10, seed: seed);
        for (int i = 0; i < 40; i++)
            market.Buy(1, at: 101);

        return string.Join('\n', market.Sell(20, at: 99).Forget().Until(10).Events);
    }
}
