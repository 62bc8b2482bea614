using System.Globalization;

namespace Rialto.Benchmarks;

/// <summary>How fast does the matching core take the order flows A, B and C?</summary>
static class FlowBenchmark
{
    public static void Run(IReadOnlyList<string> names, int rounds)
    {
        Console.WriteLine("flow engine ns_per_message messages trades hash allocated_bytes");
        foreach (FlowParameters parameters in FlowParameters.All.Where(p => names.Count == 0 || names.Contains($"{p.Name}")))
        {
            FlowRecord[] records = OrderFlow.Make(parameters);
            List<double> nanoseconds = [];
            VenueFlow flow = new(parameters, records);
            long allocated = 0;
            for (int round = 0; round <= rounds; round++)
            {
                flow = new VenueFlow(parameters, records);
                flow.Run(0, parameters.Prefill);
                long before = GC.GetAllocatedBytesForCurrentThread();
                double started = ThreadTime.Nanoseconds;
                flow.Run(parameters.Prefill, records.Length);
                double spent = (ThreadTime.Nanoseconds - started) / FlowParameters.Messages;
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round > 0)
                    nanoseconds.Add(spent); // The first round warms up.
            }

            nanoseconds.Sort();
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{parameters.Name} rialto {nanoseconds[nanoseconds.Count / 2]:0.0} {FlowParameters.Messages} {flow.Hash.Trades} {flow.Hash.Value:x16} {allocated}");
            Console.WriteLine(line);
            if (flow.Hash.Value != parameters.Hash)
                throw new InvalidOperationException($"Flow {parameters.Name}: the trades are not those of the flow.");
        }
    }
}
