namespace Rialto.Analysis;

/// <summary>The distribution of returns as a histogram with logarithmic counts, the normal distribution behind it.</summary>
static class ReturnsChart
{
    const string Title = "Distribution of returns";
    const double Height = 240;
    const double BasisPoints = 10_000;

    /// <summary>The floor of the logarithmic axis: half of a count.</summary>
    static readonly double Floor = Math.Log10(0.5);

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        double[][] samples = [.. group.Listings.Select(listing => ReturnsOf(listing))];
        Histogram?[] histograms = [.. samples.Select(sample => sample.Any(value => value != 0) ? Histogram.Of(sample) : null)];
        Axis x = ValueAxis.OfNumbers(
            Extent.Of(histograms.OfType<Histogram>().SelectMany(h => new[] { h.EdgeOf(0), h.EdgeOf(h.Counts.Count) }))
            ?? new(-1, 1));
        Axis y = Counts(histograms.OfType<Histogram>().SelectMany(h => h.Counts).DefaultIfEmpty(1).Max());
        return group.Listings.Select((listing, i) => Of(listing, group, samples[i], histograms[i], x, y));
    }

    static Figure Of(ListingRecord listing, ListingGroup group, double[] sample, Histogram? histogram, Axis x, Axis y)
    {
        string subtitle = group.Subtitle(
            listing, $"{listing.SamplingWidth} midpoint returns in bp, counts on a log scale · dashed: normal, same mean and deviation");
        if (histogram is null)
            return Figure.Empty(Title, subtitle, "The midpoint did not move.");

        return new(Title, subtitle, Height, x, y, [], plot =>
        {
            plot.Svg.Path(Bars(plot, histogram), "bar ink soft");
            plot.Svg.Path(Normal(plot, histogram, sample), "line value dashed");
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

    /// <summary>n·w·φ((x − x̄)/s)/s, where it is above the floor.</summary>
    static PathData Normal(Plot plot, Histogram histogram, double[] sample)
    {
        double mean = Moments.Mean(sample)!.Value;
        double deviation = Moments.StandardDeviation(sample)!.Value;
        PathData curve = new();
        if (deviation == 0)
            return curve;

        double peak = sample.Length * histogram.Width / (deviation * Math.Sqrt(2 * Math.PI));
        for (double pixel = plot.X.Start; pixel <= plot.X.End; pixel += 2)
        {
            double at = plot.X.Low + ((pixel - plot.X.Start) / (plot.X.End - plot.X.Start) * (plot.X.High - plot.X.Low));
            double score = (at - mean) / deviation;
            double count = Math.Log10(peak) - (0.5 * score * score * Math.Log10(Math.E));
            if (count < Floor)
                continue;
            if (curve.IsEmpty)
                curve.MoveTo(pixel, plot.Y.At(count));
            else
                curve.LineTo(pixel, plot.Y.At(count));
        }

        return curve;
    }

    static Axis Counts(double highest) => new(Floor, Math.Log10(Math.Max(2, highest) * 1.6), _ =>
        [.. Enumerable.Range(0, (int)Math.Log10(Math.Max(2, highest) * 1.6) + 1)
            .Select(power => new Tick(power, NumberText.Of(Math.Pow(10, power), 0)))]);
}
