namespace Rialto.Analysis;

/// <summary>Moves labels apart as little as needed, so that none covers another.</summary>
static class LabelPlacement
{
    /// <param name="wanted">Where each label would stand alone.</param>
    /// <param name="gap">The least distance between two.</param>
    /// <param name="low">None stands before, if there is room for all of them.</param>
    /// <param name="high">None stands behind, if there is room for all of them.</param>
    /// <returns>Where each stands, in the order of <paramref name="wanted"/>.</returns>
    /// <remarks>
    /// The places with the least sum of squared moves: neighbours that would overlap form a block around their mean, as
    /// in isotonic regression by pooling adjacent violators.
    /// </remarks>
    public static double[] Of(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i)];
        List<(double Sum, int Count)> blocks = [];
        for (int k = 0; k < order.Length; k++)
        {
            (double sum, int count) = (Math.Clamp(wanted[order[k]], low, Math.Max(low, high)) - (k * gap), 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > sum / count)
            {
                (sum, count) = (sum + blocks[^1].Sum, count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add((sum, count));
        }

        double[] placed = new double[wanted.Count];
        double last = Math.Max(low, high - ((wanted.Count - 1) * gap));
        int next = 0;
        foreach ((double sum, int count) in blocks)
        {
            for (int k = 0; k < count; k++, next++)
                placed[order[next]] = Math.Clamp(sum / count, low, last) + (next * gap);
        }

        return placed;
    }
}
