using System.Globalization;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>
/// How long does the event loop take for the populations that other agent simulators ship, over the same horizon?
/// </summary>
/// <remarks>
/// The scenario as it ships, its first seed, nothing recorded: what is timed is the loop alone, warm, on one thread.
/// The peers' seconds are those of their event loops on two cores of the same kind, book log off where it can be
/// switched off. Compare deliveries and requests, never events: every system counts those in its own way.
/// </remarks>
static class WorkloadBenchmark
{
    static readonly (string File, string Peer, double Seconds)[] Workloads =
    [
        ("rmsc04", "ABIDES-jpmc f9cbe51", 8.62),
        ("rmsc03", "ABIDES c4bf157", 144.9),
        ("rmsc01", "ABIDES c4bf157", 98.8),
        ("sparse-zi-1000", "ABIDES c4bf157", 10.1),
        ("bse", "BSE 6ebc415", 5.15),
        ("pams-ci2002", "PAMS 9484191", 0.05),
    ];

    public static void Run(int rounds)
    {
        Console.WriteLine("workload agents virtual_seconds seconds deliveries deliveries_per_second requests "
            + "requests_per_second peer peer_seconds ratio");
        foreach ((string name, string peer, double peerSeconds) in Workloads)
        {
            string file = Path.Combine("scenarios", "reference", $"{name}.yaml");
            if (!File.Exists(file))
            {
                Console.WriteLine($"{name}: {file} is not here; run this in the repository's folder.");
                continue;
            }

            Scenario scenario = new ScenarioReader(new AgentKinds()).ReadFile(file, []);
            List<(double Seconds, Market Market)> runs = [];
            for (int round = 0; round <= rounds; round++)
                runs.Add(Measure(scenario));

            runs.RemoveAt(0); // It warmed up.
            runs.Sort((left, right) => left.Seconds.CompareTo(right.Seconds));
            (double seconds, Market market) = runs[runs.Count / 2];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {market.Directory.Participants.Count} {scenario.Duration.Seconds:0} {seconds:0.000} "
                    + $"{market.Deliveries} {market.Deliveries / seconds:0} {market.Requests} "
                        + $"{market.Requests / seconds:0} {peer.Replace(' ', '-')} {peerSeconds} "
                            + $"{peerSeconds / seconds:0}"));
        }
    }

    static (double Seconds, Market Market) Measure(Scenario scenario)
    {
        Market market = new(scenario.Build(scenario.Seed));
        GC.Collect();
        double started = ThreadTime.Nanoseconds;
        market.RunUntil(Timestamp.Zero + scenario.Duration);
        return ((ThreadTime.Nanoseconds - started) / 1e9, market);
    }
}
