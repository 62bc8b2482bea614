using System.Globalization;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>How many events per second does one market deliver to so many agents?</summary>
/// <remarks>
/// Coroutines, wheel, lines with latency (each agent its own), 50 ns of thought per wake-up, book, admission, accounts
/// with reservation, all events, hash, routing; nothing recorded. A delivery is a wake-up, a request that reached the
/// venue, or an answer or execution that an agent was told: what reads as "delivered" for other simulators. The first
/// third of the time warms up. One market is one thread: its processor time counts.
/// </remarks>
static class AgentsBenchmark
{
    public static void Run(IReadOnlyList<int> populations, int rounds)
    {
        Console.WriteLine("agents wake_ups deliveries requests seconds deliveries_per_second requests_per_second "
            + "ns_per_delivery bytes_per_wake_up heap_MiB");
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
        // The horizon is such that every population wakes about 1.5 million times, a third of it to warm up.
        Duration horizon = Duration.FromSeconds(Math.Max(1_500_000.0 / agents, 3));
        Market market = Create(agents);
        market.RunUntil(Timestamp.Zero + new Duration(horizon.Nanoseconds / 3));

        (long wakeUps, long deliveries, long requests) = (market.WakeUps, market.Deliveries, market.Requests);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        double started = ThreadTime.Nanoseconds;
        market.RunUntil(Timestamp.Zero + horizon);
        double seconds = (ThreadTime.Nanoseconds - started) / 1e9;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        (wakeUps, deliveries, requests) = (
            market.WakeUps - wakeUps, market.Deliveries - deliveries, market.Requests - requests);
        long heap = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        GC.KeepAlive(market);
        return (seconds, string.Create(
            CultureInfo.InvariantCulture,
            $"{agents} {wakeUps} {deliveries} {requests} {seconds:0.00} {deliveries / seconds:0} "
                + $"{requests / seconds:0} {seconds * 1e9 / deliveries:0} {(double)allocated / wakeUps:0.0} {heap}"));
    }

    static Market Create(int agents)
    {
        const long Wealth = 1_000_000_000;
        Instrument stock = new() { Symbol = "STOCK", TickSize = 0.01m };
        Participant[] traders = [.. Enumerable.Range(1, agents).Select(i =>
            new Participant($"traders/{i}", "traders", new Cash(Wealth), [100_000]))];
        RandomStream positions = new(7, "positions");
        return new Market(new MarketSetup
        {
            Seed = 7,
            Directory = new MarketDirectory(["exchange"], [stock], traders),
            Venues = [new VenueSetup([new ContinuousRules()], TieBreak.Random)],
            Settlement = SettlementPolicy.Reserve,
            Agents = [.. traders.Select((_, i) => Setup(i, positions))],
        });
    }

    static AgentSetup Setup(int trader, RandomStream positions)
    {
        Duration line = new(positions.NextBetween(0, 13_000_000));
        return new AgentSetup(
            new QuotingTrader(Duration.FromSeconds(1), new Price(10_000)), new ParticipantId(trader), default, line,
            line, Timestamp.Zero)
        {
            Computation = new Duration(50),
        };
    }
}
