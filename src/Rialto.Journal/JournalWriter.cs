using System.Buffers.Binary;
using System.Text;

namespace Rialto.Journal;

/// <summary>
/// Writes a journal to a stream. <see cref="End"/> marks it complete; without that it ends where it ends.
/// </summary>
public sealed class JournalWriter : IJournal, IDisposable
{
    readonly Stream _stream;
    readonly byte[] _frame = new byte[sizeof(uint) + JournalRecord.Length + sizeof(uint)];

    /// <param name="stream">Written from its position on, and disposed with the writer.</param>
    /// <param name="header">What the journal begins with.</param>
    public JournalWriter(Stream stream, JournalHeader header)
    {
        _stream = stream;
        byte[] scenario = Encoding.UTF8.GetBytes(header.Scenario);
        byte[] payload = new byte[16 + scenario.Length];
        BinaryPrimitives.WriteInt64LittleEndian(payload, header.Origin.UtcTicks);
        BinaryPrimitives.WriteUInt64LittleEndian(payload.AsSpan(8), header.Seed);
        scenario.CopyTo(payload, 16);

        stream.Write(JournalFormat.Magic);
        byte[] frame = new byte[sizeof(uint) + payload.Length + sizeof(uint)];
        payload.CopyTo(frame, sizeof(uint));
        WriteFrame(frame, payload.Length);
    }

    public void Append(long sequence, in Input input, ulong hash)
    {
        new JournalRecord(sequence, hash, input).Write(_frame.AsSpan(sizeof(uint)));
        WriteFrame(_frame, JournalRecord.Length);
    }

    /// <param name="hash">The rolling hash of all events.</param>
    public void End(ulong hash)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_frame.AsSpan(sizeof(uint)), hash);
        WriteFrame(_frame, JournalFormat.EndLength);
        _stream.Flush();
    }

    public void Flush() => _stream.Flush();

    public void Dispose() => _stream.Dispose();

    void WriteFrame(byte[] frame, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, length);
        Span<byte> payload = frame.AsSpan(sizeof(uint), length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(sizeof(uint) + length), JournalFormat.Checksum(payload));
        _stream.Write(frame, 0, sizeof(uint) + length + sizeof(uint));
    }
}
