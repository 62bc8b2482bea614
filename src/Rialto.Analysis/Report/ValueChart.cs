namespace Rialto.Analysis;

/// <summary>
/// The midpoint against the fundamental value: one against the other, and their difference over time.
/// </summary>
static class ValueChart
{
    const double Height = 240;
    const int MostPoints = 1_500;

    /// <summary>Nothing if the instrument has no fundamental value.</summary>
    public static IEnumerable<Figure> Scatter(ListingGroup group)
    {
        if (
            group.ExtentOf(listing =>
                Pairs(listing).SelectMany(pair => new[] { pair.Value, pair.Midpoint })) is not { } extent)
            return [];

        Axis both = ValueAxis.OfPrices(extent, group.Instrument);
        return group.Listings.Select(listing => new Figure(
            "Midpoint against value",
            group.Subtitle(listing, "across: fundamental value, up: midpoint"),
            Height, both, both, [new("equal", "value", both.High)], plot =>
            {
                plot.Svg.Path(
                    new PathData().MoveTo(plot.X.Start, plot.Y.Start).LineTo(plot.X.End, plot.Y.End),
                    "line value dashed");
                DrawPoints(plot, listing);
            }));
    }

    /// <summary>Nothing if the instrument has no fundamental value.</summary>
    public static IEnumerable<Figure> Difference(ListingGroup group)
    {
        if (group.ExtentOf(listing => Pairs(listing).Select(pair => pair.Midpoint - pair.Value)) is not { } extent)
            return [];

        Axis y = ValueAxis.OfPrices(new(Math.Min(0, extent.Low), Math.Max(0, extent.High)), group.Instrument);
        return group.Listings.Select(listing => new Figure(
            "Midpoint minus value",
            group.Subtitle(listing, $"every {DurationText.Of(listing.SamplingWidth)}"),
            Height, group.Time, y, [new("value", "value", 0)], plot =>
            {
                plot.Rule(0, "line value dashed");
                plot.Svg.Path(
                    StepPath.Of(PathPoint.Of(Differences(listing, group).ThinnedTo(plot.Spans).Points()),
                        plot.X, plot.Y with { Low = 2 * plot.Y.Low, High = 2 * plot.Y.High },
                        listing.ClosedAt.Nanoseconds),
                    "line ink thin");
            }));
    }

    static void DrawPoints(Plot plot, ListingRecord listing)
    {
        (double Value, double Midpoint)[] pairs = [.. Pairs(listing)];
        int stride = ((pairs.Length - 1) / MostPoints) + 1;
        PathData dots = new();
        for (int i = 0; i < pairs.Length; i += stride)
            dots.Dot(plot.X.At(pairs[i].Value), plot.Y.At(pairs[i].Midpoint));

        plot.Svg.Path(dots, "dots cloud");
    }

    /// <summary>In half ticks.</summary>
    static StepSeries Differences(ListingRecord listing, ListingGroup group)
    {
        StepSeries differences = new(group.Horizon, ListingRecord.SeriesSpans);
        foreach (MarketSample sample in listing.Samples)
            differences.Add(sample.At, sample.HalfTicks - (2 * sample.Value));

        return differences;
    }

    static IEnumerable<(double Value, double Midpoint)> Pairs(ListingRecord listing) =>
        from sample in listing.Samples
        where sample.HalfTicks.HasValue && sample.Value.HasValue
        select ((double)sample.Value!.Value, 0.5 * sample.HalfTicks!.Value);
}
