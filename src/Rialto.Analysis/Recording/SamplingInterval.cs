using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How often a listing is sampled.</summary>
static class SamplingInterval
{
    const long FewestSamples = 240;
    const long MostSamples = 50_000;

    /// <summary>
    /// One second, unless the run is so short or so long that this makes too few samples or too many.
    /// </summary>
    public static Duration Of(Horizon horizon)
    {
        long length = horizon.Length.Nanoseconds;
        Duration second = Duration.FromMilliseconds(1_000);
        return length < 60 * second.Nanoseconds ? NiceDuration.AtLeast(new(length / FewestSamples))
            : length > MostSamples * second.Nanoseconds ? NiceDuration.AtLeast(new(length / MostSamples))
            : second;
    }
}
