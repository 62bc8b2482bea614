using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// A step function of time in bounded memory: exact while short, thinned without losing extremes when long.
/// </summary>
/// <remarks>
/// Up to four points per span of the horizon are kept as they come. With one more, the series turns into spans of equal
/// length that keep their first, lowest, highest and last point each, as M4 does. Adding costs O(1) amortised.
/// Source: U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, "M4: a visualization-oriented time series data aggregation",
/// Proc. VLDB Endowment 7(10), 2014, pp. 797–808.
/// </remarks>
sealed class StepSeries
{
    const int PerSpan = 4;

    readonly Horizon _horizon;
    readonly int _spanCount;
    SeriesPoint[] _points = new SeriesPoint[16];
    SeriesSpan?[]? _spans;
    int _count;
    int _current;
    Timestamp _currentEnds;

    /// <param name="horizon">What the spans divide; points outside belong to the first or last span.</param>
    /// <param name="spans">How many spans; the series keeps at most four points of each.</param>
    public StepSeries(Horizon horizon, int spans)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spans);
        _horizon = horizon;
        _spanCount = spans;
        _current = -1;
        _currentEnds = horizon.Start;
    }

    /// <summary>Whether every point that was added is still there.</summary>
    public bool IsExact => _spans is null;

    public bool IsEmpty => _count == 0;

    /// <summary>The point added last; the default value if there is none.</summary>
    public SeriesPoint Last { get; private set; }

    /// <summary>Adds a point, not earlier than the one before.</summary>
    public void Add(Timestamp at, long? value)
    {
        SeriesPoint point = new(at, value);
        Last = point;
        _count++;
        if (_spans is not null)
        {
            AddToSpan(_spans, point);
            return;
        }

        if (_count > _spanCount * PerSpan)
        {
            Thin(point);
            return;
        }

        if (_count > _points.Length)
            Array.Resize(ref _points, Math.Min(2 * _points.Length, _spanCount * PerSpan));
        _points[_count - 1] = point;
    }

    /// <summary>The points in order of time.</summary>
    public IReadOnlyList<SeriesPoint> Points()
    {
        if (_spans is null)
            return _points[.._count];

        List<SeriesPoint> points = [];
        foreach (SeriesSpan? span in _spans)
            span?.AppendTo(points);

        return points;
    }

    /// <summary>The same series with at most four points in each of fewer spans.</summary>
    public StepSeries ThinnedTo(int spans)
    {
        StepSeries thinned = new(_horizon, spans);
        foreach (SeriesPoint point in Points())
            thinned.Add(point.At, point.Value);

        return thinned;
    }

    void Thin(SeriesPoint next)
    {
        _spans = new SeriesSpan?[_spanCount];
        foreach (SeriesPoint point in _points.AsSpan(0, _count - 1))
            AddToSpan(_spans, point);

        AddToSpan(_spans, next);
        _points = [];
    }

    void AddToSpan(SeriesSpan?[] spans, SeriesPoint point)
    {
        while (point.At >= _currentEnds && _current < spans.Length - 1)
            _currentEnds = EndOf(++_current);

        _current = Math.Max(_current, 0);
        (spans[_current] ??= new SeriesSpan(point)).Add(point);
    }

    Timestamp EndOf(int span) =>
        _horizon.Start + new Duration((long)((Int128)_horizon.Length.Nanoseconds * (span + 1) / _spanCount));
}
