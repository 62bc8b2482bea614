using FsCheck.Fluent;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>A mean-reverting path has the law of the process, and is there before anybody looks at it.</summary>
public sealed class GaussianPathTests
{
    const double PerSecond = 1e-9;
    const double Reversion = 0.4 * PerSecond;
    static readonly double Volatility = 30 * Math.Sqrt(PerSecond);

    [Fact]
    public void The_path_depends_neither_on_the_times_asked_for_nor_on_their_order() => Property.HoldsForLists(
        Gen.OneOf(
            Gen.Choose(-2, 70).Select(x => (long)x), Gen.Choose(0, int.MaxValue).Select(x => (long)x * 97),
            Gen.Choose(0, 62).Select(x => (1L << x) - 1)),
        times =>
        {
            GaussianPath shared = Path("a");
            foreach (long time in times)
                Assert.Equal(Path("a").At(time), shared.At(time));
        });

    [Fact]
    public void Another_start_or_name_is_another_path_and_the_start_is_where_it_begins()
    {
        Assert.Equal(12, Path("a", start: 12).At(0));
        Assert.Equal(12, Path("a", start: 12).At(-5));
        Assert.Equal(Path("a").At(987_654_321), Path("a").At(987_654_321));
        Assert.NotEqual(Path("a").At(987_654_321), Path("b").At(987_654_321));
        Assert.Equal(Path("a").At(Timestamp.Never.Nanoseconds), Path("a").At((1L << 62) - 1));
    }

    /// <summary>
    /// Var X(t) = σ²(1 − e^(−2κt)) / 2κ around start · e^(−κt), and X(s), X(t) have the covariance e^(−κ(t−s)) Var
    /// X(s): over many paths, at times within one dyadic interval and on both sides of 2³² ns.
    /// </summary>
    [Fact]
    public void Mean_variance_and_autocovariance_are_those_of_the_process()
    {
        const int Paths = 20_000;
        long[] times = [1, 700, 1_000_000_007, 3_999_999_999, 4_294_967_290, 4_294_967_300, 9_000_000_000];
        double[][] values = [.. Enumerable.Range(0, Paths).Select(i => Path($"path/{i}", start: 25)).Select(path =>
            times.Select(path.At).ToArray())];
        for (int i = 0; i < times.Length; i++)
        {
            double mean = 25 * Math.Exp(-Reversion * times[i]);
            double variance = Variance(times[i]);
            Assert.InRange((values.Average(path => path[i]) - mean) / Math.Sqrt(variance / Paths), -4, 4);
            for (int j = i; j < times.Length; j++)
            {
                double decay = Math.Exp(-Reversion * (times[j] - times[i]));
                double covariance = values.Average(path =>
                    (path[i] - mean) * (path[j] - (25 * Math.Exp(-Reversion * times[j]))));
                double correlation = decay * Math.Sqrt(variance / Variance(times[j]));
                double error = Math.Sqrt((1 + (correlation * correlation)) * variance * Variance(times[j]) / Paths);
                Assert.InRange((covariance - (decay * variance)) / error, -4, 4);
            }
        }
    }

    /// <summary>
    /// What remains of each step after the process's own transition is white noise, along one path at irregular times.
    /// </summary>
    [Theory]
    [InlineData(Reversion)]
    [InlineData(0)]
    public void Steps_along_a_path_are_independent_transitions_of_the_process(double reversion)
    {
        const int Steps = 40_000;
        GaussianPath path = new(3, reversion, Volatility, new GaussianNoise(new KeyedRandom(5, "long")));
        RandomStream random = new(5, "steps");
        double[] noise = new double[Steps];
        long time = 0;
        for (int i = 0; i < Steps; i++)
        {
            long step = random.NextBetween(1, 500_000_000);
            double decay = Math.Exp(-reversion * step);
            double variance = Volatility * Volatility
                * (reversion == 0 ? step : -Math.Exp(-2 * reversion * step) + 1) / (reversion == 0 ? 1 : 2 * reversion);
            noise[i] = (path.At(time + step) - (decay * path.At(time))) / Math.Sqrt(variance);
            time += step;
        }

        double four = 4 / Math.Sqrt(Steps);
        Assert.InRange(noise.Average(), -four, four);
        Assert.InRange(noise.Average(x => x * x), 1 - (four * Math.Sqrt(2)), 1 + (four * Math.Sqrt(2)));
        Assert.InRange(noise.Average(x => x * x * x * x), 3 - (four * Math.Sqrt(96)), 3 + (four * Math.Sqrt(96)));
        foreach (int lag in (int[])[1, 2, 3, 4, 8, 16])
            Assert.InRange(noise.Skip(lag).Zip(noise, (x, y) => x * y).Average(), -four, four);
    }

    [Fact]
    public void Correlated_noise_correlates_two_paths_as_asked_and_leaves_the_first_as_it_was()
    {
        const int Paths = 20_000;
        const long Time = 5_000_000_000;
        double[][] factor = Correlations.Factor(new double[,] { { 1, 0.6, -0.3 }, { 0.6, 1, 0.2 }, { -0.3, 0.2, 1 } })!;
        double[][] values = new double[Paths][];
        for (int i = 0; i < Paths; i++)
        {
            KeyedRandom[] sources = [.. "xyz".Select(letter => new KeyedRandom((ulong)i, $"{letter}"))];
            values[i] = [.. factor.Select(weights =>
                new GaussianPath(0, Reversion, Volatility, new GaussianNoise(sources, weights)).At(Time))];
            Assert.Equal(
                new GaussianPath(0, Reversion, Volatility, new GaussianNoise(sources[0])).At(Time), values[i][0]);
        }

        foreach ((int a, int b, double expected) in ((int, int, double)[])[
            (0, 1, 0.6), (0, 2, -0.3), (1, 2, 0.2), (1, 1, 1), (2, 2, 1)])
        {
            Assert.InRange(
                values.Average(path => path[a] * path[b]) / Variance(Time), expected - 0.04, expected + 0.04);
        }

        Assert.Null(Correlations.Factor(new double[,] { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } }));
        Assert.Equal([1.0, 0.0], Correlations.Factor(new double[,] { { 1, 1 }, { 1, 1 } })![1]);
    }

    /// <summary>
    /// The number of shocks is Poisson (mean and variance), and after its time each decays by e^(−κt).
    /// </summary>
    [Fact]
    public void Megashocks_come_at_poisson_times_and_decay()
    {
        const double Rate = 0.8;
        const int Runs = 4_000;
        Timestamp end = Clock.At(10_000);
        double[] counts = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            MegaShocks shocks = Shocks((ulong)i);
            for (Timestamp at = shocks.NextMove(Timestamp.Zero); at <= end; at = shocks.NextMove(at))
            {
                counts[i]++;
                double jump = shocks.At(at) - shocks.At(at - new Duration(1));
                Assert.InRange(Math.Abs(jump), 1000 - 45, 1000 + 45);
                Timestamp later = Timestamp.Earliest(at + Clock.Ms(300), shocks.NextMove(at) - new Duration(1));
                Assert.Equal(shocks.At(at) * Math.Exp(-Reversion * (later - at).Nanoseconds), shocks.At(later), 9);
            }
        }

        double mean = counts.Average();
        double variance = counts.Average(count => (count - mean) * (count - mean));
        Assert.InRange(mean, 8 - (4 * Math.Sqrt(8.0 / Runs)), 8 + (4 * Math.Sqrt(8.0 / Runs)));
        Assert.InRange(variance / mean, 1 - (4 * Math.Sqrt(2.0 / Runs)), 1 + (4 * Math.Sqrt(2.0 / Runs)));
        Assert.Equal(Shocks(1).At(end), Asked(Shocks(1)).At(end));

        static MegaShocks Shocks(ulong seed) =>
            new(new Rate(Rate), 1000, 10, Reversion, new RandomStream(seed, "shocks"));

        static MegaShocks Asked(MegaShocks shocks)
        {
            _ = (shocks.At(Clock.At(20_000)), shocks.NextMove(Clock.At(100)), shocks.At(Clock.At(3)));
            return shocks;
        }
    }

    static double Variance(double time) =>
        Volatility * Volatility * (1 - Math.Exp(-2 * Reversion * time)) / (2 * Reversion);

    static GaussianPath Path(string name, double start = 0) =>
        new(start, Reversion, Volatility, new GaussianNoise(new KeyedRandom(7, name)));
}
