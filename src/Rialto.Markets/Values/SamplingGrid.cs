using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// The times at which a value that always moves is recorded: every multiple of an interval, up to a horizon.
/// </summary>
/// <param name="Interval">Above zero.</param>
/// <param name="Horizon">Nothing is recorded beyond it.</param>
public sealed record SamplingGrid(Duration Interval, Timestamp Horizon)
{
    readonly Duration _interval = Interval > Duration.Zero
        ? Interval
        : throw new ArgumentOutOfRangeException(nameof(Interval), "An interval is above zero.");

    /// <summary>The last time of the grid at or before a time that is not before zero.</summary>
    public Timestamp Last(Timestamp time) => new(time.Nanoseconds - (time.Nanoseconds % _interval.Nanoseconds));

    /// <summary>The first time of the grid after a time; never, beyond the horizon.</summary>
    public Timestamp Next(Timestamp after) =>
        after >= Horizon ? Timestamp.Never : Within(Last(Timestamp.Latest(after, Timestamp.Zero)) + _interval);

    /// <summary>A time, or never if it lies beyond the horizon.</summary>
    public Timestamp Within(Timestamp time) => time <= Horizon ? time : Timestamp.Never;
}
