using Rialto.Analysis;

namespace Rialto.Tests.Analysis;

public sealed class ReturnMeasureTests
{
    static readonly double[] Sample = [1, 2, 3, 4];

    [Fact]
    public void Returns_are_logarithms_of_ratios() =>
        Assert.Equal(
            [Math.Log(2), -Math.Log(4)], Returns.Logarithmic([1, 2, 0.5]).Select(value => Math.Round(value, 15)), Same);

    [Fact]
    public void Prices_that_are_not_positive_have_no_returns()
    {
        Assert.Empty(Returns.Logarithmic([1, 0, 2]));
        Assert.Empty(Returns.Logarithmic([5]));
        Assert.Empty(Returns.Logarithmic([]));
    }

    [Fact]
    public void Realised_volatility_is_the_root_of_the_summed_squares()
    {
        Assert.Equal(5, Returns.RealizedVolatility([3, -4]));
        Assert.Null(Returns.RealizedVolatility([]));
    }

    [Fact]
    public void Deviation_is_that_of_the_sample_itself()
    {
        Assert.Equal(2.5, Moments.Mean(Sample));
        Assert.Equal(Math.Sqrt(1.25), Moments.StandardDeviation(Sample));
        Assert.Null(Moments.StandardDeviation([]));
    }

    [Fact]
    public void Excess_kurtosis_compares_the_tails_with_a_normal_distribution()
    {
        // Squares sum to 5, fourth powers to 2·1.5⁴ + 2·0.5⁴ = 10.25: 4·10.25/25 − 3.
        Assert.Equal(-1.36, Moments.ExcessKurtosis(Sample)!.Value, 12);
        // One value of five away: squares sum to 0.8, fourth powers to 4·0.2⁴ + 0.8⁴ = 0.416: 5·0.416/0.64 − 3.
        Assert.Equal(0.25, Moments.ExcessKurtosis([0, 0, 0, 0, 1])!.Value, 12);
        Assert.Null(Moments.ExcessKurtosis([2, 2, 2, 2]));
        Assert.Null(Moments.ExcessKurtosis([1, 2, 3]));
    }

    [Fact]
    public void Autocorrelation_compares_a_series_with_itself_some_steps_earlier()
    {
        // Deviations −1.5 −0.5 0.5 1.5: products of neighbours 0.75 − 0.25 + 0.75, squares 5.
        Assert.Equal(0.25, Autocorrelation.Of(Sample, 1));
        Assert.Equal(-0.3, Autocorrelation.Of(Sample, 2)!.Value, 12);
        Assert.Equal(-0.75, Autocorrelation.Of([1, -1, 1, -1], 1));
        Assert.Null(Autocorrelation.Of([1, 1, 1], 1));
        Assert.Null(Autocorrelation.Of([1, 2], 1));
    }

    [Fact]
    public void A_line_is_fitted_by_least_squares()
    {
        LeastSquares line = LeastSquares.Of([0, 1, 2], [1, 3, 4])!.Value;

        Assert.Equal(1.5, line.Slope);
        Assert.Equal(27.0 / 28, line.Determination, 12);   // 3² / (2 · 14/3)
        Assert.Null(LeastSquares.Of([1, 1, 1], [1, 2, 3]));
    }

    [Fact]
    public void Quantiles_interpolate_between_neighbours()
    {
        Assert.Equal(1, Quantile.Of(Sample, 0));
        Assert.Equal(1.75, Quantile.Of(Sample, 0.25));
        Assert.Equal(2.5, Quantile.Of(Sample, 0.5));
        Assert.Equal(4, Quantile.Of(Sample, 1));
    }

    static bool Same(double left, double right) => Math.Abs(left - right) < 1e-12;
}
