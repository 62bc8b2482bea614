namespace Rialto.Analysis;

/// <summary>
/// A small chart in which all markets stand on the same axes, with what theory or publications expect.
/// </summary>
static class FactPanel
{
    const double Height = 190;

    public static Figure Linear(
        string title, string subtitle, IReadOnlyList<Curve> curves, Extent? x = null, Extent? y = null,
        Action<Plot>? behind = null)
    {
        if (Extents(curves) is not { } found)
            return Figure.Empty(title, subtitle, "No market has data for this.");

        return Of(
            title, subtitle, curves, ValueAxis.OfNumbers(x ?? found.X),
            ValueAxis.OfNumbers(y ?? found.Y.WidenedBy(0.06, 1e-6)), behind);
    }

    public static Figure LogX(
        string title, string subtitle, IReadOnlyList<Curve> curves, Extent? y = null, Action<Plot>? behind = null)
    {
        Curve[] drawn = [.. curves.Select(curve => curve.LogX())];
        if (Extents(drawn) is not { } found)
            return Figure.Empty(title, subtitle, "No market has data for this.");

        return Of(
            title, subtitle, drawn, Decades(found.X), ValueAxis.OfNumbers(y ?? found.Y.WidenedBy(0.06, 1e-6)), behind);
    }

    /// <param name="lowest">The lowest y that is drawn; null for that of the points.</param>
    /// <param name="behind">Draws the reference; positions are decimal logarithms.</param>
    public static Figure LogLog(
        string title, string subtitle, IReadOnlyList<Curve> curves, double? lowest = null, Action<Plot>? behind = null)
    {
        Curve[] drawn = [.. curves.Select(curve => curve.LogLog())];
        if (Extents(drawn) is not { } found)
            return Figure.Empty(title, subtitle, "No market has data for this.");

        Extent y = lowest is { } floor ? new(Math.Max(found.Y.Low, Math.Log10(floor)), found.Y.High) : found.Y;
        return Of(title, subtitle, drawn, Decades(found.X), Decades(y), behind);
    }

    /// <summary>A power law as a dashed line across the plot of two logarithmic axes: what is expected.</summary>
    /// <param name="plot">What is drawn on.</param>
    /// <param name="through">A point of the line, in decimal logarithms.</param>
    /// <param name="exponent">Its slope, not zero.</param>
    public static void PowerLaw(Plot plot, CurvePoint through, double exponent)
    {
        double XAt(double y) => through.X + ((y - through.Y) / exponent);
        double YAt(double x) => through.Y + (exponent * (x - through.X));

        double left = Math.Max(plot.X.Low, Math.Min(XAt(plot.Y.Low), XAt(plot.Y.High)));
        double right = Math.Min(plot.X.High, Math.Max(XAt(plot.Y.Low), XAt(plot.Y.High)));
        if (left < right)
        {
            plot.Svg.Line(
                plot.X.At(left), plot.Y.At(YAt(left)), plot.X.At(right), plot.Y.At(YAt(right)), "line value dashed");
        }
    }

    /// <summary>A grey ground from the bottom of the plot up to a level below which everything is noise.</summary>
    public static void Noise(Plot plot, double level)
    {
        if (level > plot.Y.Low)
        {
            double top = plot.Y.At(Math.Min(level, plot.Y.High));
            plot.Svg.Path(new PathData().Rectangle(plot.X.Start, top, plot.X.End, plot.Y.At(plot.Y.Low)), "bar ink", 6);
        }
    }

    static Figure Of(
        string title, string subtitle, IReadOnlyList<Curve> curves, Axis x, Axis y, Action<Plot>? behind) =>
        new(title, subtitle, Height, x, y, [], plot =>
        {
            behind?.Invoke(plot);
            foreach (Curve curve in curves)
                curve.Draw(plot);
        });

    /// <summary>Whole decades read easily, but a fraction of one must not become ten.</summary>
    static Axis Decades(Extent logarithms)
    {
        Extent wide = logarithms.WidenedBy(0.04, 0.03);
        return LogAxis.Of(Math.Pow(10, wide.Low), Math.Pow(10, wide.High));
    }

    static (Extent X, Extent Y)? Extents(IReadOnlyList<Curve> curves) =>
        Extent.Of(curves.SelectMany(curve => curve.Known).Select(point => point.X)) is { } x
        && Extent.Of(curves.SelectMany(curve => curve.Known).Select(point => point.Y)) is { } y
        && x.High > x.Low
            ? (x, y) : null;
}
