using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// The prices that a heat map of depth shows, cut into rows, the same for all venues of an instrument.
/// </summary>
/// <param name="Bottom">The price in ticks at which the lowest row begins.</param>
/// <param name="RowHeight">In ticks.</param>
/// <param name="Rows">How many.</param>
/// <param name="IsByLevel">Whether a row shows the orders of one price.</param>
/// <param name="Full">The lots in a cell that are drawn with full colour.</param>
sealed record DepthGrid(long Bottom, long RowHeight, int Rows, bool IsByLevel, double Full)
{
    const int MostRows = 48;
    const double ShareShown = 0.99;
    const double ShareBelowFull = 0.97;

    /// <summary>Null if no book was ever seen.</summary>
    public static DepthGrid? Of(IReadOnlyList<ListingRecord> listings)
    {
        DepthLevel[] levels = [.. listings.SelectMany(Levels).OrderBy(level => level.Price)];
        if (levels.Length == 0)
            return null;

        // Orders far from the market are left out, all best prices are shown.
        double outside = levels.Sum(level => (double)level.Lots) * (1 - ShareShown) / 2;
        long[] best = [.. listings.SelectMany(BestPrices)];
        long low = Math.Min(PriceAfter(levels, outside), best.Min());
        long high = Math.Max(PriceAfter(levels.Reverse(), outside), best.Max());

        long grid = DistanceBetween(levels);
        long rowHeight = grid * (long)NiceSteps.Of(((double)(high - low) / grid) + 1, MostRows, least: 1);
        long bottom = (FloorDivide(low, rowHeight) * rowHeight) - FloorDivide(rowHeight, 2);
        int rows = (int)(((high - bottom) / rowHeight) + 1);

        DepthGrid unscaled = new(bottom, rowHeight, rows, rowHeight == grid, 1);
        double[] filled = [.. listings
            .SelectMany(listing =>
                new[] { unscaled.Cells(listing, Side.Buy, 1), unscaled.Cells(listing, Side.Sell, 1) })
            .SelectMany(cells => cells.Cast<double>())
            .Where(lots => lots > 0)
            .Order()];
        return unscaled with { Full = Math.Ceiling(Quantile.Of(filled, ShareBelowFull)) };
    }

    /// <summary>Lots of one side, by row from the lowest price on and by span of time.</summary>
    /// <param name="stride">Of so many snapshots, the first is taken and stands for all.</param>
    public double[,] Cells(ListingRecord listing, Side side, int stride)
    {
        double[,] cells = new double[Rows, (listing.Depth.Grid.Count + stride - 1) / stride];
        for (int column = 0; column < cells.GetLength(1); column++)
        {
            foreach (DepthLevel level in listing.Depth.Of(side, column * stride))
            {
                long row = FloorDivide(level.Price - Bottom, RowHeight);
                if (row >= 0 && row < Rows)
                    cells[row, column] += level.Lots;
            }
        }

        return cells;
    }

    static IEnumerable<DepthLevel> Levels(ListingRecord listing) =>
        from column in Enumerable.Range(0, listing.Depth.Grid.Count)
        from level in listing.Depth.Of(Side.Buy, column).Concat(listing.Depth.Of(Side.Sell, column))
        select level;

    static IEnumerable<long> BestPrices(ListingRecord listing) =>
        from column in Enumerable.Range(0, listing.Depth.Grid.Count)
        from levels in new[] { listing.Depth.Of(Side.Buy, column), listing.Depth.Of(Side.Sell, column) }
        where levels.Count > 0
        select levels[^1].Price;

    /// <summary>The price at which so many lots have been passed.</summary>
    static long PriceAfter(IEnumerable<DepthLevel> levels, double lots)
    {
        double passed = 0;
        foreach (DepthLevel level in levels)
        {
            passed += level.Lots;
            if (passed > lots)
                return level.Price;
        }

        return levels.Last().Price;
    }

    /// <summary>
    /// The greatest common divisor of all distances between prices: participants may use a coarse grid.
    /// </summary>
    public static long DistanceBetween(IReadOnlyList<DepthLevel> sorted)
    {
        long distance = 0;
        for (int i = 1; i < sorted.Count && distance != 1; i++)
        {
            long next = sorted[i].Price - sorted[i - 1].Price;
            while (next != 0)
                (distance, next) = (next, distance % next);
        }

        return Math.Max(1, distance);
    }

    static long FloorDivide(long number, long by) => (number >= 0 ? number : number - by + 1) / by;
}
