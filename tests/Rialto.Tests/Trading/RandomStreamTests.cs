using Rialto.Trading;

namespace Rialto.Tests.Trading;

/// <summary>The same numbers as the published generators, and of the distributions that their names promise.</summary>
/// <remarks>
/// The expected bits come from the C programs of Blackman and Vigna, with the derivation from seed and name written a
/// second time. Statistical tests have a fixed seed; their tolerance is five standard errors, so that another stream
/// would fail less than once in a million times.
/// </remarks>
public sealed class RandomStreamTests
{
    const int Draws = 200_000;
    const double StandardErrors = 5;

    static RandomStream Stream => new(7, "agents/momentum/17");

    [Theory]
    [InlineData(0UL, "", 0x84F09BF307C1073AUL, 0xC82FFB597CEEE51BUL, 0xADF96905C5DF4417UL, 0xE9D9A8489D042C93UL)]
    [InlineData(7UL, "agents/momentum/17", 0xDCC4205A135CD2F5UL, 0x75306244838F3F2DUL, 0x86193364CDBD9559UL,
        0xA85C8EBCEE1B0E3EUL)]
    [InlineData(
        7UL, "ties/focal", 0xFB181AFDA292AEF4UL, 0x282A5AB84ACD2FE7UL, 0xFF0FCAB2ADE7349BUL, 0x7C97D7D7366C6ABCUL)]
    [InlineData(ulong.MaxValue, "investors/focal", 0x578FA1F824115899UL, 0xE0C0A458D2917F58UL, 0x306D00D9C331A652UL,
        0xE2E926DED50CD283UL)]
    public void The_bits_are_those_of_the_published_generator(
        ulong seed, string name, ulong first, ulong second, ulong third, ulong fourth)
    {
        RandomStream random = new(seed, name);

        Assert.Equal(
            [first, second, third, fourth],
            [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()]);
    }

    [Fact]
    public void A_number_below_ten_is_the_upper_word_of_the_product() =>
        Assert.Equal([8, 4, 5, 6, 1, 0, 9, 9, 4, 5], Take(Stream, 10, random => (int)random.NextBelow(10)));

    [Fact]
    public void A_stream_is_the_same_whatever_others_draw()
    {
        ulong[] alone = Take(Stream, 100, random => random.NextBits());

        RandomStream random = Stream;
        RandomStream other = new(7, "agents/momentum/18");
        ulong[] among = Take(random, 100, stream =>
        {
            other.NextNormal();
            new RandomStream(7, "agents/inserted/0").NextBits();
            return stream.NextBits();
        });

        Assert.Equal(alone, among);
    }

    [Fact]
    public void Streams_of_different_names_and_seeds_have_nothing_in_common()
    {
        string[] names =
            [.. Enumerable.Range(0, 2000).Select(index => $"agents/momentum/{index}"), "", "a", "b", "ab", "ba"];
        IEnumerable<ulong> firsts = names.SelectMany(name =>
            new[] { 1UL, 2UL, 3UL }.Select(seed => new RandomStream(seed, name).NextBits()));

        Assert.Equal(names.Length * 3, firsts.Distinct().Count());
    }

    [Fact]
    public void Neighbouring_streams_are_not_correlated()
    {
        RandomStream left = new(7, "agents/momentum/17");
        RandomStream right = new(7, "agents/momentum/18");
        double sum = 0;
        for (int i = 0; i < Draws; i++)
            sum += left.NextNormal() * right.NextNormal();

        // The product of two independent standard normal numbers has mean 0 and variance 1.
        Assert.InRange(sum / Draws, -StandardErrors / Math.Sqrt(Draws), StandardErrors / Math.Sqrt(Draws));
    }

    [Theory]
    [InlineData(6UL)]
    [InlineData(6000UL)]
    [InlineData((1UL << 63) + 1)] // half of all draws are refused here
    public void Numbers_below_a_bound_are_equally_likely(ulong bound)
    {
        const int Cells = 6;
        int[] counts = new int[Cells];
        RandomStream random = Stream;
        for (int i = 0; i < Draws; i++)
        {
            ulong number = random.NextBelow(bound);
            Assert.True(number < bound);
            counts[(int)((UInt128)number * Cells / bound)]++;
        }

        // A cell of probability p holds Np ± √(Np(1−p)).
        double expected = Draws / (double)Cells;
        double error = StandardErrors * Math.Sqrt(expected * (1 - (1.0 / Cells)));
        Assert.All(counts, count => Assert.InRange(count, expected - error, expected + error));
    }

    [Fact]
    public void A_bound_of_zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Stream.NextBelow(0));

    [Fact]
    public void Both_ends_of_a_range_are_drawn()
    {
        RandomStream random = Stream;

        Assert.Equal([-2, -1, 0, 1, 2], Take(random, 1000, stream => stream.NextBetween(-2, 2)).Distinct().Order());
        Assert.Equal(5, random.NextBetween(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBetween(1, 0));
    }

    [Fact]
    public void The_widest_range_is_all_of_long()
    {
        RandomStream random = Stream;
        long[] drawn = Take(random, 1000, stream => stream.NextBetween(long.MinValue, long.MaxValue));

        Assert.Contains(drawn, number => number > long.MaxValue / 2);
        Assert.Contains(drawn, number => number < long.MinValue / 2);
    }

    [Fact]
    public void Reals_are_uniform_from_zero_to_below_one()
    {
        RandomStream random = Stream;
        double[] drawn = Take(random, Draws, stream => stream.NextDouble());

        Assert.All(drawn, real => Assert.InRange(real, 0, 1 - Math.ScaleB(1, -53)));
        AssertMean(drawn, 0.5, variance: 1.0 / 12);
    }

    [Fact]
    public void Normal_numbers_are_the_inverse_of_the_normal_distribution_at_the_uniform_draw()
    {
        // √2 erf⁻¹(2p − 1) with p = (⌊bits / 2¹²⌋ + ½) / 2⁵², to sixty digits.
        double[] expected =
        [
            1.0910186005208308683, -0.10605456686461114819, 0.059748511749276789701,
            0.40609150526874784734, -0.96743476190354869936, -1.3545926384703489019,
        ];

        RandomStream random = Stream;
        Assert.All(expected, quantile => Assert.Equal(quantile, random.NextNormal(), Math.Abs(quantile) * 1e-14));
    }

    [Theory]
    [InlineData(103_629, -4.8540817746006503814)]
    [InlineData(177_534, 4.7254086872840934011)]
    public void The_tails_of_the_normal_distribution_are_as_exact(int draw, double quantile)
    {
        RandomStream random = Stream;
        for (int i = 0; i < draw; i++)
            random.NextBits();

        Assert.Equal(quantile, random.NextNormal(), Math.Abs(quantile) * 1e-14);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        RandomStream random = Stream;
        double[] drawn = Take(random, Draws, stream => stream.NextNormal());

        // Var z = 1, Var z² = 2, Var z³ = 15, Var z⁴ = 96.
        AssertMean(drawn, 0, variance: 1);
        AssertMean([.. drawn.Select(z => z * z)], 1, variance: 2);
        AssertMean([.. drawn.Select(z => z * z * z)], 0, variance: 15);
        AssertMean([.. drawn.Select(z => z * z * z * z)], 3, variance: 96);
    }

    [Fact]
    public void A_normal_number_is_moved_and_stretched() =>
        Assert.Equal(100 + (0.5 * Stream.NextNormal()), Stream.NextNormal(100, 0.5));

    [Fact]
    public void Exponential_numbers_have_mean_and_deviation_one()
    {
        RandomStream random = Stream;
        double[] drawn = Take(random, Draws, stream => stream.NextExponential());

        // Var x = 1, and Var x² = E x⁴ − (E x²)² = 24 − 4.
        AssertMean(drawn, 1, variance: 1);
        AssertMean([.. drawn.Select(x => x * x)], 2, variance: 20);
        Assert.All(drawn, x => Assert.True(x >= 0));
    }

    [Fact]
    public void Exponential_spans_have_their_mean()
    {
        RandomStream random = Stream;
        double[] drawn = Take(random, Draws, stream => stream.NextExponential(Duration.FromMilliseconds(250)).Seconds);

        AssertMean(drawn, 0.25, variance: 0.25 * 0.25);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(12)]
    [InlineData(100)] // drawn in parts
    public void Poisson_counts_have_their_mean_for_a_variance(double mean)
    {
        RandomStream random = Stream;
        double[] drawn = Take(random, Draws / 10, stream => (double)stream.NextPoisson(mean));

        // Var n = λ, and Var (n − λ)² = λ + 2λ².
        AssertMean(drawn, mean, variance: mean);
        AssertMean([.. drawn.Select(n => (n - mean) * (n - mean))], mean, variance: mean + (2 * mean * mean));
    }

    [Fact]
    public void A_negative_mean_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.NextPoisson(-1));

    [Fact]
    public void Sides_are_equally_likely()
    {
        RandomStream random = Stream;
        AssertMean(Take(random, Draws, stream => stream.NextSide() == Side.Buy ? 1.0 : 0.0), 0.5, variance: 0.25);
    }

    [Fact]
    public void Every_order_of_a_shuffle_is_equally_likely()
    {
        RandomStream random = Stream;
        Dictionary<string, int> counts = [];
        for (int i = 0; i < 60_000; i++)
        {
            char[] letters = ['a', 'b', 'c', 'd'];
            random.Shuffle(letters.AsSpan());
            string order = new(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        // 24 orders of probability p = 1/24: Np ± √(Np(1−p)) = 2500 ± 49.
        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count =>
            Assert.InRange(count, 2500 - (StandardErrors * 49), 2500 + (StandardErrors * 49)));
    }

    static void AssertMean(double[] drawn, double expected, double variance)
    {
        double error = StandardErrors * Math.Sqrt(variance / drawn.Length);
        Assert.InRange(drawn.Average(), expected - error, expected + error);
    }

    static T[] Take<T>(RandomStream random, int count, Func<RandomStream, T> draw) =>
        [.. Enumerable.Range(0, count).Select(_ => draw(random))];
}
