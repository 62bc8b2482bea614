using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Draws the paths of an <see cref="EffectStudy"/>: means as steps, with the band of their interval.</summary>
sealed class EffectChart(EffectStudy study, string of)
{
    const double Height = 260;

    readonly Horizon _after = new(study.Branch, study.Times[^1]);

    /// <summary>The difference between the arms, around zero.</summary>
    public Figure Effect(string title, string what, PairedSeries series, double height)
    {
        if (ExtentOf(series.Effect) is not { } extent)
            return Figure.Empty(title, $"{of} · {what}", "There was nothing to compare.");

        Extent around = new(Math.Min(0, extent.Low), Math.Max(0, extent.High));
        Axis y = ValueAxis.OfNumbers(around.WidenedBy(0.08, 1e-9));
        double last = series.Effect.LastOrDefault(at => at is not null)?.Mean ?? 0;
        EndLabel label = new(NumberText.Significant(last), "good", last);
        return new(title, $"{of} · {what}", height, TimeAxis.Of(_after), y, [label], plot =>
        {
            plot.Rule(0, "line muted dashed");
            Draw(plot, series.Effect, "good");
        });
    }

    /// <summary>Both arms, and the run before the branch point.</summary>
    public Figure Arms(
        string title, string what, PairedSeries series, IReadOnlyList<(Timestamp At, double? Midpoint)> before)
    {
        IEnumerable<double> history = before.Where(point => point.Midpoint.HasValue).Select(point =>
            point.Midpoint!.Value);
        if (Extent.Of([.. Edges(series.Without), .. Edges(series.With), .. history]) is not { } extent)
            return Figure.Empty(title, $"{of} · {what}", "There was never a midpoint.");

        Axis y = ValueAxis.OfNumbers(extent.WidenedBy(0.06, 1e-9));
        Horizon horizon = before.Count > 0 ? new(before[0].At, _after.End) : _after;
        EndLabel[] labels =
        [
            new("without", "muted", series.Without.LastOrDefault(at => at is not null)?.Mean ?? extent.Low),
            new("with", "good", series.With.LastOrDefault(at => at is not null)?.Mean ?? extent.Low),
        ];
        return new(title, $"{of} · {what}", Height, TimeAxis.Of(horizon), y, labels, plot =>
        {
            double branch = plot.X.At(study.Branch.Nanoseconds);
            plot.Svg.Line(branch, plot.Y.Start, branch, plot.Y.End, "rule");
            plot.Svg.Path(
                StepPath.Of(
                    before.Select(point => new PathPoint(point.At.Nanoseconds, point.Midpoint)), plot.X, plot.Y,
                    study.Branch.Nanoseconds),
                "line ink thin");
            Draw(plot, series.Without, "muted");
            Draw(plot, series.With, "good");
        });
    }

    void Draw(Plot plot, MeanInterval?[] points, string colour)
    {
        (double X, double Lower, double Upper)?[] edges =
            [.. points.Select((at, i) => at is { } some
                ? (study.Times[i].Nanoseconds, some.Low ?? some.Mean, some.High ?? some.Mean)
                : ((double, double, double)?)null)];
        double until = study.Times[^1].Nanoseconds;
        plot.Svg.Path(Band.Of(edges, plot.X, plot.Y, until), $"bar {colour} faint");
        plot.Svg.Path(
            StepPath.Of(
                points.Select((at, i) => new PathPoint(study.Times[i].Nanoseconds, at?.Mean)), plot.X, plot.Y, until),
            $"line {colour}");
    }

    static Extent? ExtentOf(MeanInterval?[] points) => Extent.Of(Edges(points));

    static IEnumerable<double> Edges(MeanInterval?[] points) =>
        points.Where(at => at is not null).SelectMany(at =>
            new[] { at!.Value.Low ?? at.Value.Mean, at.Value.High ?? at.Value.Mean });
}
