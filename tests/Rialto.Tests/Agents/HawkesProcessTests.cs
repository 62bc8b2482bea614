using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>
/// A Hawkes process against what is known of it: mean rate µ / (1 − n), Fano factor 1 / (1 − n)² over long windows, and
/// compensator residuals that are exponential with mean 1 (Ogata, J. American Statistical Association 83, 1988).
/// </summary>
public sealed class HawkesProcessTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 4)]
    [InlineData(0.8, 25)]
    public void Rate_and_fano_factor_are_those_of_the_branching_ratio(double branching, double fano)
    {
        const double Baseline = 10;
        const double Decay = 50;
        const double Window = 20; // many times as long as a cluster, 1 / (50 · (1 − n)) s
        const int Windows = 3_000;
        HawkesProcess process = new([Baseline], [[branching]], Decay);
        process.BeginWith([Baseline * branching / (1 - branching)]);
        RandomStream random = new(7, "hawkes");
        double[] counts = new double[Windows];
        for (double time = process.Next(random).Elapsed; time < Window * Windows; time += process.Next(random).Elapsed)
            counts[(int)(time / Window)]++;

        double mean = counts.Average();
        double variance = counts.Average(count => (count - mean) * (count - mean));
        double expected = Window * Baseline / (1 - branching);
        Assert.InRange((mean - expected) / Math.Sqrt(fano * expected / Windows), -4, 4);
        Assert.InRange(variance / mean / fano, 1 - (5 * Math.Sqrt(2.0 / Windows)), 1 + (5 * Math.Sqrt(2.0 / Windows)));
    }

    /// <summary>Λᵢ between two events of a type i, for three types that excite one another.</summary>
    [Fact]
    public void Compensator_residuals_are_exponential_for_every_type()
    {
        double[] baseline = [2, 0.5, 1];
        double[][] children = [[0.3, 0.4, 0], [0.1, 0.2, 0.5], [0.3, 0, 0.1]];
        const double Decay = 7;
        HawkesProcess process = new(baseline, children, Decay);
        RandomStream random = new(11, "hawkes");
        double[] excess = new double[3];
        double[] compensator = new double[3];
        List<double>[] residuals = [[], [], []];
        for (int i = 0; i < 200_000; i++)
        {
            (double elapsed, int type) = process.Next(random);
            double decayed = Math.Exp(-Decay * elapsed);
            for (int k = 0; k < 3; k++)
            {
                compensator[k] += (baseline[k] * elapsed) + (excess[k] * (1 - decayed) / Decay);
                excess[k] = (excess[k] * decayed) + (Decay * children[type][k]);
                Assert.Equal(excess[k], process.Excess[k], 6);
            }

            residuals[type].Add(compensator[type]);
            compensator[type] = 0;
        }

        foreach (List<double> sample in residuals)
        {
            double error = 4 / Math.Sqrt(sample.Count);
            Assert.True(sample.Count > 20_000);
            Assert.InRange(sample.Average(), 1 - error, 1 + error);
            Assert.InRange(sample.Average(x => x * x), 2 - (error * Math.Sqrt(20)), 2 + (error * Math.Sqrt(20)));
            Assert.InRange(
                sample.Count(x => x > 1) / (double)sample.Count, Math.Exp(-1) - (error / 2),
                Math.Exp(-1) + (error / 2));
            Assert.InRange(sample.Zip(sample.Skip(1), (x, y) => (x - 1) * (y - 1)).Average(), -error, error);
        }
    }

    [Fact]
    public void Without_children_it_is_a_poisson_process_and_what_cannot_be_is_refused()
    {
        HawkesProcess process = new([4, 0], [[0, 0], [0, 0]], 1);
        RandomStream random = new(3, "poisson");
        double[] times = [.. Enumerable.Range(0, 40_000).Select(_ => process.Next(random)).Select(next =>
            next.Type == 0 ? next.Elapsed : double.NaN)];

        Assert.InRange(times.Average(), 0.25 * 0.98, 0.25 * 1.02);
        Assert.InRange(times.Average(time => time * time), 0.125 * 0.95, 0.125 * 1.05);
        Assert.Throws<ArgumentException>(() => new HawkesProcess([0], [[0.5]], 1));
        Assert.Throws<ArgumentException>(() => new HawkesProcess([1], [[-0.5]], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HawkesProcess([1], [[0.5]], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            HawkesFlow.ProcessOf(new Rate(1), new Rate(1), new Rate(1), 1, new Rate(1), 0));
    }
}
