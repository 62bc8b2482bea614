namespace Rialto.Journal;

/// <summary>Takes every input before it has an effect.</summary>
/// <remarks>
/// Two sides: <see cref="JournalWriter"/> keeps them, <see cref="ExpectedJournal"/> compares them with a kept one.
/// </remarks>
public interface IJournal
{
    /// <param name="sequence">Dense from 1.</param>
    /// <param name="input">What is about to be applied.</param>
    /// <param name="hash">The rolling hash of all events before it.</param>
    void Append(long sequence, in Input input, ulong hash);
}
