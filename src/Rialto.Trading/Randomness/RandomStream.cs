using System.Numerics;

namespace Rialto.Trading;

/// <summary>
/// A sequence of random numbers that depends on a run's seed and on its own name, and on nothing else.
/// </summary>
/// <remarks>
/// Adding an agent therefore does not disturb the draws of the others. Generator: xoshiro256++ 1.0 (Blackman and Vigna,
/// ACM Trans. Math. Software 47(4), 2021), its state filled by SplitMix64 from the seed and the bytes of the name.
/// Reals use IEEE basic operations, square root and <see cref="BitStable"/> only: the same bits on every machine.
/// </remarks>
public sealed class RandomStream
{
    const double OneOver2To53 = 1.0 / (1L << 53);

    ulong _a;
    ulong _b;
    ulong _c;
    ulong _d;

    /// <param name="seed">The run's seed.</param>
    /// <param name="name">Group and index, for example <c>agents/momentum/17</c>.</param>
    public RandomStream(ulong seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Begin(seed, name);
    }

    public string Name { get; private set; }

    /// <summary>
    /// Goes on as the stream of another name, wherever it stands: for runs that part from one another.
    /// </summary>
    public void Rename(ulong seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Begin(seed, name);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_a + _d, 23) + _a;
            ulong shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number from 0 to <paramref name="bound"/> − 1, each equally likely.</summary>
    /// <remarks>Lemire's method, ACM Trans. Modeling and Computer Simulation 29(1), 2019.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is zero.</exception>
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        unchecked
        {
            ulong high = Math.BigMul(NextBits(), bound, out ulong low);
            if (low >= bound)
                return high;

            ulong threshold = (0 - bound) % bound;
            while (low < threshold)
                high = Math.BigMul(NextBits(), bound, out low);

            return high;
        }
    }

    /// <summary>A number from <paramref name="lowest"/> to <paramref name="highest"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty.</exception>
    public long NextBetween(long lowest, long highest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, lowest);
        unchecked
        {
            ulong width = (ulong)highest - (ulong)lowest + 1;
            return (long)((ulong)lowest + (width == 0 ? NextBits() : NextBelow(width)));
        }
    }

    /// <summary>A real number from 0 up to but not including 1, a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * OneOver2To53;

    public bool NextBoolean() => (NextBits() >> 63) != 0;

    public Side NextSide() => NextBoolean() ? Side.Sell : Side.Buy;

    /// <summary>A span up to but not including <paramref name="below"/>, uniformly.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="below"/> is not above zero.</exception>
    public Duration NextDuration(Duration below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below.Nanoseconds, nameof(below));
        return new((long)NextBelow((ulong)below.Nanoseconds));
    }

    /// <summary>An exponentially distributed number with mean 1.</summary>
    public double NextExponential() => -BitStable.Log(1 - NextDouble());

    /// <summary>An exponentially distributed span.</summary>
    public Duration NextExponential(Duration mean)
    {
        double nanoseconds = NextExponential() * mean.Nanoseconds;
        return new(nanoseconds < 9e18 ? (long)nanoseconds : long.MaxValue);
    }

    /// <summary>A standard normal number: one uniform draw, inverted.</summary>
    public double NextNormal() => NormalQuantile.Of(((NextBits() >> 12) + 0.5) * (2 * OneOver2To53));

    public double NextNormal(double mean, double deviation) => mean + (deviation * NextNormal());

    /// <summary>A Poisson distributed count.</summary>
    /// <param name="mean">From zero to a billion. The cost grows with it.</param>
    /// <remarks>Counts exponential arrivals; a large mean is split, because a sum of Poisson counts is one.</remarks>
    public long NextPoisson(double mean)
    {
        const double Part = 32;
        if (!(mean is >= 0 and <= 1e9))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean is from 0 to 1e9.");

        long count = 0;
        for (; mean > Part; mean -= Part)
            count += CountArrivals(Part);

        return count + CountArrivals(mean);
    }

    /// <summary>Puts the items in random order, every order equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = (int)NextBelow((ulong)last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    long CountArrivals(double mean)
    {
        double limit = BitStable.Exp(-mean);
        double product = NextDouble();
        long count = 0;
        while (product > limit)
        {
            product *= NextDouble();
            count++;
        }

        return count;
    }

    static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    void Begin(ulong seed, string name)
    {
        unchecked
        {
            ulong state = seed;
            ulong key = SplitMix(ref state);
            foreach (char letter in name)
            {
                state ^= letter;
                key ^= SplitMix(ref state);
            }

            state = key;
            _a = SplitMix(ref state);
            _b = SplitMix(ref state);
            _c = SplitMix(ref state);
            _d = SplitMix(ref state);
        }
    }
}
