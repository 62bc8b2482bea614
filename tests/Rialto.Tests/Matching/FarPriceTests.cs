using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Prices may lie anywhere, and the market may go anywhere: the venue keeps near prices and far ones apart, and nobody
/// can tell. That its levels are those of the live orders is checked at every step.
/// </summary>
public sealed class FarPriceTests
{
    [Theory]
    [InlineData(50, 0)]
    [InlineData(3_000, 40)]
    [InlineData(200_000, 2_000)]
    [InlineData(400_000_000, 100_000_000)]
    public void The_book_is_that_of_the_live_orders_wherever_the_market_goes(long spread, long step)
    {
        MarketTape market = new();
        RandomStream chance = new(1, "far prices");
        long middle = 0;
        for (int order = 1; order <= 600; order++)
        {
            middle += chance.NextBetween(-step, step);
            long distance = chance.NextBetween(1, chance.NextBoolean() ? spread : 1 + (spread / 100));
            if (chance.NextBoolean())
                market.Buy(1, at: middle - distance);
            else
                market.Sell(1, at: middle + distance);

            if (chance.NextBelow(3) > 0)
                market.Cancel(chance.NextBetween(1, order));
        }

        market.CancelAll(MarketTape.Ann).CancelAll(MarketTape.Bob);
        Assert.NotEmpty(market.Events);
    }

    [Fact]
    public void A_sweep_goes_from_near_prices_to_far_ones_best_first()
    {
        long[] prices = [-900_000_000, -7, -6, 1, 5_000, 5_001, 900_000_000];
        MarketTape market = new();
        foreach (long price in prices.Reverse())
            market.Sell(1, at: price);

        market.Forget().Buy(prices.Length, at: 900_000_000);

        Assert.Equal(prices.Select((price, i) => $"0 trade Buy 1@{price} m{i + 1}"), market.OnlyMatches);
    }

    [Fact]
    public void A_batch_clears_between_prices_that_are_far_apart()
    {
        MarketTape market = MarketTape.OfBatches();
        market.Sell(1, at: -800_000_000).Sell(1, at: 0).Sell(1, at: 700_000_000);
        market.Buy(1, at: 900_000_000).Buy(1, at: 4_000).Buy(1, at: -900_000_000).Forget().Until(10);

        Assert.All(market.OnlyMatches, line => Assert.Contains("1@2000", line, StringComparison.Ordinal));
        Assert.Equal(2, market.OnlyMatches.Count());
    }
}
