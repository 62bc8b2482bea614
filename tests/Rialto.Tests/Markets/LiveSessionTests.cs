using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// A live session, with robots and people who are on other threads, is determined by its journal: nobody can say
/// beforehand what will happen, but afterwards it happens again.
/// </summary>
public sealed class LiveSessionTests
{
    const int Robots = 20;
    const int People = 3;
    const int Orders = 150;

    [Fact]
    public void A_live_session_happens_again_from_its_journal_with_and_without_its_robots()
    {
        (Market live, List<JournalRecord> records) = Trade();
        Assert.Equal(People * Orders, records.Count(record => record.Input.Origin == Origin.External));
        Assert.Contains(records, record => record.Input.Origin == Origin.Agent);

        Market replay = new(Setup() with { Agents = [] });
        foreach (JournalRecord record in records)
        {
            Assert.Equal(record.Hash, replay.Hash);
            replay.Replay(record.Input);
        }

        Assert.Equal((live.Hash, live.Events), (replay.Hash, replay.Events));

        ExpectedJournal expected = new(records);
        Market again = new(Setup(), expected);
        foreach (JournalRecord record in records.Where(record => record.Input.Origin == Origin.External))
            again.Submit(record.Input);
        again.RunUntil(records[^1].Input.At);
        again.Close();

        Assert.Null(expected.Difference);
        Assert.Equal((records.Count, live.Hash), (expected.Agreed, again.Hash));
    }

    static (Market Market, List<JournalRecord> Records) Trade()
    {
        KeptJournal journal = new();
        Market market = new(Setup(), journal);
        LiveDriver driver = new(market);
        driver.Run([.. Enumerable.Range(0, People).Select(person =>
            new Thread(() => EnterOrders(driver, new ParticipantId(Robots + person))))]);
        return (market, journal.Records);
    }

    static void EnterOrders(LiveDriver driver, ParticipantId person)
    {
        RandomStream random = new(7, $"people/{person}");
        for (int order = 1; order <= Orders; order++)
        {
            driver.Send(new Request(
                RequestKind.Enter, random.NextSide(), OrderType.Limit, TimeInForce.Day, OrderFlags.None,
                new Listing(new((short)random.NextBetween(0, 1)), new(0)), person, new ClientOrderId(order), default,
                new Price(random.NextBetween(45, 55)), new Quantity(random.NextBetween(1, 3)), Timestamp.Never));
            if (order % 10 == 0)
                Thread.Sleep(1);
        }
    }

    static MarketSetup Setup()
    {
        Scene scene = new(Scene.Continuous(TieBreak.Random), Scene.Batch(0.7, TieBreak.Random))
        {
            Settlement = SettlementPolicy.Reserve,
        };
        for (int i = 0; i < Robots; i++)
        {
            double latency = i % 4 * 0.1;
            scene.Add(
                $"robot/{i}", new NoisyAgent(Clock.Ms(1), venues: 2), latency, latency / 2, cash: 5000, inventory: 100);
        }

        for (int i = 0; i < People; i++)
            scene.Add($"person/{i}", 5000, 100);

        return scene.Setup();
    }
}
