using Rialto.Trading;

namespace Rialto.Tests.Trading;

/// <summary>As close to the true value as the platform's functions, and the same bits everywhere.</summary>
public sealed class BitStableTests
{
    const long UnitsInTheLastPlace = 2;

    /// <remarks>The expected bits come from the same formulas, written in another language.</remarks>
    [Theory]
    [InlineData(1.0, 0x4005BF0A8B14576AUL)]
    [InlineData(-1.0, 0x3FD78B56362CEF38UL)]
    [InlineData(0.1, 0x3FF1AEC7B35A00D4UL)]
    [InlineData(-32.0, 0x3D0C8464F7616468UL)]
    [InlineData(700.0, 0x7F0D945DF4F8EC8EUL)]
    [InlineData(-744.5, 0x0000000000000001UL)]
    [InlineData(1e-9, 0x3FF000000044B830UL)]
    [InlineData(3.141592653589793, 0x403724046EB09339UL)]
    public void An_exponential_has_these_bits_on_every_machine(double x, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(BitStable.Exp(x)));

    [Theory]
    [InlineData(2.0, 0x3FE62E42FEFA39EFUL)]
    [InlineData(0.1, 0xC0026BB1BBB55515UL)]
    [InlineData(10.0, 0x40026BB1BBB55516UL)]
    [InlineData(1.0000000001, 0x3DDB7CDFFFFA18D8UL)]
    [InlineData(0.9999999, 0xBE7AD7F2B1049B9FUL)]
    [InlineData(5e-324, 0xC0874385446D71C3UL)]
    [InlineData(1.7e308, 0x40862DD08FDC6F88UL)]
    [InlineData(0.7071067811865475, 0xBFD62E42FEFA39F0UL)]
    public void A_logarithm_has_these_bits_on_every_machine(double x, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(BitStable.Log(x)));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-40, 40)]
    [InlineData(-745, 709.7)]
    [InlineData(-1e-6, 1e-6)]
    public void Exponentials_are_within_two_units_of_the_platforms(double lowest, double highest)
    {
        RandomStream random = new(1, nameof(Exponentials_are_within_two_units_of_the_platforms));
        for (int i = 0; i < 50_000; i++)
        {
            double x = lowest + ((highest - lowest) * random.NextDouble());
            AssertClose(Math.Exp(x), BitStable.Exp(x), x);
        }
    }

    [Fact]
    public void Logarithms_are_within_two_units_of_the_platforms()
    {
        RandomStream random = new(1, nameof(Logarithms_are_within_two_units_of_the_platforms));
        for (int i = 0; i < 50_000; i++)
        {
            double near = 0.5 + random.NextDouble();
            AssertClose(Math.Log(near), BitStable.Log(near), near);

            // Any positive finite number: the bits of a number are uniform, so its exponent is.
            double any = BitConverter.UInt64BitsToDouble(1 + random.NextBelow(0x7FEF_FFFF_FFFF_FFFF));
            AssertClose(Math.Log(any), BitStable.Log(any), any);
        }
    }

    [Fact]
    public void The_ends_of_the_range_are_as_in_the_standard()
    {
        Assert.Equal(1, BitStable.Exp(0));
        Assert.Equal(0, BitStable.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, BitStable.Exp(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, BitStable.Exp(709.79));
        Assert.Equal(0, BitStable.Exp(-745.2));
        Assert.Equal(double.NaN, BitStable.Exp(double.NaN));

        Assert.Equal(0, BitStable.Log(1));
        Assert.Equal(double.NegativeInfinity, BitStable.Log(0));
        Assert.Equal(double.PositiveInfinity, BitStable.Log(double.PositiveInfinity));
        Assert.Equal(double.NaN, BitStable.Log(-1));
        Assert.Equal(double.NaN, BitStable.Log(double.NaN));
    }

    /// <summary>
    /// Positive numbers are ordered as their bits are; a unit in the last place is a step between them.
    /// </summary>
    static void AssertClose(double platform, double ours, double x)
    {
        long distance =
            BitConverter.DoubleToInt64Bits(Math.Abs(platform)) - BitConverter.DoubleToInt64Bits(Math.Abs(ours));
        Assert.True(
            platform * ours >= 0 && Math.Abs(distance) <= UnitsInTheLastPlace,
            $"at {x:R}: {platform:R}, but ours {ours:R}");
    }
}
