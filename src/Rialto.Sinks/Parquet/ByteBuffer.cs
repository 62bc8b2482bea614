using System.Buffers.Binary;
using System.Text;

namespace Rialto.Sinks;

/// <summary>Bytes that grow at their end and are used again.</summary>
sealed class ByteBuffer
{
    byte[] _bytes = new byte[4096];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>The next <paramref name="length"/> bytes, for the caller to fill.</summary>
    public Span<byte> Append(int length)
    {
        int end = Count + length;
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(end, 2 * _bytes.Length));

        Span<byte> appended = _bytes.AsSpan(Count, length);
        Count = end;
        return appended;
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    public void WriteByte(byte value) => Append(1)[0] = value;

    /// <summary>Four bytes, little-endian.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Append(sizeof(int)), value);

    /// <summary>Eight bytes, little-endian.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Append(sizeof(long)), value);

    /// <summary>Seven bits in each byte, lowest first; the eighth says that more follow.</summary>
    public void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            WriteByte((byte)(value & 0x7F | 0x80));

        WriteByte((byte)value);
    }

    /// <summary>As a varint of 0, −1, 1, −2, … counted from 0.</summary>
    public void WriteZigZag(long value) => WriteVarint(unchecked((ulong)((value << 1) ^ (value >> 63))));

    public void WriteUtf8(string text) => Encoding.UTF8.GetBytes(text, Append(Encoding.UTF8.GetByteCount(text)));
}
