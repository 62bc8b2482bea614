namespace Rialto.Analysis;

/// <summary>What a thinned series keeps of one span of time: its first, lowest, highest and last point.</summary>
sealed class SeriesSpan
{
    readonly SeriesPoint _first;
    SeriesPoint? _lowest;
    SeriesPoint? _highest;
    SeriesPoint _last;
    bool _lowestIsLater;

    public SeriesSpan(SeriesPoint first) => _first = first;

    public void Add(SeriesPoint point)
    {
        _last = point;
        if (point.Value is not { } value)
            return;

        if (_lowest is not { Value: { } lowest } || value < lowest)
            (_lowest, _lowestIsLater) = (point, true);
        if (_highest is not { Value: { } highest } || value > highest)
            (_highest, _lowestIsLater) = (point, false);
    }

    public void AppendTo(List<SeriesPoint> points)
    {
        points.Add(_first);
        AppendIfNew(points, _lowestIsLater ? _highest : _lowest);
        AppendIfNew(points, _lowestIsLater ? _lowest : _highest);
        AppendIfNew(points, _last);
    }

    static void AppendIfNew(List<SeriesPoint> points, SeriesPoint? point)
    {
        if (point is { } present && present != points[^1])
            points.Add(present);
    }
}
