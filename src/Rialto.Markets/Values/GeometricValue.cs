using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// A fundamental value whose logarithm is a random walk: geometric Brownian motion, never below zero.
/// </summary>
/// <remarks>
/// V(t) = start · exp(X(t) + (µ − σ²/2) t), so that its mean grows by µ. Exact at every nanosecond, rounded to whole
/// ticks. Source: P. A. Samuelson, "Rational theory of warrant pricing", Industrial Management Review 6(2), 1965.
/// </remarks>
/// <param name="start">The value at the beginning, above zero.</param>
/// <param name="growth">µ − σ²/2, per nanosecond.</param>
/// <param name="path">X: Brownian motion with volatility σ per square root of a nanosecond.</param>
/// <param name="sampling">When it is recorded.</param>
public sealed class GeometricValue(Price start, double growth, GaussianPath path, SamplingGrid sampling)
    : FundamentalValue
{
    readonly Price _start =
        start.Ticks > 0 ? start : throw new ArgumentOutOfRangeException(nameof(start), "It begins above zero.");

    public override Price At(Timestamp time)
    {
        double exponent = path.At(time.Nanoseconds) + (growth * Math.Max(0, time.Nanoseconds));
        return new Price((long)Math.Min(1e15, Math.Round(_start.Ticks * BitStable.Exp(exponent))));
    }

    /// <remarks>What stays between two paths that share their chance is their ratio.</remarks>
    public override Price AtGiven(Timestamp time, Timestamp from, Price level) => At(from).Ticks == 0
        ? At(time)
        : new Price((long)Math.Min(1e15, Math.Round((double)At(time).Ticks * level.Ticks / At(from).Ticks)));

    public override Timestamp NextMove(Timestamp after) => sampling.Next(after);
}
