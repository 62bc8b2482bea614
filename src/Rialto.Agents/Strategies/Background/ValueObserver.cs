using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>How well somebody knows what the asset is worth.</summary>
/// <param name="Mean">What the value reverts to, as it believes.</param>
/// <param name="Reversion">How fast, as it believes.</param>
/// <param name="ShockVariance">How much variance a second adds to the value, as it believes, in ticks².</param>
/// <param name="ObservationVariance">The variance of the error with which it sees the value, in ticks².</param>
/// <param name="Close">When the day ends: orders are priced at what the value is expected to be then.</param>
public sealed record ValueKnowledge(
    Price Mean, Rate Reversion, double ShockVariance, double ObservationVariance, Duration Close);

/// <summary>Sees the value with an error from time to time, and learns.</summary>
sealed class ValueObserver(FundamentalValue value, ValueKnowledge knowledge)
{
    readonly ValueDynamics _dynamics = new(
        knowledge.Mean.Ticks, knowledge.Reversion.PerSecond, knowledge.ShockVariance);
    readonly double _error = Math.Sqrt(knowledge.ObservationVariance);
    ValueBelief _belief = new(knowledge.Mean.Ticks, 0);
    Timestamp _asOf;

    /// <summary>Looks at the value, and says what it is expected to be at the close.</summary>
    public Price Estimate(Timestamp now, RandomStream random)
    {
        double observed = Math.Round(random.NextNormal(value.At(now).Ticks, _error));
        _belief = _belief.After(now - _asOf, _dynamics).Given(observed, knowledge.ObservationVariance);
        _asOf = now;
        Duration left = new(Math.Max(0, knowledge.Close.Nanoseconds - now.Nanoseconds));
        return new Price((long)Math.Round(_belief.After(left, _dynamics).Mean));
    }
}
