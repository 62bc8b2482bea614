using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rialto.Trading;

/// <summary>An amount of an instrument, counted in lots.</summary>
/// <remarks>
/// Unit: one lot, that is <see cref="Instrument.LotSize"/>. Never negative: the constructor checks it once.
/// </remarks>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lots"/> is negative.</exception>
    // Even where it is rare: a call would hold its variables in memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quantity(long lots)
    {
        if (lots < 0)
            Refuse(lots);

        Lots = lots;
    }

    public static Quantity Zero => default;
    public static Quantity One => new(1);

    public long Lots { get; }

    public int CompareTo(Quantity other) => Lots.CompareTo(other.Lots);

    public static Quantity Min(Quantity left, Quantity right) => left.Lots <= right.Lots ? left : right;
    public static Quantity Max(Quantity left, Quantity right) => left.Lots >= right.Lots ? left : right;

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Lots + right.Lots);
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Lots - right.Lots);
    public static bool operator <(Quantity left, Quantity right) => left.Lots < right.Lots;
    public static bool operator >(Quantity left, Quantity right) => left.Lots > right.Lots;
    public static bool operator <=(Quantity left, Quantity right) => left.Lots <= right.Lots;
    public static bool operator >=(Quantity left, Quantity right) => left.Lots >= right.Lots;

    /// <summary>Apart, so that the constructor is small enough to stand where it is called.</summary>
    [DoesNotReturn]
    static void Refuse(long lots) =>
        throw new ArgumentOutOfRangeException(nameof(lots), lots, "A quantity is zero or more lots.");

    public override string ToString() => Text.Of(Lots);
}
