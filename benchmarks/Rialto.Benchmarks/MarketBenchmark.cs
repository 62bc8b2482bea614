using System.Diagnostics;
using System.Globalization;
using Rialto.Agents;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>How many wake-ups and delivered events per second does one market carry?</summary>
/// <remarks>Random traders on one venue: coroutines, wheel, book, accounts, all events, hash, routing; nothing recorded.</remarks>
static class MarketBenchmark
{
    public static void Run(IReadOnlyList<int> populations, int rounds)
    {
        Console.WriteLine("agents wake_ups events seconds wake_ups_per_second events_per_second bytes_per_wake_up working_set_MiB");
        foreach (int agents in populations)
        {
            List<(double Seconds, string Line)> results = [];
            for (int round = 0; round < rounds; round++)
                results.Add(Measure(agents));

            results.Sort();
            Console.WriteLine(results[results.Count / 2].Line);
        }
    }

    static (double Seconds, string Line) Measure(int agents)
    {
        // The horizon is such that every population wakes about two million times; the first third warms up.
        Duration horizon = Duration.FromSeconds(1_000_000.0 / agents);
        Market market = Create(agents);
        market.RunUntil(Timestamp.Zero + new Duration(horizon.Nanoseconds / 3));

        (long wakeUps, long events) = (market.WakeUps, market.Events);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        market.RunUntil(Timestamp.Zero + horizon);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        wakeUps = market.WakeUps - wakeUps;
        events = market.Events - events;
        return (seconds, string.Create(
            CultureInfo.InvariantCulture,
            $"{agents} {wakeUps} {events} {seconds:0.00} {wakeUps / seconds:0} {events / seconds:0} {(double)allocated / wakeUps:0.0} {Environment.WorkingSet >> 20}"));
    }

    static Market Create(int agents)
    {
        Instrument stock = new() { Symbol = "STOCK", TickSize = 1 };
        Participant[] traders = [.. Enumerable.Range(1, agents).Select(i => new Participant($"random-traders/{i}", "random-traders", new Cash(300), [10]))];
        return new Market(new MarketSetup
        {
            Seed = 7,
            Directory = new MarketDirectory(["exchange"], [stock], traders),
            Venues = [new VenueSetup([new ContinuousRules()], TieBreak.Random)],
            Settlement = SettlementPolicy.ShrinkAtMatch,
            Agents = [.. traders.Select((_, i) => new AgentSetup(
                new RandomTrader(Duration.FromSeconds(1), new Price(10)), new ParticipantId(i), default, Duration.Zero, Duration.Zero, Timestamp.Zero))],
        });
    }
}
