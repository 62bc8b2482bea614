namespace Rialto.Analysis;

/// <summary>The figures of a calibration: losses, parameters and moments.</summary>
static class CalibrationCharts
{
    const double Height = 220;

    /// <summary>The loss of everything that was tried, and the best so far.</summary>
    public static Figure Losses(CalibrationFindings found)
    {
        const string Title = "Loss";
        (int At, double Loss)[] tried = [.. found.Path
            .Select((step, i) => (At: i + 1, step.Loss))
            .Where(one => one.Loss is > 0)
            .Select(one => (one.At, Math.Log10(one.Loss!.Value)))];
        string subtitle = "weighted distance of the moments from their targets, by evaluation · dots are evaluations, "
            + "the line is the best of its stage";
        if (tried.Length == 0)
            return Figure.Empty(Title, subtitle, "Nothing was tried.");

        Extent extent = Extent.Of(tried.Select(one => one.Loss))!.Value.WidenedBy(0.05, 0.05);
        return new(Title, subtitle, Height, Evaluations(found), LogAxis.Between(extent.Low, extent.High), [], plot =>
        {
            PathData dots = new();
            foreach ((int at, double loss) in tried)
                dots.Dot(plot.X.At(at), plot.Y.At(loss));
            plot.Svg.Path(dots, "dots some muted");
            foreach (IGrouping<int, (int At, double Loss)> stage in tried.GroupBy(one => found.Path[one.At - 1].Stage))
            {
                PathData best = new();
                double least = double.PositiveInfinity;
                foreach ((int at, double loss) in stage)
                {
                    least = Math.Min(least, loss);
                    _ = best.IsEmpty ? best.MoveTo(plot.X.At(at), plot.Y.At(least)) : best.HorizontalTo(plot.X.At(at))
                        .VerticalTo(plot.Y.At(least));
                }

                plot.Svg.Path(best, "line ink");
            }
        });
    }

    /// <summary>The values of a parameter that were tried, between its bounds.</summary>
    public static Figure Tried(CalibrationFindings found, int parameter)
    {
        FittedParameter fitted = found.Parameters[parameter];
        Func<double, double> scaled = ScaleOf(fitted);
        EndLabel[] labels = Labels(fitted, scaled);
        string subtitle =
            $"{Unit(fitted)}by evaluation · the axis ends at the bounds, the line is the middle of the search";
        return new(Sentence(fitted.Label), subtitle, Height, Evaluations(found), AxisOf(fitted, scaled), labels, plot =>
        {
            PathData dots = new();
            PathData middle = new();
            for (int i = 0; i < found.Path.Count; i++)
            {
                (double x, CalibrationStep step) = (plot.X.At(i + 1), found.Path[i]);
                dots.Dot(x, plot.Y.At(scaled(step.Values[parameter])));
                double y = plot.Y.At(scaled(step.Mean[parameter]));
                _ = i == 0 ? middle.MoveTo(x, y) : middle.HorizontalTo(x).VerticalTo(y);
            }

            plot.Svg.Path(dots, "dots some muted");
            plot.Svg.Path(middle, "line ink");
            if (fitted.Truth is { } truth)
                plot.Rule(scaled(truth), "line value dashed");
        });
    }

    /// <summary>The loss when one parameter changes and the others do not.</summary>
    public static Figure Profile(CalibrationFindings found, int parameter)
    {
        FittedParameter fitted = found.Parameters[parameter];
        Func<double, double> scaled = ScaleOf(fitted);
        ProfilePoint[] points =
            [.. found.Profiles[parameter].Where(point => double.IsFinite(point.Loss)).OrderBy(point => point.Value)];
        string title = $"Loss around {fitted.Label}";
        string subtitle = $"{Unit(fitted)}the other parameters at their estimates";
        if (points.Length < 2)
            return Figure.Empty(title, subtitle, "The loss is not known on both sides of the estimate.");

        (double low, double high) = (scaled(points[0].Value), scaled(points[^1].Value));
        double room = 0.05 * (high - low);
        Axis x = fitted.IsLogarithmic
            ? LogAxis.Between(low - room, high + room)
            : ValueAxis.OfNumbers(new(low - room, high + room));
        Axis y = ValueAxis.OfNumbers(new(0, points.Max(point => point.Loss) * 1.06));
        return new(title, subtitle, Height, x, y, [], plot =>
        {
            if (fitted.Interval is { } interval)
            {
                double from = plot.X.At(Math.Max(scaled(interval.Low), x.Low));
                double to = plot.X.At(Math.Min(scaled(interval.High), x.High));
                plot.Svg.Path(new PathData().Rectangle(from, plot.Y.End, to, plot.Y.Start), "bar good", 12);
            }

            PathData line = new();
            PathData dots = new();
            foreach (ProfilePoint point in points)
            {
                (double at, double loss) = (plot.X.At(scaled(point.Value)), plot.Y.At(point.Loss));
                _ = line.IsEmpty ? line.MoveTo(at, loss) : line.LineTo(at, loss);
                dots.Dot(at, loss);
            }

            plot.Svg.Path(line, "line ink");
            plot.Svg.Path(dots, "dots large ink");
            if (fitted.Truth is { } truth && scaled(truth) >= x.Low && scaled(truth) <= x.High)
            {
                plot.Svg.Line(
                    plot.X.At(scaled(truth)), plot.Y.Start, plot.X.At(scaled(truth)), plot.Y.End, "line value dashed");
            }
        });
    }

    /// <summary>By how many standard deviations each moment is off.</summary>
    public static Figure Scores(CalibrationFindings found)
    {
        double[] scores = [.. found.Moments.Select(moment => moment.Score).Where(double.IsFinite)];
        double reach = Math.Max(3, scores.Select(Math.Abs).DefaultIfEmpty(0).Max() * 1.1);
        Axis x = new(0.5, found.Moments.Count + 0.5, count =>
            [.. Enumerable.Range(1, found.Moments.Count)
                .Where(i => (i - 1) % ((found.Moments.Count + count - 1) / count) == 0)
                .Select(i => new Tick(i, NumberText.Of((long)i)))]);
        return new(
            "Moments, fitted less target",
            "in standard deviations of the difference, by number in the table · band ±1.96", Height, x,
            ValueAxis.OfNumbers(new(-reach, reach)), [], plot =>
            {
                plot.Svg.Path(
                    new PathData().Rectangle(plot.X.Start, plot.Y.At(1.96), plot.X.End, plot.Y.At(-1.96)), "bar good",
                    12);
                plot.Rule(0, "line muted thin");
                PathData dots = new();
                for (int i = 0; i < found.Moments.Count; i++)
                {
                    if (double.IsFinite(found.Moments[i].Score))
                        dots.Dot(plot.X.At(i + 1), plot.Y.At(found.Moments[i].Score));
                }

                plot.Svg.Path(dots, "dots large ink");
            });
    }

    static Axis Evaluations(CalibrationFindings found) => ValueAxis.OfCountsFromZero(found.Path.Count);

    static Axis AxisOf(FittedParameter fitted, Func<double, double> scaled) => fitted.IsLogarithmic
        ? LogAxis.Between(scaled(fitted.Lowest), scaled(fitted.Highest))
        : ValueAxis.OfNumbers(new(fitted.Lowest, fitted.Highest));

    static EndLabel[] Labels(FittedParameter fitted, Func<double, double> scaled) =>
    [
        new("found " + NumberText.Significant(fitted.Estimate), "ink", scaled(fitted.Estimate)),
        .. fitted.Truth is { } truth
            ? [new EndLabel("true " + NumberText.Significant(truth), "value", scaled(truth))]
            : Array.Empty<EndLabel>(),
    ];

    static Func<double, double> ScaleOf(FittedParameter fitted) => fitted.IsLogarithmic ? Math.Log10 : number => number;

    static string Unit(FittedParameter fitted) => fitted.Unit.Length > 0 ? fitted.Unit + " · " : "";

    static string Sentence(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
