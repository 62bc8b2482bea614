using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>How an observer thinks that the fundamental value moves: an Ornstein–Uhlenbeck process.</summary>
/// <param name="Mean">What it reverts to, in ticks.</param>
/// <param name="Reversion">How fast, per second.</param>
/// <param name="ShockVariance">How much variance a second adds, in ticks².</param>
public sealed record ValueDynamics(double Mean, double Reversion, double ShockVariance);

/// <summary>What an observer thinks the value is: a normal distribution, in ticks and ticks².</summary>
/// <remarks>
/// The Kalman filter of a mean-reverting value seen with noise. Source: Wah and Wellman, "Latency arbitrage in
/// fragmented markets" (2016), as used in ABIDES (Byrd, Hybinette and Balch, arXiv 1904.12066). The posterior variance
/// is σₙ²v ÷ (σₙ² + v) with the predicted variance v, as Bayes' rule gives it; ABIDES uses the variance before the
/// prediction instead.
/// </remarks>
public readonly record struct ValueBelief(double Mean, double Variance)
{
    /// <summary>The belief about the value some time later, if nothing is seen in between.</summary>
    public ValueBelief After(Duration elapsed, ValueDynamics dynamics)
    {
        double seconds = elapsed.Seconds;
        if (dynamics.Reversion <= 0)
            return this with { Variance = Variance + (dynamics.ShockVariance * seconds) };

        double decay = BitStable.Exp(-dynamics.Reversion * seconds);
        double added = dynamics.ShockVariance * (1 - (decay * decay)) / (2 * dynamics.Reversion);
        return new(dynamics.Mean + (decay * (Mean - dynamics.Mean)), (decay * decay * Variance) + added);
    }

    /// <summary>The belief after an observation whose error has this variance.</summary>
    public ValueBelief Given(double observation, double errorVariance)
    {
        double total = errorVariance + Variance;
        return total > 0
            ? new(((errorVariance * Mean) + (Variance * observation)) / total, errorVariance * Variance / total)
            : this;
    }
}
