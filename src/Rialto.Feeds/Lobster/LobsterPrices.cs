using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>How the prices of LOBSTER files, integers of 0.0001 dollars, become prices of an instrument.</summary>
/// <param name="UnitsPerTick">How many of the file's units one tick is.</param>
readonly record struct LobsterPrices(long UnitsPerTick)
{
    const decimal Unit = 0.0001m;

    /// <summary>Stands in the book file, with either sign, where there is no level. No price reaches it.</summary>
    public const long NoLevel = 9_999_999_999;

    /// <exception cref="ArgumentOutOfRangeException">The tick is not a positive multiple of 0.0001 dollars.</exception>
    public static LobsterPrices For(decimal tickSize)
    {
        decimal units = tickSize / Unit;
        if (units <= 0 || units > NoLevel || units != decimal.Truncate(units))
            throw new ArgumentOutOfRangeException(
                nameof(tickSize), tickSize, "The tick is a positive multiple of 0.0001 dollars.");

        return new((long)units);
    }

    /// <param name="units">The file's integer, which is the column read last.</param>
    /// <param name="lines">Where it stands.</param>
    /// <exception cref="FeedException">The price lies between two ticks.</exception>
    public Price Of(long units, NumberLines lines)
    {
        if (UnitsPerTick == 1)
            return new(units);

        (long ticks, long rest) = Math.DivRem(units, UnitsPerTick);
        return rest == 0 ? new(ticks) : throw lines.Unexpected($"a multiple of {UnitsPerTick}, the tick");
    }
}
