using Rialto.Journal;

namespace Rialto.Tests.Markets;

/// <summary>A journal in a list.</summary>
sealed class KeptJournal : IJournal
{
    public List<JournalRecord> Records { get; } = [];

    public void Append(long sequence, in Input input, ulong hash) =>
        Records.Add(new JournalRecord(sequence, hash, input));

    /// <summary>The records as they come back from a file.</summary>
    public List<JournalRecord> Reread()
    {
        using MemoryStream file = new();
        JournalWriter writer = new(file, new JournalHeader(DateTimeOffset.UnixEpoch, 7, "kept"));
        foreach (JournalRecord record in Records)
            writer.Append(record.Sequence, record.Input, record.Hash);
        writer.End(0);

        using JournalReader reader = new(new MemoryStream(file.ToArray()));
        List<JournalRecord> read = [];
        while (reader.TryRead(out JournalRecord record))
            read.Add(record);

        return read;
    }
}
