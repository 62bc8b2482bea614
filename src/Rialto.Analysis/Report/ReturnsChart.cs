namespace Rialto.Analysis;

/// <summary>
/// The distribution of returns as a histogram with logarithmic counts, the normal distribution behind it.
/// </summary>
static class ReturnsChart
{
    const string Title = "Distribution of returns";
    const double Height = 240;
    const double BasisPoints = 10_000;

    /// <summary>The floor of the logarithmic axis: half of a count.</summary>
    static readonly double Floor = Math.Log10(0.5);

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        double[][] samples = [.. group.Listings.Select(ReturnsOf)];
        Histogram?[] histograms = [.. group.Listings.Select((listing, i) =>
            samples[i].Any(value => value != 0) ? Histogram.Of(samples[i], Grain(listing)) : null)];
        Axis x = ValueAxis.OfNumbers(
            Extent.Of(histograms.OfType<Histogram>().SelectMany(h => new[] { h.EdgeOf(0), h.EdgeOf(h.Counts.Count) }))
            ?? new(-1, 1));
        Axis y = Counts(histograms.OfType<Histogram>().SelectMany(h => h.Counts).DefaultIfEmpty(1).Max());
        return group.Listings.Select((listing, i) => Of(listing, group, samples[i], histograms[i], x, y));
    }

    static Figure Of(ListingRecord listing, ListingGroup group, double[] sample, Histogram? histogram, Axis x, Axis y)
    {
        string subtitle = group.Subtitle(
            listing, $"{DurationText.Of(listing.SamplingWidth)} midpoint returns in bp, log counts");
        if (histogram is null)
        {
            return Figure.Empty(
                Title, subtitle,
                sample.Length > 0 ? "The midpoint did not move." : "Too few positive midpoints for returns.");
        }

        return new(Title, subtitle, Height, x, y, [], plot =>
        {
            NormalCurve normal = NormalCurve.Of(sample, histogram.Width);
            plot.Svg.Path(normal.Area(plot), "bar value faint");
            plot.Svg.Path(Bars(plot, histogram), "bar ink soft");
            plot.Svg.Path(normal.Line(plot), "line value dashed");
            normal.Label(plot);
        });
    }

    static double[] ReturnsOf(ListingRecord listing) =>
        [.. new SampledPrices(listing).Returns.Select(value => value * BasisPoints)];

    static PathData Bars(Plot plot, Histogram histogram)
    {
        PathData bars = new();
        for (int i = 0; i < histogram.Counts.Count; i++)
        {
            if (histogram.Counts[i] > 0)
            {
                bars.Rectangle(
                    plot.X.At(histogram.EdgeOf(i)) + 0.5, plot.Y.At(Math.Log10(histogram.Counts[i])),
                    plot.X.At(histogram.EdgeOf(i + 1)) - 0.5, plot.Y.At(Floor));
            }
        }

        return bars;
    }

    /// <summary>What half a tick of the midpoint is as a return: no two returns are closer.</summary>
    static double Grain(ListingRecord listing) =>
        BasisPoints * 0.5 / Moments.Mean(new SampledPrices(listing).Midpoints)!.Value;

    static Axis Counts(double highest) => new(Floor, Math.Log10(Math.Max(2, highest) * 1.6), _ =>
        [.. Enumerable.Range(0, (int)Math.Log10(Math.Max(2, highest) * 1.6) + 1)
            .Select(power => new Tick(power, NumberText.Of(Math.Pow(10, power), 0)))]);
}
