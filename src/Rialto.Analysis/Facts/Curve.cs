namespace Rialto.Analysis;

/// <summary>What one market shows in a panel.</summary>
/// <param name="Colour">A colour class of the stylesheet: the market's in every panel.</param>
/// <param name="Points">From left to right.</param>
/// <param name="HasDots">Whether each point is marked, because it is an estimate of its own.</param>
sealed record Curve(string Colour, IReadOnlyList<CurvePoint> Points, bool HasDots = true)
{
    const int MostDots = 60;
    const double Slack = 1e-9;

    /// <summary>
    /// The same curve where both axes are logarithmic; it is interrupted where a number has no logarithm.
    /// </summary>
    public Curve LogLog() =>
        this with { Points = [.. Points.Select(point => new CurvePoint(Log(point.X), Log(point.Y)))] };

    /// <summary>The same curve where the x axis is logarithmic.</summary>
    public Curve LogX() => this with { Points = [.. Points.Select(point => point with { X = Log(point.X) })] };

    /// <summary>The points that can be drawn.</summary>
    public IEnumerable<CurvePoint> Known => Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y));

    public void Draw(Plot plot)
    {
        PathData line = new();
        PathData dots = new();
        bool isInside = false;
        foreach (CurvePoint point in Points)
        {
            bool wasInside = isInside;
            isInside = point.X >= plot.X.Low - Slack && point.X <= plot.X.High + Slack
                && point.Y >= plot.Y.Low - Slack && point.Y <= plot.Y.High + Slack;
            if (!isInside)
                continue;

            (double x, double y) = (plot.X.At(point.X), plot.Y.At(point.Y));
            _ = wasInside ? line.LineTo(x, y) : line.MoveTo(x, y);
            dots.Dot(x, y);
        }

        plot.Svg.Path(line, "line " + Colour);
        if (HasDots && Points.Count <= MostDots)
            plot.Svg.Path(dots, "dots " + Colour);
    }

    static double Log(double number) => number > 0 ? Math.Log10(number) : double.NaN;
}
