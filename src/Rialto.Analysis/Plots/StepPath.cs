namespace Rialto.Analysis;

/// <summary>A step function as a path: flat until it changes, then straight up or down.</summary>
static class StepPath
{
    /// <param name="until">Where the last value ends, in the units of x.</param>
    public static PathData Of(IEnumerable<PathPoint> points, LinearScale x, LinearScale y, double until)
    {
        PathData path = new();
        bool isDrawing = false;
        foreach (PathPoint point in points)
        {
            double at = x.At(point.X);
            if (isDrawing)
                path.HorizontalTo(at);
            if (point.Y is { } value)
            {
                if (isDrawing)
                    path.VerticalTo(y.At(value));
                else
                    path.MoveTo(at, y.At(value));
            }

            isDrawing = point.Y.HasValue;
        }

        return isDrawing ? path.HorizontalTo(x.At(until)) : path;
    }
}
