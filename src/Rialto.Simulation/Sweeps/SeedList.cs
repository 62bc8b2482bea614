namespace Rialto.Simulation;

/// <summary>The seeds of a sweep: <c>1..20</c>, or a list of seeds and such ranges.</summary>
static class SeedList
{
    const int Most = 1_000_000;
    const string Expected = "seeds such as 1..20 or [1, 2, 5..9]";

    public static IReadOnlyList<ulong> Read(Node node)
    {
        List<ulong> seeds = [];
        foreach (Node item in node is ListNode list ? list.Items : [node])
        {
            bool isRange = Values.Text(item, Expected).Contains("..", StringComparison.Ordinal);
            if (!isRange && node is ScalarNode)
                throw Values.Wrong(node, Expected);

            seeds.AddRange(isRange ? Range(item) : [Values.Seed(item)]);
        }

        if (seeds.Count == 0)
            throw new ScenarioException(node, $"there are no seeds, expected {Expected}.");
        if (seeds.GroupBy(seed => seed).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ScenarioException(
                node, $"the seed {twice.Key} stands here twice: the same seed gives the same run.");
        }

        return seeds;
    }

    static List<ulong> Range(Node node)
    {
        string[] ends = Values.Text(node).Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || ends.Any(string.IsNullOrEmpty))
            throw Values.Wrong(node, Expected);

        ulong first = Values.Seed(new ScalarNode(node.Place, ends[0]));
        ulong last = Values.Seed(new ScalarNode(node.Place, ends[1]));
        if (last < first || last - first >= Most)
            throw new ScenarioException(node, $"found {node.Kind}, expected from 1 to {Most} seeds, the lowest first.");

        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => first + (ulong)i)];
    }
}
