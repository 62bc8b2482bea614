using System.Security.Cryptography;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Counts the events of a run and takes the SHA-256 over their canonical bytes.</summary>
/// <remarks>The bytes are those of <see cref="EventHash.Write"/>, without anything between two events.</remarks>
public sealed class EventHashSink : IMarketListener, IDisposable
{
    const int Capacity = 1024;

    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly byte[] _bytes = new byte[Capacity * EventHash.CanonicalLength];
    int _length;

    /// <summary>How many events came so far.</summary>
    public long Events { get; private set; }

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (_length == _bytes.Length)
                Flush();

            EventHash.Write(_bytes.AsSpan(_length, EventHash.CanonicalLength), step, happened);
            _length += EventHash.CanonicalLength;
        }

        Events += step.Events.Length;
    }

    /// <summary>The hash of all events so far: 64 lowercase hexadecimal digits.</summary>
    public string CurrentHash()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public void Dispose() => _hash.Dispose();

    void Flush()
    {
        _hash.AppendData(_bytes, 0, _length);
        _length = 0;
    }
}
