using Rialto.Journal;

namespace Rialto.Tests.Markets;

/// <summary>A journal in a list.</summary>
sealed class KeptJournal : IJournal
{
    public List<JournalRecord> Records { get; } = [];

    public void Append(long sequence, in Input input, ulong hash) =>
        Records.Add(new JournalRecord(sequence, hash, input));
}
