using System.Globalization;

namespace Rialto.Trading;

/// <summary>A point on the run's clock.</summary>
/// <remarks>Unit: one nanosecond since the run's origin, whose UTC instant stands in the journal's header.</remarks>
public readonly record struct Timestamp(long Nanoseconds) : IComparable<Timestamp>
{
    public static Timestamp Zero => default;

    /// <summary>A point that no run reaches.</summary>
    public static Timestamp Never => new(long.MaxValue);

    public int CompareTo(Timestamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    public static Timestamp Earliest(Timestamp left, Timestamp right) => left <= right ? left : right;
    public static Timestamp Latest(Timestamp left, Timestamp right) => left >= right ? left : right;

    /// <summary>Later by a duration; a sum beyond the clock's range is <see cref="Never"/>.</summary>
    public static Timestamp operator +(Timestamp left, Duration right) =>
        left.Nanoseconds > 0 && right.Nanoseconds > long.MaxValue - left.Nanoseconds
            ? Never
            : new(left.Nanoseconds + right.Nanoseconds);

    public static Timestamp operator -(Timestamp left, Duration right) => new(left.Nanoseconds - right.Nanoseconds);
    public static Duration operator -(Timestamp left, Timestamp right) => new(left.Nanoseconds - right.Nanoseconds);
    public static bool operator <(Timestamp left, Timestamp right) => left.Nanoseconds < right.Nanoseconds;
    public static bool operator >(Timestamp left, Timestamp right) => left.Nanoseconds > right.Nanoseconds;
    public static bool operator <=(Timestamp left, Timestamp right) => left.Nanoseconds <= right.Nanoseconds;
    public static bool operator >=(Timestamp left, Timestamp right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>Seconds with nine decimals.</summary>
    public override string ToString() =>
        (Nanoseconds / 1e9m).ToString("0.000000000", CultureInfo.InvariantCulture) + " s";
}
