using Rialto.Analysis;

namespace Rialto.Tests.Analysis;

/// <summary>Paired effects by hand: mean and standard error of the differences within pairs.</summary>
public sealed class PairedSeriesTests
{
    [Fact]
    public void The_effect_is_the_mean_difference_and_its_error_that_of_the_differences()
    {
        Paired paired = new([1, 2, 3], [2, 3, 7]); // Differences 1, 1, 4: mean 2, variance 3.

        Assert.Equal(2, paired.Effect!.Value.Mean, 12);
        Assert.Equal(1, paired.Effect!.Value.StandardError!.Value, 12); // √(3 / 3)
        Assert.Equal((2, 4), (paired.Without!.Value.Mean, paired.With!.Value.Mean));
        Assert.Equal((1 + 7) / 3.0, paired.Saving!.Value, 12); // Variances 1 and 7 against 3.
    }

    [Fact]
    public void A_pair_without_a_number_in_one_arm_does_not_count()
    {
        Paired paired = new([1, double.NaN, 3], [2, 3, double.NaN]);

        Assert.Equal(1, paired.Effect!.Value.Count);
        Assert.Equal(1, paired.Effect!.Value.Mean);
        Assert.Null(paired.Effect!.Value.StandardError);
        Assert.Null(paired.Saving);
    }

    [Fact]
    public void A_series_has_an_effect_at_every_time()
    {
        PairedSeries series = new([[1, 5, double.NaN], [2, 5, double.NaN]], [[1, 6, 1], [2, 8, 1]]);

        Assert.Equal([0.0, 2.0, null], series.Effect.Select(at => at?.Mean));
        Assert.Equal(1, series.Effect[1]!.Value.StandardError!.Value, 12);
    }
}
