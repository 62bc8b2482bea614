namespace Rialto.Trading;

/// <summary>A price, counted in ticks of its instrument.</summary>
/// <remarks>
/// Unit: one tick, that is <see cref="Instrument.TickSize"/> of the quote currency. Range: all of
/// <see cref="long"/>; zero and negative prices are legal. The default value is zero ticks.
/// Two prices are comparable only within one instrument; the type cannot check this.
/// Prices do not add: <c>price ± ticks</c> is a price, <c>price − price</c> is a distance.
/// </remarks>
public readonly record struct Price(long Ticks) : IComparable<Price>
{
    public int CompareTo(Price other) => Ticks.CompareTo(other.Ticks);

    public static Price Min(Price left, Price right) => left.Ticks <= right.Ticks ? left : right;
    public static Price Max(Price left, Price right) => left.Ticks >= right.Ticks ? left : right;

    public static Price operator +(Price price, Ticks distance) => new(price.Ticks + distance.Count);
    public static Price operator -(Price price, Ticks distance) => new(price.Ticks - distance.Count);
    public static Ticks operator -(Price left, Price right) => new(left.Ticks - right.Ticks);
    public static bool operator <(Price left, Price right) => left.Ticks < right.Ticks;
    public static bool operator >(Price left, Price right) => left.Ticks > right.Ticks;
    public static bool operator <=(Price left, Price right) => left.Ticks <= right.Ticks;
    public static bool operator >=(Price left, Price right) => left.Ticks >= right.Ticks;

    public override string ToString() => Text.Of(Ticks);
}
