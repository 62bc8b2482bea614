namespace Rialto.Journal;

/// <summary>Compares the inputs of a run with those that a journal recorded: for verification and restart.</summary>
public sealed class ExpectedJournal(IReadOnlyList<JournalRecord> records) : IJournal
{
    int _compared;

    /// <summary>How many inputs came as they were recorded, before any difference.</summary>
    public int Agreed { get; private set; }

    /// <summary>The first input that differs: what was recorded (null beyond its end), and what came.</summary>
    public (JournalRecord? Recorded, JournalRecord Came)? Difference { get; private set; }

    public void Append(long sequence, in Input input, ulong hash)
    {
        JournalRecord came = new(sequence, hash, input);
        JournalRecord? recorded = _compared < records.Count ? records[_compared] : null;
        _compared++;

        if (Difference is null && came == recorded)
            Agreed++;
        else
            Difference ??= (recorded, came);
    }
}
