using System.Globalization;
using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class ExperimentMeasureTests
{
    /// <summary>The schedules of Gode and Sunder (1993), each held by six buyers and six sellers.</summary>
    [Theory]
    [InlineData("102 97 92 87 82 77", "34 46 58 70 82 94", 90.00, 82, 30)]
    [InlineData("117 105 93 81 69 57", "49 54 59 64 69 74", 90.00, 69, 30)]
    [InlineData("180 175 170 165 160", "90 142 170 190 198", 48.78, 170, 18)]
    public void A_market_in_which_every_unit_trades_has_the_published_efficiency(
        string values, string costs, double efficiency, long price, long units)
    {
        Price[] demand = SixOf(values);
        Price[] supply = SixOf(costs);
        UnitTrade[] all = [.. demand.Zip(supply.Reverse(), (value, cost) => new UnitTrade(value, cost))];

        Assert.Equal(efficiency, AllocativeEfficiency.Of(demand, supply, all)!.Value, 2);
        Assert.Equal(
            new CompetitiveEquilibrium(units, new(price), new(price)), CompetitiveEquilibrium.Of(demand, supply));
    }

    [Fact]
    public void A_market_that_trades_the_right_units_is_fully_efficient_at_any_pairing()
    {
        Price[] values = Of("10 8 3");
        Price[] costs = Of("9 2 4");

        Assert.Equal(12, AllocativeEfficiency.MaximumSurplus(values, costs));   // 10 − 2 + 8 − 4
        Assert.Equal(100, AllocativeEfficiency.Of(values, costs, [Trade(10, 4), Trade(8, 2)]));
        Assert.Equal(50, AllocativeEfficiency.Of(values, costs, [Trade(10, 4)]));
        Assert.Equal(-50, AllocativeEfficiency.Of(values, costs, [Trade(3, 9)]));
        Assert.Equal(0, AllocativeEfficiency.Of(values, costs, []));
    }

    [Fact]
    public void Without_gains_from_trade_there_is_no_efficiency()
    {
        Assert.Null(AllocativeEfficiency.Of(Of("5"), Of("5"), []));
        Assert.Null(AllocativeEfficiency.Of([], Of("5"), []));
        Assert.Null(CompetitiveEquilibrium.Of(Of("4"), Of("5")));
    }

    [Fact]
    public void Smiths_symmetric_market_clears_six_units_at_two_hundred()
    {
        Price[] limits = [.. Enumerable.Range(0, 11).Select(i => new Price(75 + (25 * i)))];

        Assert.Equal(new CompetitiveEquilibrium(6, new(200), new(200)), CompetitiveEquilibrium.Of(limits, limits));
    }

    [Fact]
    public void Several_prices_may_clear_a_market()
    {
        // Two units trade at any price between the costs of the second (4) and of the third (7), which is below the
        // second value.
        CompetitiveEquilibrium equilibrium = CompetitiveEquilibrium.Of(Of("10 8 3"), Of("2 4 7"))!.Value;

        Assert.Equal(new(2, new(4), new(7)), equilibrium);
        Assert.Equal(5.5, equilibrium.Price);
    }

    [Fact]
    public void Smiths_alpha_is_the_deviation_from_equilibrium_in_percent()
    {
        Assert.Equal(0, SmithAlpha.Of(Of("200 200"), 200));
        // √((10² + 0² + 20² + 10²) / 4) = √150.
        Assert.Equal(100 * Math.Sqrt(150) / 200, SmithAlpha.Of(Of("210 200 180 190"), 200), 12);
        Assert.Throws<ArgumentException>(() => SmithAlpha.Of([], 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmithAlpha.Of(Of("1"), 0));
    }

    [Fact]
    public void Bubble_measures_compare_with_the_mean_fundamental_value()
    {
        double[] values = [120, 80, 40];   // mean 80
        Assert.Equal(60.0 / 240, BubbleMeasures.RelativeAbsoluteDeviation([100, 100, 60], values)!.Value, 12);
        Assert.Equal(20.0 / 240, BubbleMeasures.RelativeDeviation([100, 100, 60], values)!.Value, 12);
        Assert.Equal(0, BubbleMeasures.RelativeAbsoluteDeviation(values, values));
        Assert.Null(BubbleMeasures.RelativeDeviation([1], [0]));
        Assert.Throws<ArgumentException>(() => BubbleMeasures.RelativeDeviation([1], values));
    }

    static UnitTrade Trade(long value, long cost) => new(new(value), new(cost));

    static Price[] SixOf(string prices) => [.. Enumerable.Repeat(Of(prices), 6).SelectMany(one => one)];

    static Price[] Of(string prices) =>
        [.. prices.Split(' ').Select(text => new Price(long.Parse(text, CultureInfo.InvariantCulture)))];
}
