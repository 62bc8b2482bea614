using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class TimeWeightedMeanTests
{
    readonly TimeWeightedMean _mean = new();

    [Fact]
    public void A_value_counts_by_how_long_it_lasted()
    {
        _mean.Set(new(0), 10);
        _mean.Set(new(3), 20);
        _mean.Advance(new(4));

        Assert.Equal(12.5, _mean.Value);   // (10·3 + 20·1) / 4
        Assert.Equal(new Duration(4), _mean.Present);
    }

    [Fact]
    public void Time_without_a_value_does_not_count()
    {
        _mean.Set(new(0), 10);
        _mean.Set(new(1), null);
        _mean.Set(new(9), 40);
        _mean.Advance(new(11));

        Assert.Equal(30, _mean.Value);   // (10·1 + 40·2) / 3
        Assert.Equal(new Duration(3), _mean.Present);
    }

    [Fact]
    public void A_value_that_lasts_for_no_time_has_no_weight()
    {
        _mean.Set(new(0), 10);
        _mean.Set(new(5), 1_000_000);
        _mean.Set(new(5), null);

        Assert.Equal(10, _mean.Value);
    }

    [Fact]
    public void Without_a_value_there_is_no_mean() => Assert.Null(_mean.Value);
}
