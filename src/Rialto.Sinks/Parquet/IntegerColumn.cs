using System.Buffers.Binary;

namespace Rialto.Sinks;

/// <summary>A column of whole numbers, of 64 or of 32 bits.</summary>
public sealed class IntegerColumn : ParquetColumn
{
    readonly bool _isNarrow;
    long[] _values = new long[1024];
    int _count;

    IntegerColumn(string name, bool isOptional, bool isNarrow)
        : base(name, isOptional) => _isNarrow = isNarrow;

    public static IntegerColumn OfInt64(string name, bool isOptional = false) => new(name, isOptional, false);

    /// <summary>Its values must fit into 32 bits.</summary>
    public static IntegerColumn OfInt32(string name, bool isOptional = false) => new(name, isOptional, true);

    /// <summary>Adds the value of the next row.</summary>
    public void Add(long? value)
    {
        CountRow(value.HasValue);
        if (_count == _values.Length)
            Array.Resize(ref _values, 2 * _count);

        _values[_count] = value.GetValueOrDefault();
        _count += value.HasValue ? 1 : 0;
    }

    internal override ParquetType Type => _isNarrow ? ParquetType.Int32 : ParquetType.Int64;

    internal override ParquetEncoding Encoding => ParquetEncoding.DeltaBinaryPacked;

    internal override int Present => _count;

    internal override void WriteValues(ByteBuffer page) =>
        DeltaEncoding.Write(page, _values.AsSpan(0, _count), _isNarrow);

    internal override void WriteExtremes(ThriftWriter thrift)
    {
        if (_count == 0)
            return;

        long least = _values[0];
        long greatest = _values[0];
        foreach (long value in _values.AsSpan(1, _count - 1))
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        WriteExtreme(thrift, 5, greatest);
        WriteExtreme(thrift, 6, least);
    }

    internal override void Clear()
    {
        base.Clear();
        _count = 0;
    }

    void WriteExtreme(ThriftWriter thrift, int field, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        thrift.Write(field, _isNarrow ? bytes[..sizeof(int)] : bytes);
    }
}
