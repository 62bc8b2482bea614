namespace Rialto.Analysis;

/// <summary>Lots traded per span of time, stacked by who took the other's order.</summary>
static class VolumeChart
{
    const string Title = "Volume";
    const double Height = 120;

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        double highest = group.ExtentOf(listing => Totals(listing.Volume))?.High ?? 0;
        return group.Listings.Select(listing => Of(listing, group, ValueAxis.OfCountsFromZero(highest)));
    }

    static Figure Of(ListingRecord listing, ListingGroup group, Axis y)
    {
        VolumeSpans volume = listing.Volume;
        string by = volume.Bought.Concat(volume.Sold).Any(lots => lots > 0) ? ", by the side that took" : "";
        string subtitle = group.Subtitle(listing, $"lots per {DurationText.Of(volume.Grid.Width)}{by}");
        if (listing.Trades.Count == 0)
            return Figure.Empty(Title, subtitle, "Nothing was traded.");

        (IReadOnlyList<long> Lots, string Colour, string Label)[] layers =
            [(volume.Bought, "bid", "buyers"), (volume.Sold, "ask", "sellers"), (volume.Auctioned, "muted", "auction")];
        (IReadOnlyList<long> Lots, string Colour, string Label)[] present =
            [.. layers.Where(layer => layer.Lots.Any(lots => lots > 0))];
        double step = y.High / (present.Length + 1);
        EndLabel[] labels = [.. present.Select((layer, i) => new EndLabel(layer.Label, layer.Colour, step * (i + 1)))];

        return new(Title, subtitle, Height, group.Time, y, labels, plot =>
        {
            long[] below = new long[volume.Grid.Count];
            foreach ((IReadOnlyList<long> lots, string colour, _) in present)
                plot.Svg.Path(Bars(plot, volume.Grid, lots, below), "bar volume " + colour);
        });
    }

    /// <summary>One layer of bars, on top of what is below; adds itself to that.</summary>
    static PathData Bars(Plot plot, TimeGrid grid, IReadOnlyList<long> lots, long[] below)
    {
        PathData bars = new();
        double gap = Math.Min(1, 0.2 * (plot.X.End - plot.X.Start) / grid.Count);
        for (int i = 0; i < lots.Count; i++)
        {
            if (lots[i] == 0)
                continue;

            double right = Math.Min(plot.X.End, plot.X.At(grid.StartOf(i + 1).Nanoseconds) - gap);
            bars.Rectangle(
                plot.X.At(grid.StartOf(i).Nanoseconds), plot.Y.At(below[i] + lots[i]), right, plot.Y.At(below[i]));
            below[i] += lots[i];
        }

        return bars;
    }

    static IEnumerable<double> Totals(VolumeSpans volume) =>
        Enumerable.Range(0, volume.Grid.Count).Select(i =>
            (double)(volume.Bought[i] + volume.Sold[i] + volume.Auctioned[i]));
}
