using System.Buffers.Binary;
using System.Text;

namespace Rialto.Journal;

/// <summary>Reads a journal from a stream, frame by frame, and checks every frame.</summary>
public sealed class JournalReader : IDisposable
{
    const int LongestHeader = 64 << 20;

    readonly Stream _stream;
    long _next = 1;

    /// <exception cref="JournalException">The stream does not begin as a journal does.</exception>
    public JournalReader(Stream stream)
    {
        _stream = stream;
        Span<byte> magic = stackalloc byte[JournalFormat.Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length
            || !magic.SequenceEqual(JournalFormat.Magic))
            throw new JournalException("Not a journal: it does not begin with \"RIALTO-JOURNAL-1\".");

        byte[] payload = ReadFrame(LongestHeader) ?? throw new JournalException("The journal ends inside its header.");
        if (payload.Length < 16)
            throw new JournalException("The journal's header is too short.");

        long origin = BinaryPrimitives.ReadInt64LittleEndian(payload);
        if (origin < DateTimeOffset.MinValue.UtcTicks || origin > DateTimeOffset.MaxValue.UtcTicks)
            throw new JournalException("The journal's origin is not a point in time.");

        Header = new JournalHeader(
            new DateTimeOffset(origin, TimeSpan.Zero),
            BinaryPrimitives.ReadUInt64LittleEndian(payload.AsSpan(8)),
            Encoding.UTF8.GetString(payload.AsSpan(16)));
    }

    public JournalHeader Header { get; }

    /// <summary>The hash of all events, known once the journal's end was read; null if it was cut off.</summary>
    public ulong? FinalHash { get; private set; }

    /// <summary>Reads the next record. False at the end, also where a crash cut the last frame off.</summary>
    /// <exception cref="JournalException">A frame is damaged, or out of sequence.</exception>
    public bool TryRead(out JournalRecord record)
    {
        record = default;
        if (FinalHash is not null || ReadFrame(JournalRecord.Length) is not { } payload)
            return false;

        if (payload.Length == JournalFormat.EndLength)
        {
            FinalHash = BinaryPrimitives.ReadUInt64LittleEndian(payload);
            return false;
        }

        if (payload.Length != JournalRecord.Length)
            throw new JournalException($"Record {_next}: {payload.Length} bytes, expected {JournalRecord.Length}.");

        try
        {
            record = JournalRecord.Read(payload);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new JournalException($"Record {_next}: a negative quantity.");
        }

        if (record.Sequence != _next)
            throw new JournalException($"Record {_next} carries the number {record.Sequence}.");

        _next++;
        return true;
    }

    public void Dispose() => _stream.Dispose();

    byte[]? ReadFrame(int longest)
    {
        Span<byte> word = stackalloc byte[sizeof(uint)];
        if (_stream.ReadAtLeast(word, word.Length, throwOnEndOfStream: false) < word.Length)
            return null;

        int length = BinaryPrimitives.ReadInt32LittleEndian(word);
        if (length < 0 || length > longest)
            throw new JournalException($"Record {_next}: a frame of {length} bytes.");

        byte[] payload = new byte[length];
        if (_stream.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length
            || _stream.ReadAtLeast(word, word.Length, throwOnEndOfStream: false) < word.Length)
            return null;

        if (BinaryPrimitives.ReadUInt32LittleEndian(word) != JournalFormat.Checksum(payload))
            throw new JournalException($"Record {_next}: the checksum does not match, the journal is damaged.");

        return payload;
    }
}
