using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>A point in the units of the data; without a y there is a gap.</summary>
readonly record struct PathPoint(double X, double? Y)
{
    public static IEnumerable<PathPoint> Of(IEnumerable<SeriesPoint> points) =>
        points.Select(point => new PathPoint(point.At.Nanoseconds, point.Value));

    public static IEnumerable<PathPoint> Of(IReadOnlyList<Timestamp> instants, IReadOnlyList<double?> values) =>
        instants.Zip(values, (at, value) => new PathPoint(at.Nanoseconds, value));
}
