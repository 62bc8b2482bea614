namespace Rialto.Analysis;

/// <summary>The autocorrelation of returns and of absolute returns at the first twenty lags.</summary>
static class AutocorrelationChart
{
    const string Title = "Memory of returns";
    const double Height = 240;
    const int Lags = 20;

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        (double[] Returns, double[] Absolute, double Noise)[] all = [.. group.Listings.Select(Correlations)];
        Extent extent = Extent.Of(all.SelectMany(one => one.Returns.Concat(one.Absolute))) ?? new(-0.1, 0.1);
        Axis y = ValueAxis.OfNumbers(
            new Extent(Math.Min(-0.1, extent.Low), Math.Max(0.1, extent.High)).WidenedBy(0.05, 0));
        return group.Listings.Select((listing, i) => Of(listing, group, all[i], y));
    }

    static Figure Of(
        ListingRecord listing, ListingGroup group, (double[] Returns, double[] Absolute, double Noise) measured, Axis y)
    {
        string subtitle = group.Subtitle(
            listing, $"autocorrelation at {DurationText.Of(listing.SamplingWidth)} lags, band ±1.96/√n");
        if (measured.Returns.Length == 0)
            return Figure.Empty(Title, subtitle, "Too few returns.");

        Axis x = new(0.5, Lags + 0.5, _ =>
            [.. new[] { 1, 5, 10, 15, 20 }.Select(lag => new Tick(lag, NumberText.Of(lag)))]);
        EndLabel[] labels =
            [new("absolute", "good", measured.Absolute[^1]), new("returns", "ink", measured.Returns[^1])];
        return new(Title, subtitle, Height, x, y, labels, plot =>
        {
            plot.Svg.Path(
                new PathData().Rectangle(
                    plot.X.Start, plot.Y.At(measured.Noise), plot.X.End, plot.Y.At(-measured.Noise)),
                "bar ink", 8);
            plot.Rule(0, "line muted thin");
            Draw(plot, measured.Returns, "ink");
            Draw(plot, measured.Absolute, "good");
        });
    }

    static void Draw(Plot plot, double[] correlations, string colour)
    {
        PathData line = new();
        PathData dots = new();
        for (int i = 0; i < correlations.Length; i++)
        {
            (double x, double y) = (plot.X.At(i + 1), plot.Y.At(correlations[i]));
            dots.Dot(x, y);
            if (i == 0)
                line.MoveTo(x, y);
            else
                line.LineTo(x, y);
        }

        plot.Svg.Path(line, "line thin " + colour);
        plot.Svg.Path(dots, "dots " + colour);
    }

    static (double[] Returns, double[] Absolute, double Noise) Correlations(ListingRecord listing)
    {
        double[] returns = new SampledPrices(listing).Returns;
        double[] absolute = [.. returns.Select(Math.Abs)];
        if (returns.Length < 2 * Lags
            || Autocorrelation.Of(returns, 1) is null
            || Autocorrelation.Of(absolute, 1) is null)
            return ([], [], 0);

        IEnumerable<int> lags = Enumerable.Range(1, Lags);
        return (
            [.. lags.Select(lag => Autocorrelation.Of(returns, lag)!.Value)],
            [.. lags.Select(lag => Autocorrelation.Of(absolute, lag)!.Value)],
            1.96 / Math.Sqrt(returns.Length));
    }
}
