using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class PriceTests
{
    [Fact]
    public void The_default_price_is_zero_ticks() => Assert.Equal(new Price(0), default);

    [Fact]
    public void Zero_and_negative_prices_are_prices() => Assert.True(new Price(-1) < new Price(0));

    [Fact]
    public void A_distance_leads_from_one_price_to_the_other() => Property.Holds(
        Prices.Two(Gen.Choose(int.MinValue + 1, int.MaxValue)),
        pair =>
        {
            Ticks distance = pair.Right - pair.Left;

            Assert.Equal(pair.Right, pair.Left + distance);
            Assert.Equal(pair.Left, pair.Right - distance);
            Assert.Equal(-distance, pair.Left - pair.Right);
        });

    [Fact]
    public void Prices_are_ordered_as_their_ticks_are() => Property.Holds(
        Prices.Two(Gen.Choose(-3, 3)),
        pair =>
        {
            (long left, long right) = (pair.Left.Ticks, pair.Right.Ticks);

            Assert.Equal(left < right, pair.Left < pair.Right);
            Assert.Equal(left > right, pair.Left > pair.Right);
            Assert.Equal(left <= right, pair.Left <= pair.Right);
            Assert.Equal(left >= right, pair.Left >= pair.Right);
            Assert.Equal(left.CompareTo(right), pair.Left.CompareTo(pair.Right));
            Assert.Equal(Math.Min(left, right), Price.Min(pair.Left, pair.Right).Ticks);
            Assert.Equal(Math.Max(left, right), Price.Max(pair.Left, pair.Right).Ticks);
        });

    [Fact]
    public void A_price_beyond_the_range_is_an_error_and_not_another_price() =>
        Assert.Throws<OverflowException>(() => new Price(long.MaxValue) + new Ticks(1));

    [Theory]
    [InlineData(Side.Buy, 101, 100, true)]
    [InlineData(Side.Buy, 100, 100, true)]
    [InlineData(Side.Buy, 99, 100, false)]
    [InlineData(Side.Sell, 99, 100, true)]
    [InlineData(Side.Sell, 100, 100, true)]
    [InlineData(Side.Sell, 101, 100, false)]
    public void An_order_crosses_a_price_at_its_limit_or_better(Side side, long limit, long price, bool crosses) =>
        Assert.Equal(crosses, side.Crosses(new Price(limit), new Price(price)));

    [Fact]
    public void What_is_better_for_one_side_is_worse_for_the_other() => Property.Holds(
        Prices.Two(Gen.Choose(-3, 3)),
        pair =>
        {
            Assert.Equal(pair.Left > pair.Right, Side.Buy.IsBetter(pair.Left, pair.Right));
            Assert.Equal(pair.Left < pair.Right, Side.Sell.IsBetter(pair.Left, pair.Right));
        });

    [Fact]
    public void The_opposite_of_the_opposite_is_the_side_itself()
    {
        Assert.Equal(Side.Sell, Side.Buy.Opposite);
        Assert.Equal(Side.Sell, Side.Sell.Opposite.Opposite);
        Assert.Equal(0, Side.Buy.Sign + Side.Sell.Sign);
    }
}
