using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Units in the order in which a market should trade them, by price in ticks.</summary>
static class Schedule
{
    /// <summary>Values, the dearest first.</summary>
    public static long[] OfDemand(ReadOnlySpan<Price> values)
    {
        long[] sorted = OfSupply(values);
        Array.Reverse(sorted);
        return sorted;
    }

    /// <summary>Costs, the cheapest first.</summary>
    public static long[] OfSupply(ReadOnlySpan<Price> costs)
    {
        long[] sorted = new long[costs.Length];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = costs[i].Ticks;

        Array.Sort(sorted);
        return sorted;
    }
}
