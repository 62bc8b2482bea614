namespace Rialto.Sinks;

/// <summary>What stands at the end of a Parquet file: the schema, and where every column of every group is.</summary>
/// <remarks>Numbers are those of the fields in Apache Parquet's "parquet.thrift", 2.10.</remarks>
static class ParquetFooter
{
    const int FormatVersion = 2;

    /// <summary>The repetition types, and the converted type of text.</summary>
    const int Required = 0, Optional = 1, Utf8 = 0;

    const int Uncompressed = 0;

    /// <param name="groups">As many structures as there are groups, one after the other.</param>
    public static void Write(
        ByteBuffer buffer, IReadOnlyList<ParquetColumn> columns, IReadOnlyList<KeyValuePair<string, string>> metadata,
        long rows, int groupCount, ReadOnlySpan<byte> groups)
    {
        ThriftWriter thrift = new(buffer);
        thrift.Open();
        thrift.Write(1, FormatVersion);
        WriteSchema(thrift, columns);
        thrift.Write(3, rows);
        thrift.OpenStructures(4, groupCount);
        buffer.Write(groups);
        if (metadata.Count > 0)
            WriteMetadata(thrift, metadata);

        thrift.Write(6, "rialto");
        WriteOrders(thrift, columns.Count);
        thrift.Close();
    }

    /// <summary>Describes one column of one group.</summary>
    public static void WriteChunk(
        ThriftWriter thrift, ParquetColumn column, ChunkPosition position, ParquetEncoding encoding)
    {
        thrift.Open();
        thrift.Write(2, position.Start);
        thrift.Open(3);
        thrift.Write(1, (int)column.Type);
        if (column.DictionaryCount > 0)
            thrift.WriteList(2, (int)ParquetEncoding.Plain, (int)ParquetEncoding.Rle, (int)encoding);
        else
            thrift.WriteList(2, (int)ParquetEncoding.Rle, (int)encoding);

        thrift.WriteList(3, column.Name);
        thrift.Write(4, Uncompressed);
        thrift.Write(5, (long)column.Rows);
        thrift.Write(6, position.End - position.Start);
        thrift.Write(7, position.End - position.Start);
        thrift.Write(9, position.Data);
        if (column.DictionaryCount > 0)
            thrift.Write(11, position.Start);

        thrift.Open(12);
        thrift.Write(3, (long)(column.Rows - column.Present));
        column.WriteExtremes(thrift);
        thrift.Close();
        thrift.Close();
        thrift.Close();
    }

    static void WriteSchema(ThriftWriter thrift, IReadOnlyList<ParquetColumn> columns)
    {
        thrift.OpenStructures(2, columns.Count + 1);
        thrift.Open();
        thrift.Write(4, "schema");
        thrift.Write(5, columns.Count);
        thrift.Close();

        foreach (ParquetColumn column in columns)
        {
            thrift.Open();
            thrift.Write(1, (int)column.Type);
            thrift.Write(3, column.IsOptional ? Optional : Required);
            thrift.Write(4, column.Name);
            if (column.Type == ParquetType.ByteArray)
            {
                thrift.Write(6, Utf8);
                thrift.Open(10);
                thrift.Open(1);
                thrift.Close();
                thrift.Close();
            }

            thrift.Close();
        }
    }

    static void WriteMetadata(ThriftWriter thrift, IReadOnlyList<KeyValuePair<string, string>> metadata)
    {
        thrift.OpenStructures(5, metadata.Count);
        foreach ((string key, string value) in metadata)
        {
            thrift.Open();
            thrift.Write(1, key);
            thrift.Write(2, value);
            thrift.Close();
        }
    }

    /// <summary>Says that the extremes of each column are in the natural order of its type.</summary>
    static void WriteOrders(ThriftWriter thrift, int columns)
    {
        thrift.OpenStructures(7, columns);
        for (int column = 0; column < columns; column++)
        {
            thrift.Open();
            thrift.Open(1);
            thrift.Close();
            thrift.Close();
        }
    }
}

/// <summary>Where a column of a group begins, where its data page does, and where it ends. Unit: bytes.</summary>
readonly record struct ChunkPosition(long Start, long Data, long End);
