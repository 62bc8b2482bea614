using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>
/// Writes a flat table as a Parquet file, a group of rows at a time. The same rows make the same bytes.
/// </summary>
/// <remarks>
/// Each column of a group is one data page, of version 1, after a dictionary page if it is text. Pages are not
/// compressed: what the encodings leave is small, and deflate gives different bytes on different processors.
/// <code>
/// "PAR1"
/// per group, per column:  [dictionary page header, words]  data page header, [which rows have a value], values
/// footer: schema, position and extremes of every column of every group, keys and values (Thrift)
/// length of the footer, 4 bytes
/// "PAR1"
/// </code>
/// Source: Apache Parquet, "File format" and "parquet.thrift", 2.10.
/// </remarks>
public sealed class ParquetWriter : IDisposable
{
    readonly Stream _stream;
    readonly IReadOnlyList<ParquetColumn> _columns;
    readonly IReadOnlyList<KeyValuePair<string, string>> _metadata;
    readonly int _rowsPerGroup;
    readonly ByteBuffer _page = new();
    readonly ByteBuffer _scratch = new();
    readonly ByteBuffer _groups = new();
    long _position;
    long _rows;
    int _groupCount;
    int _rowsInGroup;

    /// <param name="stream">Written from its position on, and disposed with the writer.</param>
    /// <param name="columns">Each must have got one more value before every <see cref="EndRow"/>.</param>
    /// <param name="metadata">Keys and values for the file as a whole.</param>
    /// <param name="rowsPerGroup">How many rows are held in memory.</param>
    public ParquetWriter(
        Stream stream, IReadOnlyList<ParquetColumn> columns, IReadOnlyList<KeyValuePair<string, string>> metadata,
        int rowsPerGroup = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowsPerGroup);
        _stream = stream;
        _columns = columns;
        _metadata = metadata;
        _rowsPerGroup = rowsPerGroup;
        Write("PAR1"u8);
    }

    public void EndRow()
    {
        if (++_rowsInGroup == _rowsPerGroup)
            EndGroup();
    }

    /// <summary>Writes the rows held back and the footer, without which the file cannot be read.</summary>
    public void Complete()
    {
        if (_rowsInGroup > 0)
            EndGroup();

        _page.Clear();
        ParquetFooter.Write(_page, _columns, _metadata, _rows, _groupCount, _groups.Written);
        _page.WriteInt32(_page.Count);
        _page.Write("PAR1"u8);
        Write(_page.Written);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    void EndGroup()
    {
        ThriftWriter thrift = new(_groups);
        long start = _position;
        thrift.Open();
        thrift.OpenStructures(1, _columns.Count);
        foreach (ParquetColumn column in _columns)
        {
            Invariant.Holds(column.Rows == _rowsInGroup, $"{column.Name}: {column.Rows} of {_rowsInGroup}");
            WriteColumn(column, thrift);
            column.Clear();
        }

        thrift.Write(2, _position - start);
        thrift.Write(3, (long)_rowsInGroup);
        thrift.Close();

        _rows += _rowsInGroup;
        _rowsInGroup = 0;
        _groupCount++;
    }

    void WriteColumn(ParquetColumn column, ThriftWriter thrift)
    {
        long start = _position;
        if (column.DictionaryCount > 0)
        {
            _page.Clear();
            column.WriteDictionary(_page);
            WritePage(PageType.Dictionary, column.DictionaryCount, ParquetEncoding.Plain);
        }

        long data = _position;
        _page.Clear();
        column.WriteLevels(_page, _scratch);
        if (column.Present > 0)
            column.WriteValues(_page);

        ParquetEncoding encoding = column.Present > 0 ? column.Encoding : ParquetEncoding.Plain;
        WritePage(PageType.Data, column.Rows, encoding);
        ParquetFooter.WriteChunk(thrift, column, new(start, data, _position), encoding);
    }

    void WritePage(PageType type, int values, ParquetEncoding encoding)
    {
        _scratch.Clear();
        ThriftWriter thrift = new(_scratch);
        thrift.Open();
        thrift.Write(1, (int)type);
        thrift.Write(2, _page.Count);
        thrift.Write(3, _page.Count);
        thrift.Open(type == PageType.Data ? 5 : 7);
        thrift.Write(1, values);
        thrift.Write(2, (int)encoding);
        if (type == PageType.Data)
        {
            thrift.Write(3, (int)ParquetEncoding.Rle);
            thrift.Write(4, (int)ParquetEncoding.Rle);
        }

        thrift.Close();
        thrift.Close();
        Write(_scratch.Written);
        Write(_page.Written);
    }

    void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}
