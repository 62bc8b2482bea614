using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Halts, resumptions and calls are inputs like others: in the journal, and replayed.</summary>
public sealed class HaltTests
{
    [Fact]
    public void A_halt_stops_trading_until_it_is_resumed()
    {
        Scene scene = new();
        ParticipantId ann = scene.Add("ann");
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, ann, Side.Sell, 10);
        scene.Run(until: 2);
        scene.Market.Halt(Scene.First);
        scene.Enter(3, bob, Side.Buy, 10);
        scene.Run(until: 4);
        scene.Market.Resume(Scene.First);
        scene.Enter(5, bob, Side.Buy, 10);

        Assert.Equal(
        [
            "1 ann accepted 1 Sell 1@10",
            "3 bob rejected 1 NotInThisState",
            "5 bob accepted 2 Buy 1@10",
            "5 ann executed 1 1@10",
            "5 bob executed 2 1@10",
        ], scene.Log);
    }

    [Fact]
    public void An_interruption_ends_and_a_call_takes_place_though_nobody_asks_again()
    {
        PriceBands bands =
            new() { Dynamic = PriceBand.OfTicks(new(5)), Reference = new(100), Interruption = Clock.Ms(3) };
        Scene scene = new(
            new VenueSetup([new ScheduledRules { Inner = new ContinuousRules(), Bands = bands }], TieBreak.Arrival),
            new VenueSetup([new CallRules()], TieBreak.Arrival));
        ParticipantId ann = scene.Add("ann");
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, ann, Side.Sell, 106);
        scene.Enter(1, bob, Side.Buy, 106);
        scene.Enter(2, ann, Side.Sell, 50, listing: Scene.Second);
        scene.Enter(2, bob, Side.Buy, 50, listing: Scene.Second);
        scene.Market.Call(Scene.Second);
        scene.Run(until: 10);

        Assert.Equal(["2 batch 1@50", "4 batch 1@106"], scene.Log.Where(line =>
            line.Contains("batch", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_journaled_session_with_halts_and_calls_is_replayed_and_happens_again()
    {
        KeptJournal journal = new();
        Market original = new(Setup(), journal);
        RandomStream random = new(7, "operator");
        for (int ms = 1; ms <= 50; ms++)
        {
            original.RunUntil(Clock.At(ms));
            Listing listing = new(new((short)random.NextBelow(3)), new(0));
            if (ms % 5 == 0)
                original.Halt(listing);
            else if (ms % 5 == 3)
                Array.ForEach([Scene.First, Scene.Second, new(new(2), new(0))], original.Resume);
            else if (ms % 7 == 0)
                original.Call(listing);
        }

        original.Close();
        Assert.Equal(3, journal.Records.Where(record => record.Input.Origin == Origin.External).Select(record =>
            record.Input.Control).Distinct()
            .Count());

        Market replay = new(Setup() with { Agents = [] });
        foreach (JournalRecord record in journal.Reread())
        {
            Assert.Equal(record.Hash, replay.Hash);
            replay.Replay(record.Input);
        }

        Assert.Equal((original.Hash, original.Events), (replay.Hash, replay.Events));

        ExpectedJournal expected = new(journal.Records);
        Market again = new(Setup(), expected);
        foreach (JournalRecord record in journal.Records.Where(record => record.Input.Origin == Origin.External))
            again.Submit(record.Input);
        again.RunUntil(Clock.At(50));
        again.Close();

        Assert.Null(expected.Difference);
        Assert.Equal(original.Hash, again.Hash);
    }

    static MarketSetup Setup()
    {
        TradingSchedule schedule = new(
        [
            new(Clock.At(1), TradingState.OpeningAuction), new(Clock.At(4), TradingState.Continuous),
            new(Clock.At(18), TradingState.ClosingAuction), new(Clock.At(20), TradingState.Closed),
        ], Clock.Ms(20));
        PriceBands bands =
            new() { Static = PriceBand.OfShare(20_000), Interruption = Clock.Ms(1), RandomEnd = Clock.Ms(1) };
        Scene scene = new(
            new VenueSetup(
                [new ScheduledRules
                {
                    Inner = new ContinuousRules(), Schedule = schedule, Bands = bands, Reopening = Clock.Ms(1),
                }],
                TieBreak.Random),
            Scene.Continuous(),
            new VenueSetup(
                [new CallRules { Interval = Clock.Ms(2.5), Display = BookDisplay.Indicative }], TieBreak.Random));
        for (int i = 0; i < 8; i++)
        {
            scene.Add(
                $"robot/{i}", new NoisyAgent(Clock.Ms(1), venues: 3), i % 4 * 0.1, 0.1, cash: 5000, inventory: 100);
        }

        return scene.Setup();
    }
}
