using System.Globalization;
using Rialto.Matching;

namespace Rialto.Benchmarks;

/// <summary>How fast does the matching core take the order flows A, B and C, beside a textbook's book?</summary>
/// <remarks>
/// Every engine is driven by the same loop over the same records; rounds are interleaved, and the median of each engine's
/// own processor time counts. The trades must be those of the flow, hash for hash, or the figure is not printed.
/// </remarks>
static class FlowBenchmark
{
    static readonly (string Name, Func<FlowParameters, FlowRecord[], IFlowEngine> Create)[] Engines =
    [
        ("rialto", (parameters, records) => new VenueFlow(parameters, records, SettlementPolicy.Unlimited)),
        ("rialto-accounts", (parameters, records) => new VenueFlow(parameters, records, SettlementPolicy.Reserve)),
        ("simple", (parameters, records) => new SimpleFlow(parameters, records)),
        ("idiomatic", (parameters, records) => new IdiomaticFlow(parameters, records)),
    ];

    public static void Run(IReadOnlyList<string> names, int rounds)
    {
        Console.WriteLine("flow engine ns_per_message messages trades hash allocated_bytes");
        List<string> ratios = [];
        foreach (FlowParameters parameters in FlowParameters.All.Where(p => names.Count == 0 || names.Contains($"{p.Name}")))
        {
            FlowRecord[] records = OrderFlow.Make(parameters);
            List<double>[] times = [.. Engines.Select(_ => new List<double>())];
            string[] facts = new string[Engines.Length];
            for (int round = 0; round <= rounds; round++)
            {
                for (int engine = 0; engine < Engines.Length; engine++)
                {
                    (double nanoseconds, facts[engine]) = Measure(parameters, records, Engines[engine].Create);
                    if (round > 0)
                        times[engine].Add(nanoseconds); // The first round warms up.
                }
            }

            double[] medians = [.. times.Select(Median)];
            for (int engine = 0; engine < Engines.Length; engine++)
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{parameters.Name} {Engines[engine].Name} {medians[engine]:0.0} {facts[engine]}"));

            ratios.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{parameters.Name}: rialto {medians[^1] / medians[0]:0.00} times as fast as idiomatic; accounts {medians[1] / medians[0]:0.00} times the time"));
        }

        foreach (string ratio in ratios)
            Console.WriteLine(ratio);
    }

    static (double Nanoseconds, string Facts) Measure(
        FlowParameters parameters, FlowRecord[] records, Func<FlowParameters, FlowRecord[], IFlowEngine> create)
    {
        IFlowEngine engine = create(parameters, records);
        engine.Run(0, parameters.Prefill);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        double started = ThreadTime.Nanoseconds;
        engine.Run(parameters.Prefill, records.Length);
        double spent = ThreadTime.Nanoseconds - started;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (engine.Hash.Value != parameters.Hash)
            throw new InvalidOperationException($"Flow {parameters.Name}: the trades are not those of the flow.");

        return (spent / FlowParameters.Messages,
            $"{FlowParameters.Messages} {engine.Hash.Trades} {engine.Hash.Value:x16} {allocated}");
    }

    static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
