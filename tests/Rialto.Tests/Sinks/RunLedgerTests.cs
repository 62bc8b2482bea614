using Rialto.Sinks;

namespace Rialto.Tests.Sinks;

/// <summary>What is done of many runs survives whatever ends the process.</summary>
public sealed class RunLedgerTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("rialto-ledger-").FullName;

    string LedgerPath => Path.Combine(_folder, "ledger.jsonl");

    [Fact]
    public void What_was_written_is_read_again()
    {
        RunOutcome failed =
            Outcome("bb") with { Status = RunStatus.Failed, EventsHash = null, Measures = [], Reason = "a \"reason\"" };
        using (RunLedger ledger = RunLedger.Open(LedgerPath))
        {
            ledger.Append(Outcome("aa"));
            ledger.Append(failed);
        }

        using RunLedger again = RunLedger.Open(LedgerPath);
        RunOutcome read = again.Find("aa", "e1")!;
        Assert.Equal(Outcome("aa") with { Measures = read.Measures }, read);
        Assert.Equal(
            [KeyValuePair.Create("spread", (double?)1.5), KeyValuePair.Create("none", (double?)null)], read.Measures);
        Assert.Equal(
            ("a \"reason\"", RunStatus.Failed), (again.Find("bb", "e1")!.Reason, again.Find("bb", "e1")!.Status));
        Assert.Null(again.Find("aa", "e2"));
        Assert.Equal(0, again.Damaged);
    }

    /// <summary>Wherever a kill tears the last line, the lines before it count and the next one is whole.</summary>
    [Fact]
    public void A_torn_last_line_is_cut_off()
    {
        Fill("aa", "bb");
        byte[] whole = File.ReadAllBytes(LedgerPath);
        int firstLine = Array.IndexOf(whole, (byte)'\n') + 1;
        for (int length = firstLine; length < whole.Length; length++)
        {
            File.WriteAllBytes(LedgerPath, whole[..length]);
            using (RunLedger ledger = RunLedger.Open(LedgerPath))
            {
                Assert.NotNull(ledger.Find("aa", "e1"));
                Assert.Null(ledger.Find("bb", "e1"));
                ledger.Append(Outcome("bb"));
            }

            Assert.Equal(whole, File.ReadAllBytes(LedgerPath));
        }
    }

    [Fact]
    public void A_damaged_line_counts_for_nothing_and_of_two_about_one_run_the_last_holds()
    {
        Fill("aa");
        File.AppendAllText(LedgerPath, "{\"run\": 7}\nnonsense\n");
        using (RunLedger ledger = RunLedger.Open(LedgerPath))
        {
            Assert.Equal(2, ledger.Damaged);
            ledger.Append(Outcome("aa") with { Events = 9 });
        }

        using RunLedger again = RunLedger.Open(LedgerPath);
        Assert.Equal(9, again.Find("aa", "e1")!.Events);
    }

    [Fact]
    public void A_second_process_is_refused()
    {
        using RunLedger ledger = RunLedger.Open(LedgerPath);
        Assert.Throws<RunFolderException>(() => RunLedger.Open(LedgerPath));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    void Fill(params ReadOnlySpan<string> runs)
    {
        using RunLedger ledger = RunLedger.Open(LedgerPath);
        foreach (string run in runs)
            ledger.Append(Outcome(run));
    }

    static RunOutcome Outcome(string run) => new(
        run, "e1", RunStatus.Complete, ulong.MaxValue, 3, "0123", 0.25,
        [KeyValuePair.Create("spread", (double?)1.5), KeyValuePair.Create("none", (double?)null)],
        null);
}
