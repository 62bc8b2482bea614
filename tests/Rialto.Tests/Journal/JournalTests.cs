using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Journal;

/// <summary>What was written is what is read.</summary>
public sealed class JournalTests
{
    static readonly Gen<Input> Inputs =
        from kind in Gen.Choose(0, 5)
        from time in Gen.Choose(0, int.MaxValue)
        from origin in Gen.Elements(Origin.External, Origin.Agent)
        from request in Requests
        select kind switch
        {
            0 => Input.OfDeadline(new Timestamp(time), request.Listing),
            1 => Input.OfControl(new Timestamp(time), request.Listing, Control.Close),
            2 => Input.OfStop(new Timestamp(time), request.Listing, request.Participant),
            3 => Input.OfPayment(new Timestamp(time), request.Listing, new Ticks(request.Limit.Ticks)),
            4 => Input.OfReference(
                new Timestamp(time), origin, request.Listing,
                time % 3 == 0 ? null : request.Limit, time % 5 == 0 ? null : new Price(-time)),
            _ => Input.OfRequest(new Timestamp(time), origin, request),
        };

    static Gen<Request> Requests =>
        from request in Gen.Elements(RequestKind.Enter, RequestKind.Replace, RequestKind.Cancel, RequestKind.CancelAll)
        from side in Gen.Elements(Side.Buy, Side.Sell)
        from type in Gen.Elements(OrderType.Limit, OrderType.Market)
        from time in Gen.Elements(Enum.GetValues<TimeInForce>())
        from flags in Gen.Elements(OrderFlags.None, OrderFlags.PostOnly)
        from venue in Gen.Choose(short.MinValue, short.MaxValue)
        from participant in Gen.Choose(int.MinValue + 1, int.MaxValue)
        from number in Gen.Choose(int.MinValue + 1, int.MaxValue)
        from lots in Gen.Choose(0, int.MaxValue)
        select new Request(
            request, side, type, time, flags, new Listing(new VenueId((short)venue), new InstrumentId((short)-venue)),
            new ParticipantId(participant), new ClientOrderId(number), new ClientOrderId(-number),
            new Price((long)number << 20), new Quantity((long)lots << 20), new Timestamp((long)number << 30));

    [Fact]
    public void A_journal_is_read_as_it_was_written()
    {
        (JournalHeader header, List<JournalRecord> records, ulong? finalHash) =
            JournalFile.Read(JournalFile.Complete());

        Assert.Equal(JournalFile.Header, header);
        Assert.Equal(JournalFile.Expected(JournalFile.Inputs), records);
        Assert.Equal(99UL, finalHash);
    }

    [Fact]
    public void Any_input_is_read_as_it_was_written() => Property.HoldsForLists(Inputs, inputs =>
    {
        (_, List<JournalRecord> records, ulong? finalHash) =
            JournalFile.Read(JournalFile.Written(JournalFile.Header, inputs, end: null));

        Assert.Equal(JournalFile.Expected(inputs), records);
        Assert.Null(finalHash);
    });

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("name: größer\nagents: [ 价格 ]\n")]
    public void The_scenario_in_the_header_is_any_text(string scenario)
    {
        JournalHeader header = new(DateTimeOffset.UnixEpoch, 0, scenario);

        Assert.Equal(header, JournalFile.Read(JournalFile.Written(header, [], end: 0)).Header);
    }

    [Fact]
    public void The_origin_is_kept_as_an_instant_in_utc()
    {
        DateTimeOffset noonInVenice = new(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));
        JournalHeader read = JournalFile.Read(JournalFile.Written(new(noonInVenice, 0, ""), [], end: 0)).Header;

        Assert.Equal(noonInVenice.UtcDateTime, read.Origin.DateTime);
        Assert.Equal(TimeSpan.Zero, read.Origin.Offset);
    }

    [Fact]
    public void Every_frame_ends_with_the_crc_32c_of_its_payload()
    {
        byte[] journal = JournalFile.Complete();
        int frames = 0;
        for (int at = JournalFile.MagicLength; at < journal.Length; frames++)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(journal.AsSpan(at));
            Assert.Equal(
                Crc32C(journal.AsSpan(at + 4, length)),
                BinaryPrimitives.ReadUInt32LittleEndian(journal.AsSpan(at + 4 + length)));
            at += 4 + length + 4;
        }

        Assert.Equal(1 + JournalFile.Inputs.Length + 1, frames);
        Assert.Equal(0xE3069283, Crc32C("123456789"u8)); // the check value of the catalogue of CRC algorithms
    }

    [Fact]
    public void A_replayed_run_agrees_with_its_journal_until_it_differs()
    {
        JournalRecord[] records = [.. JournalFile.Expected(JournalFile.Inputs)];
        ExpectedJournal expected = new(records);

        expected.Append(1, records[0].Input, records[0].Hash);
        Assert.Equal((1, null), (expected.Agreed, expected.Difference));

        expected.Append(2, records[1].Input, records[1].Hash + 1);
        expected.Append(3, records[2].Input, records[2].Hash);
        Assert.Equal(1, expected.Agreed);
        Assert.Equal((records[1], records[1] with { Hash = records[1].Hash + 1 }), expected.Difference);
    }

    [Fact]
    public void A_run_that_goes_on_after_the_end_of_its_journal_differs_from_it()
    {
        JournalRecord[] records = [.. JournalFile.Expected(JournalFile.Inputs)];
        ExpectedJournal expected = new(records[..1]);

        expected.Append(1, records[0].Input, records[0].Hash);
        expected.Append(2, records[1].Input, records[1].Hash);
        Assert.Equal((null, records[1]), expected.Difference);
    }

    /// <summary>Bit by bit, as the polynomial says.</summary>
    static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        const uint Reversed = 0x82F63B78;
        uint crc = uint.MaxValue;
        foreach (byte next in bytes)
        {
            crc ^= next;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Reversed : crc >> 1;
        }

        return ~crc;
    }
}
