using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>
/// Order sizes follow the mixture asked for. Method: a hundred thousand draws against each law's own numbers.
/// </summary>
public sealed class OrderSizeTests
{
    const int Draws = 100_000;

    [Fact]
    public void Uniform_sizes_reach_both_ends()
    {
        long[] sizes = Draw([new(1, SizeShape.Uniform, 20, 49)]);

        Assert.Equal((20, 49), (sizes.Min(), sizes.Max()));
        Assert.InRange(sizes.Average(), 34.5 - 0.15, 34.5 + 0.15);
    }

    [Fact]
    public void A_pareto_tail_falls_with_its_exponent()
    {
        long[] sizes = Draw([new(1, SizeShape.Pareto, 100, 1.5)]);

        Assert.Equal(100, sizes.Min());
        Assert.InRange(sizes.Count(size => size >= 400) / (double)Draws, 0.120, 0.130); // (100 / 400)^1.5 = 1/8
        Assert.InRange(sizes.Count(size => size >= 1600) / (double)Draws, 0.0140, 0.0173); // 1/64
    }

    [Fact]
    public void A_lognormal_size_has_its_median_at_the_exponential_of_the_mean()
    {
        long[] sizes = Draw([new(1, SizeShape.Lognormal, 2.9, 1.2)]);

        // e^2.9 = 18.17, up to 18.5 is rounded down
        Assert.InRange(sizes.Count(size => size <= 18) / (double)Draws, 0.50, 0.52);
        Assert.True(sizes.Min() >= 1);
    }

    [Fact]
    public void A_mixture_draws_each_law_by_its_weight()
    {
        long[] sizes = Draw(
            [new(2, SizeShape.Uniform, 1, 1), new(7, SizeShape.Normal, 100, 0.15), new(1, SizeShape.Uniform, 7, 7)]);

        Assert.InRange(sizes.Count(size => size == 1) / (double)Draws, 0.194, 0.206);
        Assert.InRange(sizes.Count(size => size == 100) / (double)Draws, 0.690, 0.706);
        Assert.InRange(sizes.Count(size => size == 7) / (double)Draws, 0.095, 0.105);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new OrderSize([]));
        Assert.Throws<ArgumentException>(() => new OrderSize([new(1, SizeShape.Uniform, 5, 4)]));
        Assert.Throws<ArgumentException>(() => new OrderSize([new(-1, SizeShape.Normal, 5, 1)]));
        Assert.Throws<ArgumentException>(() => new OrderSize([new(1, SizeShape.Pareto, 100, 0)]));
    }

    static long[] Draw(SizeLaw[] laws)
    {
        OrderSize size = new(laws);
        RandomStream random = new(7, "sizes");
        return [.. Enumerable.Range(0, Draws).Select(_ => size.Draw(random).Lots)];
    }
}
