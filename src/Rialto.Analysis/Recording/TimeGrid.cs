using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Equal spans of time that cover a horizon; the last may reach beyond its end.</summary>
/// <param name="Horizon">What is covered.</param>
/// <param name="Width">The length of one span.</param>
readonly record struct TimeGrid(Horizon Horizon, Duration Width)
{
    /// <summary>The finest grid of a nice width with at most <paramref name="most"/> spans.</summary>
    public static TimeGrid Of(Horizon horizon, int most) =>
        new(horizon, NiceDuration.AtLeast(new((horizon.Length.Nanoseconds + most - 1) / most)));

    public int Count => (int)((Horizon.Length.Nanoseconds + Width.Nanoseconds - 1) / Width.Nanoseconds);

    /// <summary>When a span begins; for <see cref="Count"/>, when the last one ends.</summary>
    public Timestamp StartOf(int index) => Horizon.Start + (Width * index);

    public Timestamp MiddleOf(int index) => StartOf(index) + new Duration(Width.Nanoseconds / 2);

    /// <summary>
    /// The span that an instant lies in; what lies outside the horizon belongs to the first or last span.
    /// </summary>
    public int IndexOf(Timestamp at) =>
        (int)Math.Clamp((at.Nanoseconds - Horizon.Start.Nanoseconds) / Width.Nanoseconds, 0, Count - 1);
}
