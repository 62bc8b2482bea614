namespace Rialto.Trading;

/// <summary>An amount of money, counted in the market's cash unit.</summary>
/// <remarks>
/// A trade of q lots at p ticks moves p × q × <see cref="Instrument.CashPerTick"/> units. With one instrument the
/// cash unit is simply one tick times one lot. Any sign: an account may owe.
/// </remarks>
public readonly record struct Cash(long Units) : IComparable<Cash>
{
    public static Cash Zero => default;

    public int CompareTo(Cash other) => Units.CompareTo(other.Units);

    public static Cash operator -(Cash cash) => new(-cash.Units);
    public static Cash operator +(Cash left, Cash right) => new(left.Units + right.Units);
    public static Cash operator -(Cash left, Cash right) => new(left.Units - right.Units);
    public static bool operator <(Cash left, Cash right) => left.Units < right.Units;
    public static bool operator >(Cash left, Cash right) => left.Units > right.Units;
    public static bool operator <=(Cash left, Cash right) => left.Units <= right.Units;
    public static bool operator >=(Cash left, Cash right) => left.Units >= right.Units;

    public override string ToString() => Text.Of(Units);
}
