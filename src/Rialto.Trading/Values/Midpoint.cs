namespace Rialto.Trading;

/// <summary>The point halfway between two prices. It may lie on a half tick, where no order can rest.</summary>
/// <remarks>Unit: half a tick.</remarks>
public readonly record struct Midpoint(long HalfTicks)
{
    /// <summary>The midpoint, or the price half a tick below it.</summary>
    public Price Down => new(HalfTicks >> 1);

    /// <summary>The midpoint, or the price half a tick above it.</summary>
    public Price Up => new((HalfTicks + 1) >> 1);

    public static Midpoint Between(Price left, Price right) => new(left.Ticks + right.Ticks);
}
