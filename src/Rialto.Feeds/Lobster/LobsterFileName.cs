using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rialto.Feeds;

/// <summary>What the name of a LOBSTER file says: <c>SYMBOL_2012-06-21_34200000_57600000_message_10.csv</c>.</summary>
/// <param name="Symbol">Of the instrument.</param>
/// <param name="Day">The trading day, whose midnight in New York is the zero of the file's times.</param>
/// <param name="LevelsPerSide">How many levels the order-book file of the pair records.</param>
public sealed record LobsterFileName(string Symbol, DateOnly Day, int LevelsPerSide)
{
    static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>Reads the name of a message or order-book file. What follows the levels is passed over.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out LobsterFileName? name)
    {
        name = null;
        string[] parts = Path.GetFileNameWithoutExtension(path).Split('_');
        if (parts.Length < 6
            || parts[0].Length == 0
            || parts[4] is not ("message" or "orderbook")
            || !DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", Invariant, DateTimeStyles.None, out DateOnly day)
            || !int.TryParse(parts[5], NumberStyles.None, Invariant, out int levels))
            return false;

        name = new(parts[0], day, levels);
        return true;
    }
}
