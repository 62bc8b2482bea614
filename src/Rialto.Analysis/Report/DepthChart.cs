using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The displayed book over time as a heat map: bids blue, asks orange, the fuller the deeper.</summary>
static class DepthChart
{
    const string Title = "Depth";
    const double Height = 260;

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        DepthGrid? grid = DepthGrid.Of(group.Listings);
        Axis? y = grid is null ? null : ValueAxis.OfPriceRows(
            new(grid.Bottom, grid.Bottom + ((double)grid.RowHeight * grid.Rows)), group.Instrument);
        return group.Listings.Select(listing => Of(listing, group, grid, y));
    }

    static Figure Of(ListingRecord listing, ListingGroup group, DepthGrid? grid, Axis? y)
    {
        if (grid is null || y is null)
            return Figure.Empty(Title, group.Subtitle(listing, "lots"), "No order rested.");

        TimeGrid time = listing.Depth.Grid;
        string row = grid.IsByLevel ? "per level" : $"per {group.DistanceText(grid.RowHeight)} of price";
        string subtitle = group.Subtitle(
            listing,
            $"lots {row}, every {DurationText.Of(time.Width)}, full colour from {NumberText.Of(grid.Full, 0)}");
        IReadOnlyList<EndLabel> labels =
        [
            .. EndOf(listing, Side.Sell) is { } ask ? [new EndLabel("asks", "ask", ask)] : Array.Empty<EndLabel>(),
            .. EndOf(listing, Side.Buy) is { } bid ? [new EndLabel("bids", "bid", bid)] : Array.Empty<EndLabel>(),
        ];

        return new(Title, subtitle, Height, group.Time, y, labels, plot =>
        {
            int stride = plot.Spans < 2 * time.Count ? 2 : 1;
            Draw(plot, grid, time, grid.Cells(listing, Side.Buy, stride), stride, "cell bid");
            Draw(plot, grid, time, grid.Cells(listing, Side.Sell, stride), stride, "cell ask");
        });
    }

    static void Draw(Plot plot, DepthGrid grid, TimeGrid time, double[,] cells, int stride, string style)
    {
        PathData[] paths = HeatMap.Of(
            cells,
            grid.Full,
            column => plot.X.At(Timestamp.Earliest(time.StartOf(column * stride), time.Horizon.End).Nanoseconds),
            row => plot.Y.At(grid.Bottom + (grid.RowHeight * (row + 0.5))));
        double breadth = plot.Y.At(0) - plot.Y.At(grid.RowHeight);
        for (int step = 1; step < paths.Length; step++)
            plot.Svg.Stroke(paths[step], style, breadth, 100 * step / HeatMap.Steps);
    }

    /// <summary>Where the book of a side is in the last snapshot: the middle of its best levels.</summary>
    static double? EndOf(ListingRecord listing, Side side)
    {
        for (int column = listing.Depth.Grid.Count - 1; column >= 0; column--)
        {
            IReadOnlyList<DepthLevel> levels = listing.Depth.Of(side, column);
            if (levels.Count > 0)
                return levels.Skip(levels.Count - 5).Average(level => (double)level.Price);
        }

        return null;
    }
}
