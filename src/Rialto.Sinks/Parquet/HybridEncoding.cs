using System.Numerics;

namespace Rialto.Sinks;

/// <summary>Small numbers of a fixed width in bits: long runs of one number as runs, the rest bit-packed.</summary>
/// <remarks>Source: Apache Parquet, "Data encodings", Run Length Encoding / Bit-Packing Hybrid (RLE = 3).</remarks>
static class HybridEncoding
{
    /// <summary>The width that numbers up to <paramref name="greatest"/> need; at least 1.</summary>
    public static int WidthFor(int greatest) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)greatest));

    /// <param name="buffer">Where the numbers are written.</param>
    /// <param name="values">None is negative or needs more than <paramref name="width"/> bits.</param>
    /// <param name="width">From 1 to 31.</param>
    public static void Write<T>(ByteBuffer buffer, ReadOnlySpan<T> values, int width)
        where T : unmanaged, IBinaryInteger<T>
    {
        // A run costs about five bytes, with the literals that it interrupts. It must save more than that.
        int shortestRun = (40 / width + 7) & ~7;
        while (!values.IsEmpty)
        {
            int run = RunAt(values);
            if (run >= shortestRun)
            {
                WriteRun(buffer, ulong.CreateTruncating(values[0]), run, width);
                values = values[run..];
                continue;
            }

            int literals = 0;
            do
                literals = Math.Min(literals + 8, values.Length);
            while (literals < values.Length && !BeginsRun(values[literals..], shortestRun));

            WriteLiterals(buffer, values[..literals], width);
            values = values[literals..];
        }
    }

    static int RunAt<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        int end = values.IndexOfAnyExcept(values[0]);
        return end < 0 ? values.Length : end;
    }

    static bool BeginsRun<T>(ReadOnlySpan<T> values, int length)
        where T : unmanaged, IBinaryInteger<T> =>
        values.Length >= length && values[0] == values[length - 1] && RunAt(values[..length]) == length;

    static void WriteRun(ByteBuffer buffer, ulong value, int length, int width)
    {
        buffer.WriteVarint((ulong)length << 1);
        for (int bits = 0; bits < width; bits += 8, value >>= 8)
            buffer.WriteByte((byte)(value & 0xFF));
    }

    static void WriteLiterals<T>(ByteBuffer buffer, ReadOnlySpan<T> values, int width)
        where T : unmanaged, IBinaryInteger<T>
    {
        int groups = (values.Length + 7) / 8;
        buffer.WriteVarint(((ulong)groups << 1) | 1);

        Span<byte> packed = buffer.Append(groups * width);
        packed[(packed.Length - width)..].Clear();
        BitPacking.Pack(values, width, packed);
    }
}
