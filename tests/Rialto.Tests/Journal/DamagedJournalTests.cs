using Rialto.Journal;

namespace Rialto.Tests.Journal;

/// <summary>A damaged journal never says something that was not written: it says less, or that it is damaged.</summary>
public sealed class DamagedJournalTests
{
    [Fact]
    public void A_journal_that_was_cut_off_anywhere_says_what_was_complete()
    {
        byte[] journal = JournalFile.Complete();
        JournalRecord[] written = [.. JournalFile.Expected(JournalFile.Inputs)];
        int firstRecord = JournalFile.MagicLength + JournalFile.HeaderFrame(journal);

        for (int length = 0; length < journal.Length; length++)
        {
            byte[] cut = journal[..length];
            if (length < firstRecord)
            {
                Assert.Throws<JournalException>(() => JournalFile.Read(cut));
                continue;
            }

            (_, List<JournalRecord> records, ulong? finalHash) = JournalFile.Read(cut);
            Assert.Equal(
                written[..Math.Min(written.Length, (length - firstRecord) / JournalFile.RecordFrame)], records);
            Assert.Null(finalHash);
        }
    }

    [Fact]
    public void Every_wrong_bit_is_noticed()
    {
        byte[] journal = JournalFile.Complete();
        JournalRecord[] written = [.. JournalFile.Expected(JournalFile.Inputs)];

        for (int bit = 0; bit < journal.Length * 8; bit++)
        {
            byte[] damaged = [.. journal];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                // A wrong length may reach beyond the end of the file, which then looks cut off; it never looks
                // complete.
                (_, List<JournalRecord> records, ulong? finalHash) = JournalFile.Read(damaged);
                Assert.Null(finalHash);
                Assert.Equal(written[..records.Count], records);
            }
            catch (JournalException)
            {
                // This is what a reader is told.
            }
        }
    }

    [Fact]
    public void A_frame_that_is_missing_is_noticed()
    {
        byte[] journal = JournalFile.Complete();
        int first = JournalFile.MagicLength + JournalFile.HeaderFrame(journal);
        byte[] without = [.. journal[..first], .. journal[(first + JournalFile.RecordFrame)..]];

        JournalException damage = Assert.Throws<JournalException>(() => JournalFile.Read(without));
        Assert.Equal("Record 1 carries the number 2.", damage.Message);
    }

    [Fact]
    public void A_frame_that_comes_twice_is_noticed()
    {
        byte[] journal = JournalFile.Complete();
        int second = JournalFile.MagicLength + JournalFile.HeaderFrame(journal) + JournalFile.RecordFrame;
        byte[] twice = [.. journal[..second], .. journal[(second - JournalFile.RecordFrame)..]];

        JournalException damage = Assert.Throws<JournalException>(() => JournalFile.Read(twice));
        Assert.Equal("Record 2 carries the number 1.", damage.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIALTO-JOURNAL-2 and so on")]
    [InlineData("RIALTO")]
    public void Something_else_is_not_a_journal(string text)
    {
        JournalException damage = Assert.Throws<JournalException>(() =>
            JournalFile.Read(System.Text.Encoding.ASCII.GetBytes(text)));
        Assert.StartsWith("Not a journal", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_the_end_is_not_read()
    {
        byte[] journal = [.. JournalFile.Complete(), 1, 2, 3];

        Assert.Equal(99UL, JournalFile.Read(journal).FinalHash);
    }

    [Fact]
    public void The_end_is_the_end_however_often_one_asks()
    {
        using JournalReader reader = new(new MemoryStream(JournalFile.Written(JournalFile.Header, [], end: 7)));

        Assert.False(reader.TryRead(out _));
        Assert.False(reader.TryRead(out _));
        Assert.Equal(7UL, reader.FinalHash);
    }
}
