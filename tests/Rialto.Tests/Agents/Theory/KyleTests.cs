using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Theory;

/// <summary>Kyle's equilibrium and what its three kinds of traders do in it.</summary>
public sealed class KyleTests
{
    /// <summary>With one auction: λ = 1/2, β = 1, and half of the variance is left.</summary>
    [Theory]
    [InlineData(1, "0.5", "0.5")]
    [InlineData(2, "0.65288 0.58823", "0.69202 0.34601")]
    [InlineData(4, "0.7648 0.75676 0.73721 0.6642", "0.82214 0.6375 0.44116 0.22058")]
    public void The_equilibrium_is_the_published_one(int auctions, string impacts, string variances)
    {
        IReadOnlyList<KyleAuction> solved = KyleEquilibrium.Solve(auctions, valueDeviation: 1, noiseDeviation: 1);

        Assert.Equal(impacts, Text(solved.Select(auction => auction.Impact)));
        Assert.Equal(variances, Text(solved.Select(auction => auction.Variance)));
    }

    [Fact]
    public void It_scales_with_the_deviations_of_value_and_noise()
    {
        KyleAuction solved = KyleEquilibrium.Solve(1, valueDeviation: 1_000, noiseDeviation: 20)[0];

        Assert.Equal(25, solved.Impact, 1e-6); // ½ · 1000 / 20
        Assert.Equal(0.02, solved.Intensity, 1e-9); // 20 / 1000
        Assert.Equal(500_000, solved.Variance, 1e-3);
    }

    [Theory]
    [InlineData(10_500, 10_000, 10)]
    [InlineData(9_500, 10_000, -10)]
    [InlineData(10_020, 10_000, 0)]
    public void The_insider_demands_in_proportion_to_what_the_price_is_wrong_by(long worth, long last, long lots) =>
        Assert.Equal(lots, KyleInsider.Demand(0.02, new Price(worth), new Price(last)));

    [Theory]
    [InlineData(Side.Sell, 1, 1_010)]
    [InlineData(Side.Sell, 3, 1_050)]
    [InlineData(Side.Buy, 1, 990)]
    [InlineData(Side.Buy, 3, 950)]
    public void The_market_maker_quotes_a_straight_line(Side side, int lot, long price) =>
        Assert.Equal(new Price(price), KyleMarketMaker.Rung(side, new Price(1_000), impact: 20, lot));

    static string Text(IEnumerable<double> numbers) =>
        string.Join(' ', numbers.Select(number =>
            Math.Round(number, 5).ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
