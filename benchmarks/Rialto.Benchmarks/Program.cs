using System.Globalization;
using Rialto.Benchmarks;
using Rialto.Feeds;

const string Usage = """
    bench: expected
      flows [A B C] [--engine NAME …] [--rounds N] [--json]
      latency [A B C]
      write-flow A|B|C FILE
      agents [AGENTS …] [--rounds N]
      workloads [--rounds N]
    """;

List<string> words = [.. args];
List<string> engines = TakeOptions("--engine");
List<string> rounds = TakeOptions("--rounds");
bool isJson = words.Remove("--json");
int count = 3;
if (rounds is [.., var last]
    && !(int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0))
    return Explain($"--rounds: {last} is not a number of rounds.");

switch (words)
{
    case ["flows" or "latency", .. var names] when names.Find(name => name is not ("A" or "B" or "C")) is { } unknown:
        return Explain($"There is no flow {unknown}.");
    case ["flows", ..] when engines.Find(name => !FlowBenchmark.EngineNames.Contains(name)) is { } unknown:
        return Explain($"There is no engine {unknown}; there are {string.Join(", ", FlowBenchmark.EngineNames)}.");
    case ["flows", .. var names]:
        new FlowBenchmark(names, engines, count, isJson).Run();
        return 0;
    case ["latency", .. var names]:
        LatencyBenchmark.Run(names);
        return 0;
    case ["write-flow", "A" or "B" or "C", var file]:
        FlowParameters chosen = Array.Find(FlowParameters.All, flow => words[1] == $"{flow.Name}")!;
        new FlowFile(chosen.Symbols, chosen.Prefill, OrderFlow.Make(chosen))
        {
            ExpectedTrades = chosen.Trades, ExpectedHash = chosen.Hash,
        }.Write(file);
        return 0;
    case ["workloads"]:
        WorkloadBenchmark.Run(Math.Max(count, 5));
        return 0;
    case ["agents", .. var populations] when populations.All(text => int.TryParse(text, out int agents) && agents > 0):
        if (populations.Count == 0)
            WorkloadBenchmark.Run(Math.Max(count, 5));

        AgentsBenchmark.Run(
            populations.Count == 0
                ? [1_000, 10_000, 100_000, 1_000_000]
                : [.. populations.Select(text => int.Parse(text, CultureInfo.InvariantCulture))],
            count);
        return 0;
    default:
        return Explain(words.Count == 0 ? "Nothing to measure." : $"Unknown: {string.Join(' ', words)}.");
}

List<string> TakeOptions(string name)
{
    List<string> values = [];
    for (int place = words.IndexOf(name); place >= 0 && place + 1 < words.Count; place = words.IndexOf(name))
    {
        values.Add(words[place + 1]);
        words.RemoveRange(place, 2);
    }

    return values;
}

static int Explain(string problem)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Usage);
    return 2;
}
