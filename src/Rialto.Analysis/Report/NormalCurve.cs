namespace Rialto.Analysis;

/// <summary>The counts that a normal distribution would lead one to expect, on a logarithmic axis.</summary>
/// <remarks>n·w·φ((x − x̄)/s)/s for bins of width w, with the mean and the deviation of the sample itself.</remarks>
sealed class NormalCurve
{
    readonly double _mean;
    readonly double _deviation;
    readonly double _logPeak;

    NormalCurve(double mean, double deviation, double logPeak) =>
        (_mean, _deviation, _logPeak) = (mean, deviation, logPeak);

    /// <param name="sample">With some variance.</param>
    public static NormalCurve Of(double[] sample, double binWidth)
    {
        double deviation = Moments.StandardDeviation(sample)!.Value;
        double peak = sample.Length * binWidth / (deviation * Math.Sqrt(2 * Math.PI));
        return new(Moments.Mean(sample)!.Value, deviation, Math.Log10(peak));
    }

    public PathData Line(Plot plot)
    {
        PathData line = new();
        foreach ((double x, double y) in Points(plot))
        {
            if (line.IsEmpty)
                line.MoveTo(x, y);
            else
                line.LineTo(x, y);
        }

        return line;
    }

    public PathData Area(Plot plot)
    {
        (double X, double Y)[] points = [.. Points(plot)];
        if (points.Length == 0)
            return new();

        PathData area = new PathData().MoveTo(points[0].X, plot.Y.Start);
        foreach ((double x, double y) in points)
            area.LineTo(x, y);

        return area.LineTo(points[^1].X, plot.Y.Start).Close();
    }

    /// <summary>Names the curve beside its upper right shoulder, where bars are seldom.</summary>
    public void Label(Plot plot)
    {
        double x = plot.X.At(_mean + (0.9 * _deviation));
        double y = plot.Y.At(LogCountAt(_mean + (0.9 * _deviation)));
        if (x + 60 < plot.X.End)
            plot.Svg.Text(x + 10, y - 8, "start", "label value", "normal");
    }

    double LogCountAt(double value)
    {
        double score = (value - _mean) / _deviation;
        return _logPeak - (0.5 * score * score * Math.Log10(Math.E));
    }

    /// <summary>Every other pixel at which the curve is above the axis' floor.</summary>
    IEnumerable<(double X, double Y)> Points(Plot plot)
    {
        for (double pixel = plot.X.Start; pixel <= plot.X.End; pixel += 2)
        {
            double share = (pixel - plot.X.Start) / (plot.X.End - plot.X.Start);
            double count = LogCountAt(plot.X.Low + (share * (plot.X.High - plot.X.Low)));
            if (count >= plot.Y.Low)
                yield return (pixel, plot.Y.At(count));
        }
    }
}
