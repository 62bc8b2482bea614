using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class StepSeriesTests
{
    static readonly Horizon Horizon = new(new(0), new(1_000));

    [Fact]
    public void A_short_series_keeps_every_point()
    {
        StepSeries series = new(Horizon, spans: 2);
        SeriesPoint[] points =
            [.. Enumerable.Range(0, 8).Select(i => new SeriesPoint(new(10 * i), i == 3 ? null : i * i))];
        foreach (SeriesPoint point in points)
            series.Add(point.At, point.Value);

        Assert.True(series.IsExact);
        Assert.Equal(points, series.Points());
    }

    [Fact]
    public void A_long_series_keeps_first_lowest_highest_and_last_of_each_span_in_order_of_time()
    {
        StepSeries series = new(Horizon, spans: 2);
        long[] values = [5, 6, 9, 7, 1, 8, 4, 3, 3, 2, 3];
        for (int i = 0; i < values.Length; i++)
            series.Add(new(i < 8 ? i : 500 + i), values[i]);

        Assert.False(series.IsExact);
        Assert.Equal(
            [P(0, 5), P(2, 9), P(4, 1), P(7, 3), P(508, 3), P(509, 2), P(510, 3)],
            series.Points());
    }

    [Fact]
    public void A_gap_at_the_end_of_a_span_remains_a_gap()
    {
        StepSeries series = new(Horizon, spans: 1);
        foreach (long? value in new long?[] { null, 4, 2, 7, 5, null })
            series.Add(new(10), value);

        Assert.Equal([P(10, null), P(10, 2), P(10, 7), P(10, null)], series.Points());
    }

    /// <summary>However long, a series is bounded, and its extremes, its first and its last point survive.</summary>
    [Fact]
    public void A_series_of_any_length_is_bounded_and_keeps_its_extremes()
    {
        RandomStream random = new(1, "series");
        foreach (int length in new[] { 1, 100, 2_880, 2_881, 50_000 })
        {
            Horizon horizon = new(new(0), new(1_000_000));
            StepSeries series = new(horizon, spans: 720);
            SeriesPoint[] points = [.. Enumerable.Range(0, length)
                .Select(i => new SeriesPoint(new(1_000_000L * i / length), random.NextBetween(-1_000_000, 1_000_000)))];
            foreach (SeriesPoint point in points)
                series.Add(point.At, point.Value);

            IReadOnlyList<SeriesPoint> kept = series.Points();
            Assert.True(kept.Count <= 4 * 720);
            Assert.Equal(points.Max(point => point.Value), kept.Max(point => point.Value));
            Assert.Equal(points.Min(point => point.Value), kept.Min(point => point.Value));
            Assert.Equal(points[0], kept[0]);
            Assert.Equal(points[^1], kept[^1]);
            Assert.Equal(kept.Order(Comparer<SeriesPoint>.Create((a, b) => a.At.CompareTo(b.At))), kept);
        }
    }

    [Fact]
    public void Thinning_keeps_the_extremes_too()
    {
        StepSeries series = new(Horizon, spans: 250);
        for (int i = 0; i < 1_000; i++)
            series.Add(new(i), i == 617 ? 99 : i % 7);

        IReadOnlyList<SeriesPoint> thinned = series.ThinnedTo(10).Points();
        Assert.True(thinned.Count <= 40);
        Assert.Contains(P(617, 99), thinned);
    }

    static SeriesPoint P(long at, long? value) => new(new(at), value);
}
