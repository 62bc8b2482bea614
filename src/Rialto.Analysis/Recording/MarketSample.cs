using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>A listing as it stood just before an instant of a regular clock.</summary>
/// <param name="At">The instant.</param>
/// <param name="HalfTicks">The last midpoint shown up to then, in half ticks; null before the first.</param>
/// <param name="Value">The fundamental value, in ticks; null if there is none.</param>
/// <param name="Imbalance">The order-flow imbalance since the sample before, in lots.</param>
readonly record struct MarketSample(Timestamp At, long? HalfTicks, long? Value, long Imbalance);

/// <summary>How often a listing is sampled.</summary>
static class SamplingInterval
{
    const long FewestSamples = 240;
    const long MostSamples = 50_000;

    /// <summary>One second, unless the run is so short or so long that this makes too few samples or too many.</summary>
    public static Duration Of(Horizon horizon)
    {
        long length = horizon.Length.Nanoseconds;
        Duration second = Duration.FromMilliseconds(1_000);
        return length < 60 * second.Nanoseconds ? NiceDuration.AtLeast(new(length / FewestSamples))
            : length > MostSamples * second.Nanoseconds ? NiceDuration.AtLeast(new(length / MostSamples))
            : second;
    }
}
