using FsCheck;
using FsCheck.Fluent;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// A journal is the whole truth: replayed, or re-executed by the same agents, it gives the same events.
/// </summary>
public sealed class ReplayTests
{
    static readonly Gen<(int Seed, SettlementPolicy Settlement, TieBreak Ties)> Markets =
        from seed in Gen.Choose(0, 1_000_000)
        from settlement in Gen.Elements(Enum.GetValues<SettlementPolicy>())
        from ties in Gen.Elements(TieBreak.Arrival, TieBreak.Random)
        select (seed, settlement, ties);

    [Fact]
    public void A_journal_replayed_without_agents_gives_the_same_events() => Property.Holds(Markets, drawn =>
    {
        MarketSetup Fresh() => NoisyMarket.Setup((ulong)drawn.Seed, drawn.Settlement, drawn.Ties);
        (Market original, List<JournalRecord> records) = Run(Fresh());

        Market replay = new(Fresh() with { Agents = [] });
        foreach (JournalRecord record in records)
        {
            Assert.Equal(record.Hash, replay.Hash);
            replay.Replay(record.Input);
        }

        Assert.Equal(
            (original.Hash, original.Steps, original.Events, original.IsOpen),
            (replay.Hash, replay.Steps, replay.Events, replay.IsOpen));
        Assert.Equal(0, replay.WakeUps);
    });

    [Fact]
    public void Agents_that_are_executed_again_repeat_every_journaled_request() => Property.Holds(Markets, drawn =>
    {
        MarketSetup Fresh() => NoisyMarket.Setup((ulong)drawn.Seed, drawn.Settlement, drawn.Ties);
        (Market original, List<JournalRecord> records) = Run(Fresh());

        ExpectedJournal expected = new(records);
        Market again = new(Fresh(), expected);
        again.RunUntil(Clock.At(50));
        again.Close();

        Assert.Null(expected.Difference);
        Assert.Equal((records.Count, original.Hash), (expected.Agreed, again.Hash));
    });

    /// <summary>
    /// The bound on what may happen at one instant is about that instant, not about a whole recorded day.
    /// </summary>
    [Fact]
    public void A_journal_of_more_than_a_million_inputs_is_replayed()
    {
        const int Inputs = 1_000_002;
        Market replay = new(NoisyMarket.Setup(7, SettlementPolicy.Unlimited, TieBreak.Arrival) with { Agents = [] });
        Request cancelAll = default(Request) with { Kind = RequestKind.CancelAll };
        for (int nanosecond = 1; nanosecond <= Inputs; nanosecond++)
            replay.Replay(Input.OfRequest(new Timestamp(nanosecond), Origin.Agent, cancelAll));

        Assert.Equal(Inputs, replay.Steps);
    }

    [Fact]
    public void Another_seed_is_noticed_at_the_first_request_that_differs()
    {
        (_, List<JournalRecord> records) = Run(NoisyMarket.Setup(7, SettlementPolicy.Unlimited, TieBreak.Random));
        ExpectedJournal expected = new(records);
        new Market(NoisyMarket.Setup(8, SettlementPolicy.Unlimited, TieBreak.Random), expected).RunUntil(Clock.At(50));

        Assert.NotNull(expected.Difference);
        Assert.InRange(expected.Agreed, 0, 5);
    }

    /// <summary>
    /// After a crash, a market in which only people trade is brought back from its journal, and goes on. No two of its
    /// listings act at one instant: which of them is first then depends on when they were scheduled, and that is not in
    /// the journal.
    /// </summary>
    [Fact]
    public void A_market_brought_back_by_a_replay_goes_on_as_if_nothing_had_happened()
    {
        (Market original, List<JournalRecord> records) = Run(
            NoisyMarket.Setup(7, SettlementPolicy.Reserve, TieBreak.Arrival, hasBatch: false));
        List<JournalRecord> requests = [.. records.Where(record => record.Input.Kind == InputKind.Request)];

        for (int crash = 0; crash < records.Count; crash += 37)
        {
            Market back = new(
                NoisyMarket.Setup(7, SettlementPolicy.Reserve, TieBreak.Arrival, hasBatch: false) with { Agents = [] });
            foreach (JournalRecord record in records[..crash])
                back.Replay(record.Input);
            foreach (JournalRecord record in requests.Where(record => record.Sequence > crash))
                back.Submit(record.Input);
            back.RunUntil(Clock.At(50));
            back.Close();

            Assert.Equal((crash, original.Hash, original.Steps), (crash, back.Hash, back.Steps));
        }
    }

    [Fact]
    public void A_journal_that_was_cut_off_replays_as_far_as_it_goes()
    {
        MarketSetup setup = NoisyMarket.Setup(7, SettlementPolicy.ShrinkAtMatch, TieBreak.Random);
        using MemoryStream file = new();
        JournalWriter writer = new(file, new JournalHeader(DateTimeOffset.UnixEpoch, 7, "noise"));
        Market original = new(setup, writer);
        original.RunUntil(Clock.At(50));
        original.Close();
        writer.End(original.Hash);
        List<JournalRecord> all = Read(file.ToArray());
        Assert.Equal(original.Steps, all.Count);

        foreach (int missing in (int[])[1, 17, 88, 1000, 5555])
        {
            List<JournalRecord> records = Read(file.ToArray()[..^missing]);
            Assert.InRange(records.Count, all.Count - (missing / 88) - 1, all.Count);

            Market replay = new(
                NoisyMarket.Setup(7, SettlementPolicy.ShrinkAtMatch, TieBreak.Random) with { Agents = [] });
            foreach (JournalRecord record in records)
                replay.Replay(record.Input);

            Assert.Equal(records.Count < all.Count ? all[records.Count].Hash : original.Hash, replay.Hash);
        }
    }

    static (Market Market, List<JournalRecord> Records) Run(MarketSetup setup)
    {
        KeptJournal journal = new();
        Market market = new(setup, journal);
        market.RunUntil(Clock.At(50));
        market.Close();
        return (market, journal.Records);
    }

    static List<JournalRecord> Read(byte[] journal)
    {
        using JournalReader reader = new(new MemoryStream(journal));
        List<JournalRecord> records = [];
        while (reader.TryRead(out JournalRecord record))
            records.Add(record);

        return records;
    }
}
