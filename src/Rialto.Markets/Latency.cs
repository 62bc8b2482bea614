using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>How long messages take: a law from which a delay is drawn.</summary>
public abstract class Latency
{
    /// <param name="random">The line's own random numbers.</param>
    public abstract Duration Draw(RandomStream random);
}

/// <summary>Always the same delay.</summary>
public sealed class FixedLatency(Duration delay) : Latency
{
    public override Duration Draw(RandomStream random) => delay;
}

/// <summary>Every whole nanosecond of a range equally likely, both ends included.</summary>
public sealed class UniformLatency(Duration shortest, Duration longest) : Latency
{
    public override Duration Draw(RandomStream random) =>
        new(random.NextBetween(shortest.Nanoseconds, longest.Nanoseconds));
}

/// <summary>Lognormal delays: the logarithm of the delay is normal.</summary>
/// <param name="median">Half of the delays are shorter.</param>
/// <param name="sigma">The standard deviation of the logarithm.</param>
public sealed class LognormalLatency(Duration median, double sigma) : Latency
{
    public override Duration Draw(RandomStream random) =>
        new((long)Math.Min(9e15, median.Nanoseconds * BitStable.Exp(sigma * random.NextNormal())));
}

/// <summary>One of a list of measured delays, each equally likely.</summary>
public sealed class EmpiricalLatency(IReadOnlyList<Duration> measured) : Latency
{
    public override Duration Draw(RandomStream random) => measured[(int)random.NextBelow((ulong)measured.Count)];
}
