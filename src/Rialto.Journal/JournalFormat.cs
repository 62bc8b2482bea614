using System.Numerics;
using System.Runtime.InteropServices;

namespace Rialto.Journal;

/// <summary>What a journal begins with: all that is needed to build the market again.</summary>
/// <param name="Origin">The UTC instant at which the run's clock shows zero.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Scenario">The effective scenario, as text.</param>
public sealed record JournalHeader(DateTimeOffset Origin, ulong Seed, string Scenario);

/// <summary>A journal that cannot be read: damaged, or not a journal.</summary>
public sealed class JournalException(string message) : Exception(message);

/// <summary>The frame around everything in a journal: length, payload, CRC-32C of the payload.</summary>
static class JournalFormat
{
    public static ReadOnlySpan<byte> Magic => "RIALTO-JOURNAL-1"u8;

    /// <summary>The payload length of the frame that ends a complete journal: its final hash.</summary>
    public const int EndLength = sizeof(ulong);

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (byte last in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, last);

        return ~crc;
    }
}
