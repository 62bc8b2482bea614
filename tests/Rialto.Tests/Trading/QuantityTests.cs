using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class QuantityTests
{
    [Fact]
    public void A_quantity_is_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(1) - new Quantity(2));
    }

    [Fact]
    public void Quantities_add_and_compare()
    {
        Assert.Equal(new Quantity(5), new Quantity(2) + new Quantity(3));
        Assert.Equal(Quantity.Zero, new Quantity(3) - new Quantity(3));
        Assert.Equal(Quantity.One, Quantity.Min(new Quantity(7), Quantity.One));
        Assert.Equal(new Quantity(7), Quantity.Max(new Quantity(7), Quantity.One));
        Assert.True(Quantity.Zero < Quantity.One);
        Assert.Equal("7", new Quantity(7).ToString());
    }

    [Fact]
    public void A_sum_beyond_the_range_is_an_error() =>
        Assert.Throws<OverflowException>(() => new Quantity(long.MaxValue) + Quantity.One);
}
