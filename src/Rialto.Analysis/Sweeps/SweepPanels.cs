namespace Rialto.Analysis;

/// <summary>
/// Small multiples of a sweep: a measure against a parameter, a line for every value of a second one.
/// </summary>
static class SweepPanels
{
    const double Height = 220;
    const int MostLines = 5;

    /// <summary>The panels of one measure.</summary>
    /// <remarks>
    /// With a grid: the first parameter across, the second as lines; of further parameters, and of more lines than
    /// five, one panel for each combination, all to the same scale. With a Latin hypercube: a panel for each of its
    /// parameters.
    /// </remarks>
    public static IReadOnlyList<Figure> Of(SweepTable table, string measure)
    {
        int[] sampled = [.. Indices(table).Where(i => table.Parameters[i].IsSampled)];
        int[] gridded = [.. Indices(table).Except(sampled)];
        MeanInterval[] means = [.. table.Cells.Select(cell => cell.MeanOf(measure)).OfType<MeanInterval>()];
        if (means.Length == 0)
            return [];

        Axis y = ValueAxis.OfNumbers(
            Extent.Of(
                means.SelectMany(mean =>
                    new[] { mean.Mean, mean.Low ?? mean.Mean, mean.High ?? mean.Mean }))!.Value.WidenedBy(
                        0.06, least: 1e-9));
        if (sampled.Length > 0)
        {
            int? lines = gridded.Length > 0 ? gridded[0] : null;
            return [.. sampled.Select(across => Panel(table, measure, table.Cells, across, lines, y, ""))];
        }

        if (gridded.Length == 0)
            return [];

        int? second =
            gridded.Length > 1 && new ParameterAxis(table, gridded[1]).Levels.Count <= MostLines ? gridded[1] : null;
        int[] facets = [.. gridded.Skip(1).Where(i => i != second)];
        return [.. table.Cells
            .GroupBy(cell =>
                string.Join(" · ", facets.Select(i => $"{table.Parameters[i].Label} {cell.Values[i].Text}")))
            .Select(group => Panel(table, measure, [.. group], gridded[0], second, y, group.Key))];
    }

    static Figure Panel(
        SweepTable table, string measure, IReadOnlyList<SweptCell> cells, int across, int? lines, Axis y, string facet)
    {
        MeasureName name = MeasureName.Read(measure);
        ParameterAxis x = new(table, across);
        bool isSampled = table.Parameters[across].IsSampled;
        string[] words =
        [
            name.Of, name.Unit, facet, "by " + table.Parameters[across].Label,
            table.Seeds > 1
                ? $"mean of {table.Seeds} seeds, {(x.IsNumeric && !isSampled ? "band" : "bars")} 95\u202f%"
                : "one seed",
        ];

        IGrouping<string, SweptCell>[] series =
            [.. cells.GroupBy(cell => lines is { } i ? $"{table.Parameters[i].Label} {cell.Values[i].Text}" : "")];
        List<Series> drawn = [.. series
            .Select((group, i) => new Series(
                group.Key, series.Length > 1 ? $"p{i % 12}" : "ink",
                [.. group
                    .Select(cell => (X: x.PlaceOf(cell.Values[across]), Mean: cell.MeanOf(measure)))
                    .Where(point => point.Mean.HasValue)
                    .Select(point => (point.X, point.Mean!.Value))
                    .OrderBy(point => point.X)]))
            .Where(one => one.Points.Count > 0)];
        EndLabel[] labels = series.Length > 1
            ? [.. drawn.Select(one => new EndLabel(
                one.Label, one.Colour,
                isSampled ? one.Points.Average(point => point.Mean.Mean) : one.Points[^1].Mean.Mean))]
            : [];

        string about = string.Join(" · ", words.Where(word => word.Length > 0));
        return new(name.What, about, Height, x.Axis, y, labels, plot =>
        {
            for (int i = 0; i < drawn.Count; i++)
            {
                if (x.IsNumeric && !isSampled)
                    DrawBand(plot, drawn[i]);
                else
                {
                    DrawBars(
                        plot, drawn[i], isSampled ? "line thin dense " : "line ",
                        isSampled ? 0 : (i - ((drawn.Count - 1) / 2.0)) * 7);
                }
            }
        });
    }

    static void DrawBand(Plot plot, Series series)
    {
        PathData band = new();
        PathData line = new();
        PathData dots = new();
        bool isFirst = true;
        foreach ((double x, MeanInterval mean) in series.Points)
        {
            _ = isFirst
                ? line.MoveTo(plot.X.At(x), plot.Y.At(mean.Mean))
                : line.LineTo(plot.X.At(x), plot.Y.At(mean.Mean));
            _ = isFirst
                ? band.MoveTo(plot.X.At(x), plot.Y.At(mean.High ?? mean.Mean))
                : band.LineTo(plot.X.At(x), plot.Y.At(mean.High ?? mean.Mean));
            dots.Dot(plot.X.At(x), plot.Y.At(mean.Mean));
            isFirst = false;
        }

        foreach ((double x, MeanInterval mean) in series.Points.Reverse())
            band.LineTo(plot.X.At(x), plot.Y.At(mean.Low ?? mean.Mean));

        plot.Svg.Path(band.Close(), "bar " + series.Colour, 14);
        plot.Svg.Path(line, "line " + series.Colour);
        plot.Svg.Path(dots, "dots large " + series.Colour);
    }

    /// <param name="style">Of the bars.</param>
    /// <param name="shift">To the right, in pixels, so that bars of several series do not cover each other.</param>
    static void DrawBars(Plot plot, Series series, string style, double shift)
    {
        PathData bars = new();
        PathData dots = new();
        foreach ((double x, MeanInterval mean) in series.Points)
        {
            double at = plot.X.At(x) + shift;
            if (mean is { Low: { } low, High: { } high })
                bars.MoveTo(at, plot.Y.At(low)).VerticalTo(plot.Y.At(high));
            dots.Dot(at, plot.Y.At(mean.Mean));
        }

        plot.Svg.Path(bars, style + series.Colour);
        plot.Svg.Path(dots, "dots large " + series.Colour);
    }

    static IEnumerable<int> Indices(SweepTable table) => Enumerable.Range(0, table.Parameters.Count);

    sealed record Series(string Label, string Colour, IReadOnlyList<(double X, MeanInterval Mean)> Points);
}
