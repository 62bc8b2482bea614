using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// What snapshots of a book show on average: queues at the best prices, and depth by distance from them.
/// </summary>
sealed class BookStatistics
{
    const int Farthest = 20;

    /// <param name="listing">Whose snapshots are read.</param>
    /// <param name="spread">
    /// The mean spread, in ticks: the step in which distances are counted; null for that between prices.
    /// </param>
    public BookStatistics(ListingRecord listing, double? spread)
    {
        DepthSnapshots depth = listing.Depth;
        long grid = DepthGrid.DistanceBetween(
            [.. Sides(depth).SelectMany(levels => levels).OrderBy(level => level.Price)]);
        long step = Math.Max(1, (long)Math.Round((spread ?? 0) / grid)) * grid;
        List<double> queues = [];
        double[] lots = new double[Farthest];
        int snapshots = 0;
        foreach (IReadOnlyList<DepthLevel> levels in Sides(depth))
        {
            snapshots++;
            queues.Add(levels[^1].Lots);
            foreach (DepthLevel level in levels)
            {
                long distance = Math.Abs(level.Price - levels[^1].Price) / step;
                if (distance < Farthest)
                    lots[distance] += level.Lots;
            }
        }

        Queues = [.. queues];
        int seen = Array.FindLastIndex(lots, sum => sum > 0) + 1;
        Shape = [.. lots.Take(seen).Select(sum => sum / snapshots)];
    }

    /// <summary>Lots at a best price, in each snapshot and on each side.</summary>
    public double[] Queues { get; }

    /// <summary>
    /// Mean lots within one spread of the best price, in the next one, and so on; empty if no book was seen.
    /// </summary>
    public double[] Shape { get; }

    /// <summary>How many spreads behind the best the book is deepest.</summary>
    public double? Hump => Shape.Length > 0 ? Array.IndexOf(Shape, Shape.Max()) : null;

    static IEnumerable<IReadOnlyList<DepthLevel>> Sides(DepthSnapshots depth) =>
        from side in new[] { Side.Buy, Side.Sell }
        from column in Enumerable.Range(0, depth.Grid.Count)
        let levels = depth.Of(side, column)
        where levels.Count > 0
        select levels;
}
