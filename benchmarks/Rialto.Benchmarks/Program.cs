using System.Globalization;
using Rialto.Benchmarks;

// ./bench flows [A B C] [--rounds N]   ·   ./bench market [AGENTS …] [--rounds N]
List<string> words = [.. args];
int rounds = 3;
int option = words.IndexOf("--rounds");
if (option >= 0 && option + 1 < words.Count && int.TryParse(words[option + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given > 0)
{
    rounds = given;
    words.RemoveRange(option, 2);
}

switch (words)
{
    case ["flows", .. var names] when names.All(name => name is "A" or "B" or "C"):
        FlowBenchmark.Run([.. names], rounds);
        return 0;
    case ["market", .. var populations] when populations.All(count => int.TryParse(count, out int agents) && agents > 0):
        MarketBenchmark.Run(populations.Count == 0 ? [1_000, 100_000] : [.. populations.Select(count => int.Parse(count, CultureInfo.InvariantCulture))], rounds);
        return 0;
    default:
        Console.Error.WriteLine("bench: expected: flows [A B C] [--rounds N], or market [AGENTS …] [--rounds N]");
        return 2;
}
