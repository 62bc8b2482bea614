namespace Rialto.Analysis;

/// <summary>The quoted spread over time, with its time-weighted mean.</summary>
static class SpreadChart
{
    const string Title = "Quoted spread";
    const double Height = 130;

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        Axis? y = group.ExtentOf(Spreads) is { } extent
            ? ValueAxis.OfPriceRows(new(Math.Min(0, extent.Low), Math.Max(1, extent.High * 1.08)), group.Instrument)
            : null;
        return group.Listings.Select(listing => Of(listing, group, y));
    }

    static Figure Of(ListingRecord listing, ListingGroup group, Axis? y)
    {
        string subtitle = group.Subtitle(listing, "best ask minus best bid");
        if (y is null || listing.SpreadMean.Value is not { } mean)
            return Figure.Empty(Title, subtitle, "The book was never two-sided.");

        EndLabel label = new("mean " + NumberText.Significant(mean * (double)group.Instrument.TickSize), "ink", mean);
        return new(Title, subtitle, Height, group.Time, y, [label], plot =>
        {
            plot.Svg.Path(
                StepPath.Of(
                    PathPoint.Of(listing.Spreads.ThinnedTo(plot.Spans).Points()), plot.X, plot.Y,
                    listing.ClosedAt.Nanoseconds),
                listing.Spreads.IsExact ? "line muted thin" : "line muted thin dense");
            plot.Rule(mean, "line ink dashed");
        });
    }

    static IEnumerable<double> Spreads(ListingRecord listing) =>
        listing.Spreads.Points().Where(point => point.Value.HasValue).Select(point => (double)point.Value!.Value);
}
