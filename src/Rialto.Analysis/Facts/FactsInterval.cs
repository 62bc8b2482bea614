using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// The horizon of one return, by which facts about returns are judged, and how often midpoints are taken for it.
/// </summary>
static class FactsInterval
{
    const int MinutesEnough = 300;
    const int ReturnsWanted = 600;

    static readonly Duration Minute = Duration.FromSeconds(60);

    /// <summary>
    /// A minute, as in most of the literature; in sessions of less than five hours the longest nice span of which there
    /// are six hundred, because what three hundred returns show is chance as often as not.
    /// </summary>
    public static Duration Of(Horizon session) =>
        session.Length.Nanoseconds >= MinutesEnough * Minute.Nanoseconds ? Minute
            : NiceDuration.AtMost(new(session.Length.Nanoseconds / ReturnsWanted));

    /// <summary>As in every run, but never more seldom than a short interval asks for.</summary>
    public static Duration SamplingOf(Horizon session)
    {
        Duration usual = SamplingInterval.Of(session);
        Duration interval = Of(session);
        return interval < usual && interval < Minute ? interval : usual;
    }
}
