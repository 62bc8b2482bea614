using System.Buffers.Binary;
using System.Numerics;

namespace Rialto.Sinks;

/// <summary>Numbers of a fixed width in bits, without gaps, lowest bit first.</summary>
static class BitPacking
{
    /// <param name="values">None needs more than <paramref name="width"/> bits.</param>
    /// <param name="width">From 1 to 64.</param>
    /// <param name="bytes">At least as many as the values fill; a started byte is filled up with zeros.</param>
    public static void Pack<T>(ReadOnlySpan<T> values, int width, Span<byte> bytes)
        where T : unmanaged, IBinaryInteger<T>
    {
        ulong word = 0;
        int filled = 0;
        foreach (T value in values)
        {
            ulong bits = ulong.CreateTruncating(value);
            word |= bits << filled;
            filled += width;
            if (filled < 64)
                continue;

            BinaryPrimitives.WriteUInt64LittleEndian(bytes, word);
            bytes = bytes[sizeof(ulong)..];
            filled -= 64;
            word = filled == 0 ? 0 : bits >> (width - filled);
        }

        for (int index = 0; filled > 0; index++, filled -= 8, word >>= 8)
            bytes[index] = (byte)(word & 0xFF);
    }
}
