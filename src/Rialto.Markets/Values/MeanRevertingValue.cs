using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// A fundamental value that reverts to a mean while noise, and now and then a large shock, drives it away.
/// </summary>
/// <remarks>
/// Ornstein–Uhlenbeck: dV = κ (mean − V) dt + σ dW, exact at every nanosecond (<see cref="GaussianPath"/>), rounded to
/// whole ticks; without reversion it is a random walk (Brownian motion). It moves all the time: <see cref="NextMove"/>
/// gives the times at which it is recorded. Source: Wah, Wright and Wellman, J. Artificial Intelligence Research 59,
/// 2017 (mean-reverting fundamental); Byrd, SIGSIM-PADS 2020 (the sparse oracle of ABIDES, which samples the same law
/// but whose path depends on who asks).
/// </remarks>
/// <param name="mean">What it reverts to, in ticks; the start of a random walk.</param>
/// <param name="path">Its distance from the mean, in ticks.</param>
/// <param name="shocks">Large shocks; null for none.</param>
/// <param name="sampling">When it is recorded.</param>
public sealed class MeanRevertingValue(Price mean, GaussianPath path, MegaShocks? shocks, SamplingGrid sampling)
    : FundamentalValue
{
    public override Price At(Timestamp time) =>
        mean + new Ticks((long)Math.Round(path.At(time.Nanoseconds) + (shocks?.At(time) ?? 0)));

    /// <remarks>
    /// The process is linear: a distance between two paths that share their chance decays as the process reverts.
    /// </remarks>
    public override Price AtGiven(Timestamp time, Timestamp from, Price level) =>
        At(time) + new Ticks((long)Math.Round((level - At(from)).Count * path.Decay(time - from)));

    public override Timestamp NextMove(Timestamp after) => shocks is null
        ? sampling.Next(after)
        : sampling.Within(Timestamp.Earliest(sampling.Next(after), shocks.NextMove(after)));
}
