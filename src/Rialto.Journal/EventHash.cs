using System.Buffers.Binary;
using System.Numerics;
using Rialto.Trading;

namespace Rialto.Journal;

/// <summary>A rolling 64-bit hash over the events of a market: equal hashes, equal histories.</summary>
/// <remarks>
/// It guards against accidents, not against forgery. The published <c>eventsHash</c> of a run is the SHA-256 over the
/// canonical bytes that <see cref="Write"/> lays out.
/// </remarks>
public struct EventHash
{
    /// <summary>The length of one event in its canonical form.</summary>
    public const int CanonicalLength = 76;

    const ulong Multiplier = 0x9E3779B97F4A7C15;

    public ulong Value { get; private set; }

    public void Add(in Step step)
    {
        Listing listing = step.Input.Listing;
        ulong hash = Mix(Mix(Value, step.Sequence), step.Input.At.Nanoseconds);
        hash = Mix(hash, ((long)listing.Venue.Value << 16) | (ushort)(listing.Instrument.Value & 0xFFFF));
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            long head = (long)happened.Kind | ((long)happened.Side << 8) | ((long)happened.Liquidity << 16)
                | ((long)happened.Reason << 24) | ((long)happened.Participant.Value << 32);
            hash = Mix(hash, head);
            hash = Mix(hash, happened.Number.Value);
            hash = Mix(hash, happened.Order.Value);
            hash = Mix(hash, happened.Price.Ticks);
            hash = Mix(hash, happened.Quantity.Lots);
            hash = Mix(hash, happened.Remaining.Lots);
            hash = Mix(hash, happened.Extra);
        }

        Value = hash;
    }

    /// <summary>Lays an event out in its canonical form, little-endian.</summary>
    /// <remarks>
    /// <code>
    /// offset  length  field
    ///      0       8  sequence of the step
    ///      8       8  time of the step, ns
    ///     16       2  venue
    ///     18       2  instrument
    ///     20       1  kind
    ///     21       1  side
    ///     22       1  liquidity
    ///     23       1  reason
    ///     24       4  participant
    ///     28       8  order number
    ///     36       8  client order id
    ///     44       8  price, ticks
    ///     52       8  quantity, lots
    ///     60       8  remaining, lots
    ///     68       8  match number, order replaced, count of orders, imbalance or fee, by kind
    /// </code>
    /// </remarks>
    public static void Write(Span<byte> bytes, in Step step, in MarketEvent happened)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes, step.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], step.Input.At.Nanoseconds);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[16..], step.Input.Listing.Venue.Value);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[18..], step.Input.Listing.Instrument.Value);
        bytes[20] = (byte)happened.Kind;
        bytes[21] = (byte)happened.Side;
        bytes[22] = (byte)happened.Liquidity;
        bytes[23] = happened.Reason;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], happened.Participant.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[28..], happened.Number.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[36..], happened.Order.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[44..], happened.Price.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[52..], happened.Quantity.Lots);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[60..], happened.Remaining.Lots);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[68..], happened.Extra);
    }

    static ulong Mix(ulong hash, long word)
    {
        unchecked
        {
            hash = (hash ^ (ulong)word) * Multiplier;
            return BitOperations.RotateLeft(hash, 29);
        }
    }
}
