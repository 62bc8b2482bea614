using System.Globalization;
using System.Text.Json;
using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>How fast does the matching core take the order flows A, B and C, beside a textbook's book?</summary>
/// <remarks>
/// Every engine is driven by the same loop over the same records; rounds are interleaved, and the median of each
/// engine's own processor time counts. The simple venue, which is slow, runs once. The trades must be those of the
/// flow, hash for hash, or the figure is not printed.
/// </remarks>
sealed class FlowBenchmark(IReadOnlyList<string> flows, IReadOnlyList<string> engines, int rounds, bool isJson)
{
    const string Baseline = "idiomatic";

    static readonly Engine[] Engines =
    [
        new("rialto", Venue(SettlementPolicy.Unlimited, EventClasses.Usual)),
        new("rialto-trades", Venue(SettlementPolicy.Unlimited, EventClasses.Executions)),
        new("rialto-accounts", Venue(SettlementPolicy.Reserve, EventClasses.Usual, VenueFlow.Fees, VenueFlow.Limits)),
        new("simple", (parameters, records) => new SimpleFlow(parameters, records)) { Rounds = 1 },
        new(Baseline, (parameters, records) => new IdiomaticFlow(parameters, records)),

        // What single features cost.
        new("rialto-orders", Venue(SettlementPolicy.Unlimited, EventClasses.All)) { IsAsked = true },
        new("rialto-reserve", Venue(SettlementPolicy.Reserve, EventClasses.Usual)) { IsAsked = true },
        new("rialto-fees", Venue(SettlementPolicy.Unlimited, EventClasses.Usual, VenueFlow.Fees)) { IsAsked = true },
        new("rialto-risk", Venue(SettlementPolicy.Unlimited, EventClasses.Usual, null, VenueFlow.Limits))
        {
            IsAsked = true,
        },
    ];

    public static IReadOnlyList<string> EngineNames { get; } = [.. Engines.Select(engine => engine.Name)];

    public void Run()
    {
        List<Result> results = [];
        if (!isJson)
            Console.WriteLine("flow engine ns_per_message messages trades hash allocated_bytes");

        foreach (
            FlowParameters parameters in FlowParameters.All.Where(p => flows.Count == 0 || flows.Contains($"{p.Name}")))
        {
            foreach (Result result in Measure(parameters))
            {
                results.Add(result);
                if (!isJson)
                    Console.WriteLine(result);
            }
        }

        if (isJson)
            Console.WriteLine(JsonSerializer.Serialize(results.Select(result => result.ToFields())));
        else
            WriteRatios(results);
    }

    List<Result> Measure(FlowParameters parameters)
    {
        Engine[] chosen =
            [.. Engines.Where(engine => engines.Count == 0 ? !engine.IsAsked : engines.Contains(engine.Name))];
        FlowRecord[] records = OrderFlow.Make(parameters);
        List<Result>[] measured = [.. chosen.Select(_ => new List<Result>())];
        for (int round = 0; round <= rounds; round++)
        {
            for (int engine = 0; engine < chosen.Length; engine++)
            {
                if (round > 0 && round >= chosen[engine].Rounds)
                    continue;

                Result result = Measure(parameters, records, chosen[engine].Name, chosen[engine].Create);
                if (round > 0 || chosen[engine].Rounds == 1)
                    measured[engine].Add(result); // The first round warms up.
            }
        }

        return [.. measured.Select(results =>
            results.OrderBy(result => result.Nanoseconds).ElementAt(results.Count / 2))];
    }

    static Result Measure(
        FlowParameters parameters, FlowRecord[] records, string name,
        Func<FlowParameters, FlowRecord[], IFlowEngine> create)
    {
        IFlowEngine engine = create(parameters, records);
        engine.Run(0, parameters.Prefill);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        double started = ThreadTime.Nanoseconds;
        engine.Run(parameters.Prefill, records.Length);
        double spent = ThreadTime.Nanoseconds - started;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (engine.Hash.Value != parameters.Hash)
        {
            throw new InvalidOperationException(
                $"Flow {parameters.Name}, {name}: the trades are not those of the flow.");
        }

        return new Result(
            parameters.Name, name, spent / FlowParameters.Messages, engine.Hash.Trades, engine.Hash.Value, allocated);
    }

    static void WriteRatios(List<Result> results)
    {
        foreach (IGrouping<char, Result> flow in results.GroupBy(result => result.Flow))
        {
            if (flow.FirstOrDefault(result => result.Engine == Baseline) is not { } baseline)
                continue;

            foreach (Result result in flow.Where(result => result != baseline))
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{flow.Key}: {result.Engine} {baseline.Nanoseconds / result.Nanoseconds:0.00} times as fast "
                        + $"as {Baseline}"));
        }
    }

    static Func<FlowParameters, FlowRecord[], IFlowEngine> Venue(
        SettlementPolicy policy, EventClasses classes, FeeSchedule? fees = null, RiskLimits? limits = null) =>
        (parameters, records) => new VenueFlow(parameters, records, policy, classes, fees, limits);

    /// <param name="Name">As it is asked for.</param>
    /// <param name="Create">Makes it, empty.</param>
    sealed record Engine(string Name, Func<FlowParameters, FlowRecord[], IFlowEngine> Create)
    {
        /// <summary>Only the first rounds are worth the time.</summary>
        public int Rounds { get; init; } = int.MaxValue;

        /// <summary>Measured only if it is asked for by name.</summary>
        public bool IsAsked { get; init; }
    }

    sealed record Result(char Flow, string Engine, double Nanoseconds, long Trades, ulong Hash, long Allocated)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Flow} {Engine} {Nanoseconds:0.0} {FlowParameters.Messages} {Trades} {Hash:x16} {Allocated}");

        public Dictionary<string, object> ToFields() => new()
        {
            ["flow"] = $"{Flow}",
            ["engine"] = Engine,
            ["ns_per_message"] = Math.Round(Nanoseconds, 2),
            ["messages"] = FlowParameters.Messages,
            ["trades"] = Trades,
            ["hash"] = Hash.ToString("x16", CultureInfo.InvariantCulture),
            ["allocated_bytes"] = Allocated,
        };
    }
}
