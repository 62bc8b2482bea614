using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>A value that goes on from another level keeps what its process keeps of the distance.</summary>
public sealed class BranchedValueTests
{
    const double HalfLife = 1e9;

    static readonly Timestamp From = new(3_000_000_000);
    static readonly Timestamp Later = new(4_000_000_000);

    [Fact]
    public void A_distance_stays_in_a_walk_and_halves_in_a_half_life_where_the_value_reverts()
    {
        MeanRevertingValue walk = new(new(10_000), new GaussianPath(0, 0, 0.01, Noise(1)), null, Grid);
        MeanRevertingValue reverting = new(
            new(10_000), new GaussianPath(0, BitStable.Log(2) / HalfLife, 0.01, Noise(1)), null, Grid);

        Assert.Equal(100, Gap(walk, 100));
        Assert.Equal(50, Gap(reverting, 100));
        Assert.Equal(
            50,
            Gap(new SteppedValue(reverting, new SamplingGrid(new Duration(1_000_000_000), new(10_000_000_000))), 100));
    }

    [Fact]
    public void A_ratio_stays_where_the_logarithm_walks()
    {
        GeometricValue value = new(new(10_000), 0, new GaussianPath(0, 0, 1e-6, Noise(1)), Grid);

        Assert.InRange(
            value.AtGiven(Later, From, new(2 * value.At(From).Ticks)).Ticks - (2 * value.At(Later).Ticks), -1, 1);
    }

    [Fact]
    public void A_branched_value_is_what_it_was_up_to_then_and_moves_as_the_other_one_from_there()
    {
        ScriptedValue before = new([(Timestamp.Zero, new(100)), (new(2), new(103)), (new(8), new(0))]);
        ScriptedValue after = new([(Timestamp.Zero, new(50)), (new(4), new(60)), (new(6), new(65)), (new(9), new(64))]);
        BranchedValue value = new(before);
        value.Branch(new(5), after);

        // At 5 it was 103, and the other 60.
        Assert.Equal([100, 103, 103, 108, 107], new long[] { 1, 2, 5, 6, 9 }.Select(at => value.At(new(at)).Ticks));
        Assert.Equal([2, 6, 6, 9], new long[] { 0, 2, 5, 6 }.Select(at => value.NextMove(new(at)).Nanoseconds));
    }

    static SamplingGrid Grid => new(new Duration(1_000_000), new(10_000_000_000));

    static GaussianNoise Noise(ulong seed) => new(new KeyedRandom(seed, "values/XYZ"));

    static long Gap(FundamentalValue value, long ticks) =>
        (value.AtGiven(Later, From, value.At(From) + new Ticks(ticks)) - value.At(Later)).Count;
}
