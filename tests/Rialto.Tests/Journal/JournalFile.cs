using System.Buffers.Binary;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Journal;

/// <summary>A journal in memory, and what is read from one.</summary>
static class JournalFile
{
    /// <summary>The first 16 bytes say what the file is.</summary>
    public const int MagicLength = 16;

    /// <summary>Length, payload, checksum.</summary>
    public const int RecordFrame = 4 + 100 + 4;

    public const int EndFrame = 4 + 8 + 4;

    public static readonly JournalHeader Header =
        new(new DateTimeOffset(2026, 1, 2, 9, 30, 0, TimeSpan.Zero), ulong.MaxValue, "name: two-markets  # µ\n");

    public static readonly Listing Listing = new(new VenueId(1), new InstrumentId(2));

    /// <summary>Four inputs, one of each kind that occurs.</summary>
    public static readonly Input[] Inputs =
    [
        Input.OfRequest(new Timestamp(1), Origin.External, new Request(
            RequestKind.Enter, Side.Sell, OrderType.Limit, TimeInForce.GoodTillTime, OrderFlags.PostOnly, Listing,
            new ParticipantId(3), new ClientOrderId(4), default, new Price(-5), new Quantity(6), new Timestamp(7))),
        Input.OfRequest(new Timestamp(1), Origin.Agent, new Request(
            RequestKind.Replace, Side.Buy, OrderType.Market, TimeInForce.FillOrKill, OrderFlags.None, Listing,
            new ParticipantId(int.MaxValue), new ClientOrderId(long.MaxValue), new ClientOrderId(4),
            new Price(long.MinValue), new Quantity(long.MaxValue), Timestamp.Never)),
        Input.OfDeadline(new Timestamp(2), Listing),
        Input.OfControl(new Timestamp(3), Listing, Control.Close),
    ];

    public static byte[] Complete() => Written(Header, Inputs, end: 99);

    public static byte[] Written(JournalHeader header, IReadOnlyList<Input> inputs, ulong? end)
    {
        using MemoryStream stream = new();
        JournalWriter writer = new(stream, header);
        for (int i = 0; i < inputs.Count; i++)
            writer.Append(i + 1, inputs[i], HashBefore(i));
        if (end is { } hash)
            writer.End(hash);

        return stream.ToArray();
    }

    /// <exception cref="JournalException">The journal is damaged.</exception>
    public static (JournalHeader Header, List<JournalRecord> Records, ulong? FinalHash) Read(byte[] bytes)
    {
        using JournalReader reader = new(new MemoryStream(bytes));
        List<JournalRecord> records = [];
        while (reader.TryRead(out JournalRecord record))
            records.Add(record);

        return (reader.Header, records, reader.FinalHash);
    }

    public static IEnumerable<JournalRecord> Expected(IReadOnlyList<Input> inputs) =>
        inputs.Select((input, index) => new JournalRecord(index + 1, HashBefore(index), input));

    public static int HeaderFrame(byte[] journal) =>
        4 + BinaryPrimitives.ReadInt32LittleEndian(journal.AsSpan(MagicLength)) + 4;

    static ulong HashBefore(int index) => (ulong)index * 0x0123_4567_89AB_CDEF;
}
