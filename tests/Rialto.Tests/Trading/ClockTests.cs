using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class ClockTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(3, "3 ns")]
    [InlineData(1_500, "1500 ns")]
    [InlineData(7_000, "7 us")]
    [InlineData(500_000_000, "500 ms")]
    [InlineData(10_000_000_000, "10 s")]
    [InlineData(-2_000_000, "-2 ms")]
    public void A_span_is_written_in_the_largest_unit_that_leaves_a_whole_number(long nanoseconds, string text) =>
        Assert.Equal(text, new Duration(nanoseconds).ToString());

    [Theory]
    [InlineData(1_234_567_890, "1.234567890 s")]
    [InlineData(0, "0.000000000 s")]
    public void An_instant_is_written_in_seconds_with_nine_decimals(long nanoseconds, string text) =>
        Assert.Equal(text, new Timestamp(nanoseconds).ToString());

    [Theory]
    [InlineData(16.4, 16_400_000_000)] // 16.4 × 10⁹ is 16 399 999 999.999998 in binary
    [InlineData(8.2, 8_200_000_000)]
    [InlineData(1.001, 1_001_000_000)]
    [InlineData(0, 0)]
    [InlineData(-0.5, -500_000_000)]
    public void Seconds_become_the_nearest_nanosecond(double seconds, long nanoseconds) =>
        Assert.Equal(new Duration(nanoseconds), Duration.FromSeconds(seconds));

    [Fact]
    public void Every_millisecond_survives_the_way_through_seconds()
    {
        for (long milliseconds = 0; milliseconds < 100_000; milliseconds++)
            Assert.Equal(Duration.FromMilliseconds(milliseconds), Duration.FromSeconds(milliseconds / 1000.0));
    }

    [Fact]
    public void A_difference_leads_from_one_instant_to_the_other() => Property.Holds(
        from left in Gen.Choose(int.MinValue + 1, int.MaxValue)
        from right in Gen.Choose(int.MinValue + 1, int.MaxValue)
        select (Left: new Timestamp(left), Right: new Timestamp(right)),
        pair =>
        {
            Duration between = pair.Right - pair.Left;

            Assert.Equal(pair.Right, pair.Left + between);
            Assert.Equal(pair.Left, pair.Right - between);
            Assert.Equal(pair.Left < pair.Right, Timestamp.Earliest(pair.Left, pair.Right) != pair.Right);
            Assert.Equal(pair.Left > pair.Right, Timestamp.Latest(pair.Left, pair.Right) != pair.Right);
        });

    [Fact]
    public void What_comes_after_the_end_of_the_clock_never_comes()
    {
        Assert.Equal(Timestamp.Never, new Timestamp(1) + new Duration(long.MaxValue));
        Assert.Equal(Timestamp.Never, Timestamp.Never + Duration.FromMilliseconds(1));
    }

    /// <summary>An agent looks back by its latency, so that the first instants of a run have a before.</summary>
    [Fact]
    public void Instants_before_the_origin_are_instants()
    {
        Timestamp before = Timestamp.Zero - new Duration(5);

        Assert.Equal(Timestamp.Zero, before + new Duration(5));
        Assert.True(before < Timestamp.Zero);
        Assert.Equal(new Timestamp(long.MaxValue - 5), before + new Duration(long.MaxValue));
    }
}
