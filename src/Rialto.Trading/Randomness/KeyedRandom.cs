namespace Rialto.Trading;

/// <summary>
/// A random number for every key, always the same one: what is asked for, and in which order, does not matter.
/// </summary>
/// <remarks>
/// For a path that must not depend on who looks at it: the key is the point of the path. Generator: the output function
/// of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) applied twice to key and seed; normal numbers as in
/// <see cref="RandomStream"/>.
/// </remarks>
public sealed class KeyedRandom
{
    readonly ulong _first;
    readonly ulong _second;

    /// <param name="seed">The run's seed.</param>
    /// <param name="name">What the numbers are for, for example <c>values/XYZ</c>.</param>
    public KeyedRandom(ulong seed, string name)
    {
        RandomStream stream = new(seed, name);
        _first = stream.NextBits();
        _second = stream.NextBits();
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits(ulong key)
    {
        unchecked
        {
            return Mix(Mix((key * 0x9E3779B97F4A7C15) + _first) + _second);
        }
    }

    /// <summary>A standard normal number.</summary>
    public double Normal(ulong key) => NormalQuantile.Of(((Bits(key) >> 12) + 0.5) * (1.0 / (1L << 52)));

    static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
