using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Rialto.Feeds;

/// <summary>
/// A file of order flow, which other matching engines read too: a header and one record for each message.
/// </summary>
/// <remarks>
/// <code>
/// offset  length  field (little-endian)
///      0       8  magic number; any is read
///      8       4  version; any is read
///     12       4  how many symbols
///     16       8  how many of the records only fill the book
///     24       8  how many records there are
///     32       8  the largest id
///     40       8  how many trades are expected; 0 if that is not known
///     48       8  the hash over the trades that is expected; 0 if it is not known
///     56       8  how many orders are live at the end
///     64      16  the first record: kind (1), side (1), symbol (2), quantity (4), id (4), price (4, signed)
/// </code>
/// </remarks>
public sealed class FlowFile
{
    const int HeaderLength = 64;
    const int RecordLength = 16;
    const ulong Magic = 0x31574F4C464F5452; // "RTOFLOW1"
    const int Version = 1;

    /// <param name="symbols">How many instruments the records name.</param>
    /// <param name="prefill">How many records only fill the book.</param>
    /// <param name="records">All records, those first.</param>
    public FlowFile(int symbols, int prefill, FlowRecord[] records) =>
        (Symbols, Prefill, Records) = (symbols, prefill, records);

    public int Symbols { get; }

    public int Prefill { get; }

    public FlowRecord[] Records { get; }

    /// <summary>Zero if it is not known.</summary>
    public long ExpectedTrades { get; init; }

    /// <summary>The <see cref="TradeHash"/> of all trades; zero if it is not known.</summary>
    public ulong ExpectedHash { get; init; }

    /// <exception cref="FeedException">The file is not what its header says, or a record makes no sense.</exception>
    public static FlowFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderLength)
            throw Wrong(path, 0, $"a header of {HeaderLength} bytes", $"{bytes.Length} bytes");

        long symbols = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12));
        ulong prefill = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16));
        ulong total = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(24));
        int records = (bytes.Length - HeaderLength) / RecordLength;
        if (symbols is < 1 or > short.MaxValue)
            throw Wrong(path, 0, $"1 to {short.MaxValue} symbols", $"{symbols}");
        if (total != (ulong)records || (bytes.Length - HeaderLength) % RecordLength != 0)
        {
            throw Wrong(
                path, 0, $"{total} records of {RecordLength} bytes, as the header says",
                $"{bytes.Length - HeaderLength} bytes behind the header");
        }

        if (prefill > total)
            throw Wrong(path, 0, $"a prefill of at most {total} records", $"{prefill}");

        FlowFile flow = new(
            (int)symbols, (int)prefill, MemoryMarshal.Cast<byte, FlowRecord>(bytes.AsSpan(HeaderLength)).ToArray())
        {
            ExpectedTrades = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40)),
            ExpectedHash = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(48)),
        };
        flow.Check(path);
        return flow;
    }

    public void Write(string path)
    {
        byte[] header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), (uint)Symbols);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), Prefill);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), Records.Length);
        BinaryPrimitives.WriteInt64LittleEndian(
            header.AsSpan(32), Records.Length == 0 ? 0 : Records.Max(record => record.Id));
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), ExpectedTrades);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(48), ExpectedHash);

        using FileStream file = File.Create(path);
        file.Write(header);
        file.Write(MemoryMarshal.AsBytes(Records.AsSpan()));
    }

    void Check(string path)
    {
        for (int i = 0; i < Records.Length; i++)
        {
            FlowRecord record = Records[i];
            if (record.Kind > FlowKind.ImmediateOrCancel)
                throw Wrong(path, i + 1, "a kind from 0 to 3", $"{(byte)record.Kind}");
            if (record.Side > 1)
                throw Wrong(path, i + 1, "a side of 0 or 1", $"{record.Side}");
            if (record.Symbol >= Symbols)
                throw Wrong(path, i + 1, $"a symbol below {Symbols}", $"{record.Symbol}");
        }
    }

    static FeedException Wrong(string path, long record, string expected, string found) =>
        FeedException.At(
            path, record == 0 ? "header" : string.Create(CultureInfo.InvariantCulture, $"record {record}"), expected,
            found);
}
