using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What a thinned series keeps of one span of time: its first, lowest, highest and last point.</summary>
sealed class SeriesSpan
{
    readonly SeriesPoint _first;
    SeriesPoint _last;
    Timestamp _lowestAt;
    Timestamp _highestAt;
    long _lowest;
    long _highest;
    bool _hasExtremes;
    bool _lowestIsLater;

    public SeriesSpan(SeriesPoint first) => _first = first;

    public void Add(SeriesPoint point)
    {
        _last = point;
        if (point.Value is not { } value)
            return;

        if (!_hasExtremes || value < _lowest)
            (_lowest, _lowestAt, _lowestIsLater) = (value, point.At, true);
        if (!_hasExtremes || value > _highest)
            (_highest, _highestAt, _lowestIsLater) = (value, point.At, false);
        _hasExtremes = true;
    }

    public void AppendTo(List<SeriesPoint> points)
    {
        points.Add(_first);
        if (_hasExtremes)
        {
            SeriesPoint lowest = new(_lowestAt, _lowest);
            SeriesPoint highest = new(_highestAt, _highest);
            AppendIfNew(points, _lowestIsLater ? highest : lowest);
            AppendIfNew(points, _lowestIsLater ? lowest : highest);
        }

        AppendIfNew(points, _last);
    }

    static void AppendIfNew(List<SeriesPoint> points, SeriesPoint point)
    {
        if (point != points[^1])
            points.Add(point);
    }
}
