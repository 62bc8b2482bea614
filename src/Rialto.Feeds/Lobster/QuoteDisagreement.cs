using System.Globalization;
using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>A best quote that the messages did not lead to.</summary>
/// <param name="Row">The row of the order-book file, from 1.</param>
/// <param name="At">The time of the message with the same number.</param>
/// <param name="Side">The first side that differs, the bid before the ask.</param>
/// <param name="Expected">The best level in the file, null if none. Its number of orders means nothing.</param>
/// <param name="Found">The best level after the messages, null if none. Its number of orders means nothing.</param>
public sealed record QuoteDisagreement(long Row, Timestamp At, Side Side, Level? Expected, Level? Found)
{
    public override string ToString()
    {
        string side = Side == Side.Buy ? "bid" : "ask";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"row {Row}, best {side}: expected {Describe(Expected)}, found {Describe(Found)}");
    }

    static string Describe(Level? level) => level is { } known ? $"{known.Quantity}@{known.Price}" : "none";
}
