using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// Points that fill a space of several parameters evenly: every n-th part of every range holds exactly one of n points.
/// </summary>
/// <remarks>
/// Source: McKay, Beckman and Conover, Technometrics 21(2), 1979. Each parameter has a random stream of its own, so
/// another parameter does not move the points of those that were there.
/// </remarks>
static class LatinHypercube
{
    /// <summary>For each point the share of the parameter's range at which it lies, above 0 and below 1.</summary>
    public static double[] Shares(ulong seed, string parameter, int points)
    {
        RandomStream random = new(seed, "latin-hypercube/" + parameter);
        int[] parts = [.. Enumerable.Range(0, points)];
        random.Shuffle<int>(parts);
        return [.. parts.Select(part => (part + random.NextDouble()) / points)];
    }
}
