using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class StatisticsTests
{
    [Fact]
    public void Skewness_tells_on_which_side_the_longer_tail_is()
    {
        // Deviations −1 −1 2 sum to squares 6, cubes 6: √3·6 / 6^1.5 = 1/√2.
        Assert.Equal(1 / Math.Sqrt(2), Moments.Skewness([0, 0, 3])!.Value, 12);
        Assert.Equal(0, Moments.Skewness([1, 2, 3])!.Value, 12);
        Assert.Null(Moments.Skewness([1, 1, 1]));
        Assert.Null(Moments.Skewness([1, 2]));
    }

    [Fact]
    public void Returns_of_a_longer_horizon_are_sums()
    {
        Assert.Equal([3.0, 7.0], Returns.Aggregate([1, 2, 3, 4, 5], 2));
        Assert.Equal([1.0, 2.0], Returns.Aggregate([1, 2], 1));
        Assert.Empty(Returns.Aggregate([1, 2], 3));
    }

    [Fact]
    public void Correlation_is_one_on_a_line_and_has_the_sign_of_its_slope()
    {
        Assert.Equal(1, Correlation.Of([1, 2, 3], [10, 20, 30])!.Value, 12);
        Assert.Equal(-1, Correlation.Of([1, 2, 3], [3, 2, 1])!.Value, 12);
        // Deviations −1 0 1 and −1 1 0: 1 / √(2·2).
        Assert.Equal(0.5, Correlation.Of([1, 2, 3], [1, 3, 2])!.Value, 12);
        Assert.Null(Correlation.Of([1, 1, 1], [1, 2, 3]));
    }

    [Fact]
    public void A_power_law_is_found_again()
    {
        double[] x = [1, 2, 4, 8, 0, 16];
        double[] y = [.. x.Select(value => 3 * Math.Sqrt(value))];
        PowerLaw law = PowerLaw.Fit(x, y)!.Value;

        Assert.Equal(0.5, law.Exponent, 12);
        Assert.Equal(3, law.Prefactor, 12);
        Assert.Equal(1, law.Determination, 12);
        Assert.Equal(5, law.Points);   // Zero has no logarithm.
        Assert.Equal(30, law.At(100), 10);
        Assert.Null(PowerLaw.Fit([1, 2], [1, 2]));
    }

    [Fact]
    public void A_memory_that_fades_as_a_power_of_the_lag_shows_its_exponent()
    {
        double[] lags = [.. PowerLaw.Lags(100).Select(lag => (double)lag)];
        double[] fading = [.. lags.Select(lag => 0.4 * Math.Pow(lag, -0.6))];
        Assert.Equal([1.0, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15], lags[..11]);
        Assert.Equal(-0.6, PowerLaw.OfDecay(lags, fading)!.Value.Exponent, 10);

        fading[8] = -0.01;   // Lag 10 ends the fit: the lags 1 to 8 count.
        Assert.Equal(8, PowerLaw.OfDecay(lags, fading)!.Value.Points);
        Assert.Null(PowerLaw.OfDecay([1, 2, 3, 4], [-0.1, 0.2, 0.3, 0.4]));
    }

    [Fact]
    public void The_tail_index_is_that_of_the_largest_values()
    {
        // The logarithms of the three largest exceed that of the fourth by 3, 2 and 1: α = 3/6.
        Assert.Equal(0.5, HillTail.Of([1, Math.Exp(3), Math.E, Math.Exp(2)], 0.75)!.Value, 12);
        // Quantiles of P(X > x) = x^−3 at (i − ½)/n.
        double[] pareto = [.. Enumerable.Range(1, 10_000).Select(i => Math.Pow((i - 0.5) / 10_000, -1 / 3.0))];
        Assert.Equal(3, HillTail.Of(pareto)!.Value, 0.05);
        Assert.Null(HillTail.Of([1, 2, 3]));
        Assert.Null(HillTail.Of([1, 1, 1, 1], 0.75));
        Assert.Null(HillTail.Of([-1, -1, 2, 3], 0.5));
        Assert.Null(HillTail.Of([]));
    }

    [Theory]
    [InlineData(3, 400, true)]      // Tail of 20.
    [InlineData(1.5, 400, true)]    // 1.5 + 0.66 reaches 2 …
    [InlineData(1.5, 40_000, false)] // … 1.5 + 0.07 does not.
    [InlineData(8, 400, true)]      // 8 − 3.5 is below 5.
    [InlineData(8, 4_000, false)]
    public void A_tail_index_lies_in_a_range_within_its_error(double index, int count, bool lies) =>
        Assert.Equal(lies, HillTail.IsWithin(index, count, 0.05, 2, 5));

    [Fact]
    public void The_Fano_factor_is_variance_over_mean()
    {
        Assert.Equal(0, FanoFactor.Of([2, 2, 2]));
        Assert.Equal(3, FanoFactor.Of([0, 6, 0, 6])!.Value, 12);   // Variance 9, mean 3.
        Assert.Null(FanoFactor.Of([0, 0]));
        Assert.Null(FanoFactor.Of([5]));
    }

    [Fact]
    public void Events_are_counted_by_windows() =>
        Assert.Equal([2.0, 0.0, 1.0], FanoFactor.Counts([10, 19, 30, 9, 40], start: 10, width: 10, windows: 3));

    [Fact]
    public void A_branching_ratio_follows_from_the_Fano_factor()
    {
        Assert.Equal(0.5, FanoFactor.BranchingRatio(4), 12);
        Assert.Equal(0.8, FanoFactor.BranchingRatio(25), 12);
        Assert.Equal(0, FanoFactor.BranchingRatio(0.5));
    }

    [Fact]
    public void A_Weibull_distribution_is_found_again()
    {
        // Quantiles at (i − ½)/n: x = scale·(−ln(1 − p))^(1/shape).
        double[] sample =
            [.. Enumerable.Range(1, 2_000).Select(i => 5 * Math.Pow(-Math.Log(1 - ((i - 0.5) / 2_000)), 1 / 0.6))];
        Weibull fit = Weibull.Fit(sample)!.Value;

        Assert.Equal(0.6, fit.Shape, 0.005);
        Assert.Equal(5, fit.Scale, 0.05);
        Assert.Equal(Math.Exp(-1), fit.Above(fit.Scale), 12);
        Assert.Null(Weibull.Fit([1, 1, 1]));
        Assert.Null(Weibull.Fit([0, 0, 1, 2]));
    }

    [Fact]
    public void A_gamma_shape_is_squared_mean_over_variance()
    {
        Assert.Equal(1, GammaShape.Of([0, 2])!.Value, 12);
        Assert.Equal(6.25 / 1.25, GammaShape.Of([1, 2, 3, 4])!.Value, 12);
        Assert.Null(GammaShape.Of([3, 3]));
    }

    [Fact]
    public void A_fluctuation_is_what_a_line_through_each_box_leaves()
    {
        // Through 0 1 0 1 the line has slope 0.2; squares of 1 about the mean lose 1²/5.
        Assert.Equal(Math.Sqrt(0.2), HurstExponent.Fluctuation([0, 1, 0, 1], 4), 12);
        Assert.Equal(0, HurstExponent.Fluctuation([1, 2, 3, 4, 9, 8, 7, 6, 5], 4), 12);
        Assert.Equal([-1.0, -1.0, 0.0], HurstExponent.Profile([1, 2, 3]));
    }

    [Fact]
    public void A_series_without_memory_has_a_Hurst_exponent_of_one_half()
    {
        RandomStream random = new(5, "noise");
        double[] noise = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextDouble() - 0.5)];
        double sum = 0;
        double[] walk = [.. noise.Select(step => sum += step)];

        Assert.Equal(0.5, HurstExponent.Of(noise)!.Value, 0.05);
        Assert.Equal(1.5, HurstExponent.Of(walk)!.Value, 0.05);
        Assert.Null(HurstExponent.Of(noise.AsSpan(0, 255)));
        Assert.Null(HurstExponent.Of(new double[300]));
    }

    [Fact]
    public void Points_are_averaged_in_bins_of_equal_numbers_but_equal_x_stay_together()
    {
        IReadOnlyList<BinnedMeans> bins = BinnedMeans.Of([4, 1, 2, 3], [40, 10, 30, 20], 2);
        Assert.Equal([new(1.5, 20, 10 / Math.Sqrt(2), 2), new(3.5, 30, 10 / Math.Sqrt(2), 2)], bins);

        Assert.Equal([3, 1], BinnedMeans.Of([1, 1, 1, 2], [1, 2, 3, 4], 4).Select(bin => bin.Count));
        Assert.Empty(BinnedMeans.Of([], [], 3));
    }

    [Fact]
    public void Parkinsons_volatility_comes_from_the_range()
    {
        // One range of ln 2: √(ln² 2 / (4·ln 2)) = √(ln 2) / 2.
        Assert.Equal(0.5 * Math.Sqrt(Math.Log(2)), Parkinson.Of([200], [100])!.Value, 12);
        Assert.Equal(0, Parkinson.Of([5, 6], [5, 6]));
        Assert.Null(Parkinson.Of([], []));
        Assert.Null(Parkinson.Of([1], [0]));
    }

    [Fact]
    public void Leverage_is_negative_if_volatility_follows_losses()
    {
        // Products rₜ·rₜ₊₁²: −1·4, 2·0, 0·1 over three pairs; mean square 6/4.
        Assert.Equal(-4.0 / 3 / (1.5 * 1.5), Leverage.Of([-1, 2, 0, 1], 1)!.Value, 12);
        // The other way round rₜ·rₜ₋₁²: 2·1, 0·4, 1·0.
        Assert.Equal(2.0 / 3 / (1.5 * 1.5), Leverage.Of([-1, 2, 0, 1], -1)!.Value, 12);
        Assert.Null(Leverage.Of([0, 0], 1));
        Assert.Null(Leverage.Of([1], 1));
    }

    [Fact]
    public void Time_scales_are_asymmetric_if_coarse_moves_come_first()
    {
        double[] returns = [1, 1, 1, -1, 1, 1, 3, -3, 1, 1, 3, -3];
        // Coarse before fine (2 0 2 0 2 against 2 2 6 2 6), fine before coarse (0 2 0 2 0
        // against 2 2 2 6 2).
        double forward = Correlation.Of([2, 0, 2, 0, 2], [2, 2, 6, 2, 6])!.Value;
        double backward = Correlation.Of([0, 2, 0, 2, 0], [2, 2, 2, 6, 2])!.Value;

        Assert.Equal(forward - backward, TimeScaleAsymmetry.Of(returns, 2)!.Value, 12);
        Assert.Null(TimeScaleAsymmetry.Of([1, 2, 3], 2));
    }

    [Fact]
    public void A_session_that_is_busy_at_both_ends_has_a_U_shape()
    {
        double[] volume = [6, 5, 4, 3, 2, 2, 2, 2, 3, 3, 4, 5, 10];   // Ends 6 and 10, middle 2 2 2.
        Assert.Equal(4, UShape.Of(volume));
        Assert.Null(UShape.Of([1, 2, 3]));
        Assert.Null(UShape.Of(new double[13]));
    }

    [Fact]
    public void A_GARCH_process_is_found_again()
    {
        RandomStream random = new(17, "garch");
        double variance = 1;
        double[] returns = new double[8_000];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = Math.Sqrt(variance) * random.NextNormal();
            variance = 0.05 + (0.10 * returns[i] * returns[i]) + (0.85 * variance);
        }

        Garch fit = Garch.Fit(returns)!;
        double[] rest = [.. returns.Zip(fit.Deviations, (value, deviation) => value / deviation)];

        Assert.Equal(0.10, fit.Reaction, 0.03);
        Assert.Equal(0.95, fit.Persistence, 0.03);
        Assert.True(Moments.ExcessKurtosis(returns) > 2 * Math.Abs(Moments.ExcessKurtosis(rest)!.Value));
        Assert.Equal(0, Moments.ExcessKurtosis(rest)!.Value, 0.15);
        Assert.Null(Garch.Fit(returns.AsSpan(0, 99)));
        Assert.Null(Garch.Fit(new double[200]));
    }
}
