namespace Rialto.Analysis;

/// <summary>A range of values, and where it is labelled.</summary>
/// <param name="Low">Below <paramref name="High"/>.</param>
/// <param name="High">The other end.</param>
/// <param name="TicksFor">About so many ticks, all between the two ends.</param>
sealed record Axis(double Low, double High, Func<int, IReadOnlyList<Tick>> TicksFor)
{
    /// <summary>Between two labels that stand side by side, in pixels.</summary>
    public double LabelGap { get; init; } = 28;

    public LinearScale Over(double start, double end) => new(Low, High, start, end);
}
