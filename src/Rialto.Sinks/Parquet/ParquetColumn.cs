using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>One column of a <see cref="ParquetWriter"/>: the values of the rows that are not written yet.</summary>
public abstract class ParquetColumn
{
    byte[] _isPresent = new byte[1024];

    private protected ParquetColumn(string name, bool isOptional) => (Name, IsOptional) = (name, isOptional);

    public string Name { get; }

    /// <summary>Whether a row may have no value here.</summary>
    public bool IsOptional { get; }

    internal int Rows { get; private set; }

    internal abstract ParquetType Type { get; }

    /// <summary>How the data page is encoded, if it has values.</summary>
    internal abstract ParquetEncoding Encoding { get; }

    /// <summary>How many of the rows have a value.</summary>
    internal abstract int Present { get; }

    /// <summary>The entries of the dictionary page; zero for none.</summary>
    internal virtual int DictionaryCount => 0;

    internal virtual void WriteDictionary(ByteBuffer page) { }

    /// <summary>Writes the values of a data page; there is at least one.</summary>
    internal abstract void WriteValues(ByteBuffer page);

    /// <summary>Writes the fields <c>max_value</c> and <c>min_value</c> of the column's statistics.</summary>
    internal virtual void WriteExtremes(ThriftWriter thrift) { }

    /// <summary>Writes which rows have a value.</summary>
    internal void WriteLevels(ByteBuffer page, ByteBuffer scratch)
    {
        if (!IsOptional)
            return;

        scratch.Clear();
        HybridEncoding.Write<byte>(scratch, _isPresent.AsSpan(0, Rows), 1);
        page.WriteInt32(scratch.Count);
        page.Write(scratch.Written);
    }

    internal virtual void Clear() => Rows = 0;

    private protected void CountRow(bool isPresent)
    {
        Invariant.Holds(isPresent || IsOptional, $"column {Name}, row {Rows} of the group");
        if (Rows == _isPresent.Length)
            Array.Resize(ref _isPresent, 2 * Rows);

        _isPresent[Rows++] = isPresent ? (byte)1 : (byte)0;
    }
}
