namespace Rialto.Trading;

/// <summary>A distance between two prices of one instrument, counted in its price steps.</summary>
/// <remarks>Unit: one tick, that is <see cref="Instrument.TickSize"/>. Any sign.</remarks>
public readonly record struct Ticks(long Count) : IComparable<Ticks>
{
    public int CompareTo(Ticks other) => Count.CompareTo(other.Count);

    public static Ticks operator -(Ticks ticks) => new(-ticks.Count);
    public static bool operator <(Ticks left, Ticks right) => left.Count < right.Count;
    public static bool operator >(Ticks left, Ticks right) => left.Count > right.Count;
    public static bool operator <=(Ticks left, Ticks right) => left.Count <= right.Count;
    public static bool operator >=(Ticks left, Ticks right) => left.Count >= right.Count;

    public override string ToString() => Text.Of(Count) + " ticks";
}
