using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>How long does a single message take, and how much memory do the books need?</summary>
/// <remarks>
/// Each message is timed alone, without a hint of what comes next; what reading the clock takes is subtracted. It is
/// the work of the core, without waiting and without input and output; what else the machine did meanwhile is in the
/// tail.
/// </remarks>
static class LatencyBenchmark
{
    const int LongestNanoseconds = 100_000;

    public static void Run(IReadOnlyList<string> flows)
    {
        Console.WriteLine("flow p50_ns p99_ns p99.9_ns p99.99_ns book_bytes");
        foreach (
            FlowParameters parameters in FlowParameters.All.Where(p => flows.Count == 0 || flows.Contains($"{p.Name}")))
            Measure(parameters);
    }

    /// <summary>Apart, as what it calls, so that nothing of the flow before is alive when memory is counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Measure(FlowParameters parameters)
    {
        FlowRecord[] records = OrderFlow.Make(parameters);
        WarmUp(parameters, records);

        long before = GC.GetTotalMemory(forceFullCollection: true);
        VenueFlow flow = new(parameters, records, SettlementPolicy.Unlimited, EventClasses.Usual);
        flow.Run(0, parameters.Prefill);
        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        int[] counts = Time(flow, parameters.Prefill, records.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{parameters.Name} {At(counts, 0.5)} {At(counts, 0.99)} {At(counts, 0.999)} "
                + $"{At(counts, 0.9999)} {bytes}"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void WarmUp(FlowParameters parameters, FlowRecord[] records) =>
        new VenueFlow(parameters, records, SettlementPolicy.Unlimited, EventClasses.Usual).Run(0, records.Length);

    static int[] Time(VenueFlow flow, int from, int to)
    {
        int[] counts = new int[LongestNanoseconds + 1];
        double perTick = 1e9 / Stopwatch.Frequency;
        long clock = ClockTicks();
        for (int i = from; i < to; i++)
        {
            long started = Stopwatch.GetTimestamp();
            flow.Run(i, i + 1);
            long ticks = Stopwatch.GetTimestamp() - started - clock;
            counts[Math.Clamp((int)(ticks * perTick), 0, LongestNanoseconds)]++;
        }

        return counts;
    }

    /// <summary>What it takes to read the clock twice, at its fastest.</summary>
    static long ClockTicks()
    {
        long fastest = long.MaxValue;
        for (int i = 0; i < 100_000; i++)
        {
            long started = Stopwatch.GetTimestamp();
            fastest = Math.Min(fastest, Stopwatch.GetTimestamp() - started);
        }

        return fastest;
    }

    static int At(int[] counts, double share)
    {
        long all = counts.Sum(count => (long)count);
        long sum = 0;
        for (int nanoseconds = 0; nanoseconds < counts.Length; nanoseconds++)
        {
            sum += counts[nanoseconds];
            if (sum >= share * all)
                return nanoseconds;
        }

        return LongestNanoseconds;
    }
}
