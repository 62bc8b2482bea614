namespace Rialto.Analysis;

/// <summary>
/// A quantity that every participant has, over time: each one's path while they are few, else quantiles.
/// </summary>
/// <remarks>
/// Sampled at regular instants, so that its size depends on neither the number of events nor, beyond
/// <see cref="MostNamed"/>, on that of the participants.
/// </remarks>
sealed class ParticipantPaths
{
    /// <summary>Up to so many participants have a path of their own.</summary>
    public const int MostNamed = 12;

    readonly double[] _sorted;

    public ParticipantPaths(int participants)
    {
        _sorted = new double[participants];
        Named =
            participants <= MostNamed ? [.. Enumerable.Range(0, participants).Select(_ => new List<double?>())] : [];
    }

    /// <summary>One path per participant; empty if they are too many. Null where the quantity has no value.</summary>
    public IReadOnlyList<List<double?>> Named { get; }

    /// <summary>
    /// The quantiles at each instant, if participants are too many to have paths; null without any value.
    /// </summary>
    public List<CrossSection?> Sections { get; } = [];

    public void Take(Func<int, double?> valueOf)
    {
        if (Named.Count > 0)
        {
            for (int p = 0; p < Named.Count; p++)
                Named[p].Add(valueOf(p));
            return;
        }

        int present = 0;
        for (int p = 0; p < _sorted.Length; p++)
        {
            if (valueOf(p) is { } value)
                _sorted[present++] = value;
        }

        Sections.Add(present > 0 ? CrossSection.Of(_sorted.AsSpan(0, present)) : null);
    }
}
