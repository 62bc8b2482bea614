using System.Buffers.Binary;
using Rialto.Trading;

namespace Rialto.Journal;

/// <summary>One input as the journal keeps it.</summary>
/// <param name="Sequence">Dense from 1.</param>
/// <param name="Hash">The rolling hash of all events before it.</param>
public readonly record struct JournalRecord(long Sequence, ulong Hash, Input Input)
{
    /// <summary>The length of a record's payload.</summary>
    /// <remarks>
    /// <code>
    /// offset  length  field (little-endian)
    ///      0       8  sequence
    ///      8       8  time, ns
    ///     16       8  rolling hash of the events before this input
    ///     24       1  kind of input
    ///     25       1  origin
    ///     26       1  control
    ///     27       1  kind of request
    ///     28       1  side
    ///     29       1  order type
    ///     30       1  time in force
    ///     31       1  flags
    ///     32       2  venue
    ///     34       2  instrument
    ///     36       4  participant
    ///     40       8  client order id
    ///     48       8  client order id of the order replaced
    ///     56       8  limit, ticks
    ///     64       8  quantity, lots
    ///     72       8  expiry, ns
    ///     80       8  trigger, ticks
    ///     88       4  offset, ticks
    ///     92       4  displayed quantity, lots
    ///     96       4  minimum quantity, lots
    /// </code>
    /// </remarks>
    internal const int Length = 100;

    internal void Write(Span<byte> bytes)
    {
        Request request = Input.Request;
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Input.At.Nanoseconds);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], Hash);
        bytes[24] = (byte)Input.Kind;
        bytes[25] = (byte)Input.Origin;
        bytes[26] = (byte)Input.Control;
        bytes[27] = (byte)request.Kind;
        bytes[28] = (byte)request.Side;
        bytes[29] = (byte)request.Type;
        bytes[30] = (byte)request.TimeInForce;
        bytes[31] = (byte)request.Flags;
        BinaryPrimitives.WriteInt16LittleEndian(bytes[32..], Input.Listing.Venue.Value);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[34..], Input.Listing.Instrument.Value);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[36..], request.Participant.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[40..], request.Order.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[48..], request.Replaces.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[56..], request.Limit.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[64..], request.Quantity.Lots);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[72..], request.Expiry.Nanoseconds);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[80..], request.Trigger.Ticks);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[88..], (int)request.Offset.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[92..], (int)request.Displayed.Lots);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[96..], (int)request.Minimum.Lots);
    }

    internal static JournalRecord Read(ReadOnlySpan<byte> bytes)
    {
        Listing listing = new(
            new(BinaryPrimitives.ReadInt16LittleEndian(bytes[32..])),
            new(BinaryPrimitives.ReadInt16LittleEndian(bytes[34..])));
        InputKind kind = (InputKind)bytes[24];
        Request request = kind != InputKind.Request ? default : new(
            (RequestKind)bytes[27], (Side)bytes[28], (OrderType)bytes[29], (TimeInForce)bytes[30],
            (OrderFlags)bytes[31], listing, new(BinaryPrimitives.ReadInt32LittleEndian(bytes[36..])),
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[40..])),
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[48..])),
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[56..])),
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[64..])),
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[72..])))
        {
            Trigger = new(BinaryPrimitives.ReadInt64LittleEndian(bytes[80..])),
            Offset = new(BinaryPrimitives.ReadInt32LittleEndian(bytes[88..])),
            Displayed = new(BinaryPrimitives.ReadInt32LittleEndian(bytes[92..])),
            Minimum = new(BinaryPrimitives.ReadInt32LittleEndian(bytes[96..])),
        };
        Control control = (Control)bytes[26];
        if (kind == InputKind.Control && control == Control.Stop)
            request = request with { Participant = new(BinaryPrimitives.ReadInt32LittleEndian(bytes[36..])) };

        if (kind == InputKind.Control && control == Control.Pay)
            request = request with { Limit = new(BinaryPrimitives.ReadInt64LittleEndian(bytes[56..])) };

        if (kind == InputKind.Control && control == Control.Refer)
            request = request with
            {
                Limit = new(BinaryPrimitives.ReadInt64LittleEndian(bytes[56..])),
                Quantity = new(BinaryPrimitives.ReadInt64LittleEndian(bytes[64..])),
                Trigger = new(BinaryPrimitives.ReadInt64LittleEndian(bytes[80..])),
                Displayed = new(BinaryPrimitives.ReadInt32LittleEndian(bytes[92..])),
            };

        Input input = new(
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..])), kind, (Origin)bytes[25], control, listing,
            request);
        return new(
            BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), input);
    }
}
