using System.Numerics;

namespace Rialto.Sinks;

/// <summary>Whole numbers as bit-packed differences from their predecessors.</summary>
/// <remarks>
/// Differences wrap around, so that every number can follow every other.
/// Source: Apache Parquet, "Data encodings", Delta Encoding (DELTA_BINARY_PACKED = 5).
/// </remarks>
static class DeltaEncoding
{
    const int BlockSize = 128;
    const int MiniblockSize = 32;
    const int Miniblocks = BlockSize / MiniblockSize;

    /// <param name="buffer">Where the numbers are written.</param>
    /// <param name="values">At least one.</param>
    /// <param name="isNarrow">Whether the column is of 32 bits: then differences wrap around there.</param>
    public static void Write(ByteBuffer buffer, ReadOnlySpan<long> values, bool isNarrow)
    {
        buffer.WriteVarint(BlockSize);
        buffer.WriteVarint(Miniblocks);
        buffer.WriteVarint((ulong)values.Length);
        buffer.WriteZigZag(values[0]);

        for (int first = 1; first < values.Length; first += BlockSize)
        {
            int count = Math.Min(BlockSize, values.Length - first);
            WriteBlock(buffer, values.Slice(first - 1, count + 1), isNarrow);
        }
    }

    /// <param name="values">The last value before the block, then those of the block.</param>
    static void WriteBlock(ByteBuffer buffer, ReadOnlySpan<long> values, bool isNarrow)
    {
        Span<ulong> excess = stackalloc ulong[BlockSize];
        excess.Clear();
        long least = Subtract(excess, values, isNarrow);

        buffer.WriteZigZag(least);
        Span<byte> widths = stackalloc byte[Miniblocks];
        for (int miniblock = 0; miniblock < Miniblocks; miniblock++)
        {
            ulong all = 0;
            foreach (ulong one in excess.Slice(miniblock * MiniblockSize, MiniblockSize))
                all |= one;

            widths[miniblock] = (byte)(64 - BitOperations.LeadingZeroCount(all));
        }

        buffer.Write(widths);
        for (int miniblock = 0; miniblock < Miniblocks; miniblock++)
        {
            int width = widths[miniblock];
            if (width > 0)
            {
                Span<byte> packed = buffer.Append(MiniblockSize / 8 * width);
                BitPacking.Pack<ulong>(excess.Slice(miniblock * MiniblockSize, MiniblockSize), width, packed);
            }
        }
    }

    /// <summary>Finds the least difference, and by how much the others exceed it.</summary>
    static long Subtract(Span<ulong> excess, ReadOnlySpan<long> values, bool isNarrow)
    {
        unchecked
        {
            long least = long.MaxValue;
            for (int index = 1; index < values.Length; index++)
            {
                long difference = values[index] - values[index - 1];
                if (isNarrow)
                    difference = (int)difference;

                excess[index - 1] = (ulong)difference;
                least = Math.Min(least, difference);
            }

            foreach (ref ulong difference in excess[..(values.Length - 1)])
                difference -= (ulong)least;

            return least;
        }
    }
}
