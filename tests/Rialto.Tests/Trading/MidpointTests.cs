using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class MidpointTests
{
    [Theory]
    [InlineData(100, 102, 101, 101)]
    [InlineData(100, 101, 100, 101)]
    [InlineData(-3, 0, -2, -1)] // −1.5 lies between −2 and −1
    [InlineData(-1, 0, -1, 0)]
    public void A_midpoint_on_a_half_tick_lies_between_two_prices(long left, long right, long down, long up)
    {
        Midpoint middle = Midpoint.Between(new Price(left), new Price(right));

        Assert.Equal(new Price(down), middle.Down);
        Assert.Equal(new Price(up), middle.Up);
    }

    [Fact]
    public void A_midpoint_is_as_far_from_one_price_as_from_the_other() => Property.Holds(
        Prices.Two(Gen.Choose(-1000, 1000)),
        pair =>
        {
            Midpoint middle = Midpoint.Between(pair.Left, pair.Right);

            Assert.Equal(middle, Midpoint.Between(pair.Right, pair.Left));
            Assert.Equal(middle.Down - pair.Left, pair.Right - middle.Up);
            Assert.InRange((middle.Up - middle.Down).Count, 0, 1);
        });
}
