using System.Globalization;

namespace Rialto.Trading;

/// <summary>A span of time. Unit: one nanosecond.</summary>
public readonly record struct Duration(long Nanoseconds) : IComparable<Duration>
{
    public static Duration Zero => default;

    public double Seconds => Nanoseconds / 1e9;

    /// <summary>The nearest whole number of nanoseconds: 16.4 s is 16 400 ms, although no binary fraction is.</summary>
    public static Duration FromSeconds(double seconds) => new((long)Math.Round(seconds * 1e9));

    public static Duration FromMilliseconds(long milliseconds) => new(milliseconds * 1_000_000);

    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    public static Duration operator +(Duration left, Duration right) => new(left.Nanoseconds + right.Nanoseconds);
    public static Duration operator -(Duration left, Duration right) => new(left.Nanoseconds - right.Nanoseconds);
    public static Duration operator *(Duration left, long times) => new(left.Nanoseconds * times);
    public static bool operator <(Duration left, Duration right) => left.Nanoseconds < right.Nanoseconds;
    public static bool operator >(Duration left, Duration right) => left.Nanoseconds > right.Nanoseconds;
    public static bool operator <=(Duration left, Duration right) => left.Nanoseconds <= right.Nanoseconds;
    public static bool operator >=(Duration left, Duration right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>The largest unit that leaves a whole number: <c>500 ms</c>, <c>10 s</c>, <c>3 ns</c>.</summary>
    public override string ToString()
    {
        (long size, string unit) =
            Nanoseconds % 1_000_000_000 == 0 ? (1_000_000_000, "s")
            : Nanoseconds % 1_000_000 == 0 ? (1_000_000, "ms")
            : Nanoseconds % 1_000 == 0 ? (1_000, "us")
            : (1L, "ns");
        return (Nanoseconds / size).ToString(CultureInfo.InvariantCulture) + " " + unit;
    }
}
