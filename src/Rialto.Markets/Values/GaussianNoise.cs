using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>One standard normal number for every nanosecond; those of several assets may be correlated.</summary>
/// <remarks>
/// z(t) = Σⱼ weightⱼ gⱼ(t), where the g are independent sources keyed by time. With the rows of a Cholesky factor as
/// weights, two assets have the correlation asked for at every time, and an asset added later leaves those before it as
/// they were.
/// </remarks>
public sealed class GaussianNoise
{
    readonly KeyedRandom[] _sources;
    readonly double[] _weights;

    /// <summary>Noise of its own, independent of all other.</summary>
    public GaussianNoise(KeyedRandom source) : this([source], [1]) { }

    /// <param name="sources">Independent sources; the same ones for all assets that are correlated.</param>
    /// <param name="weights">One per source; their squares add to 1.</param>
    public GaussianNoise(IEnumerable<KeyedRandom> sources, IEnumerable<double> weights)
    {
        (KeyedRandom Source, double Weight)[] used = [.. sources.Zip(weights).Where(pair => pair.Second != 0)];
        _sources = [.. used.Select(pair => pair.Source)];
        _weights = [.. used.Select(pair => pair.Weight)];
    }

    /// <param name="nanoseconds">Whose number is asked for.</param>
    public double At(long nanoseconds)
    {
        double sum = 0;
        for (int i = 0; i < _sources.Length; i++)
            sum += _weights[i] * _sources[i].Normal((ulong)nanoseconds);

        return sum;
    }
}
