using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class PlotTests
{
    [Theory]
    [InlineData(10, 5, 2)]
    [InlineData(9, 5, 2)]
    [InlineData(11, 5, 5)]
    [InlineData(0.3, 5, 0.1)]
    [InlineData(1, 10, 0.1)]
    [InlineData(700, 10, 100)]
    public void Steps_are_one_two_or_five_times_a_power_of_ten(double range, int count, double expected) =>
        Assert.Equal(expected, NiceSteps.Of(range, count), 12);

    [Fact]
    public void Prices_are_labelled_in_currency_at_whole_ticks()
    {
        Instrument instrument = new() { Symbol = "ES", TickSize = 0.25m };
        Axis axis = ValueAxis.OfPrices(new(400_000, 400_010), instrument);

        Assert.Equal(
            ["100\u2009000.00", "100\u2009001.00", "100\u2009002.00", "100\u2009003.00"],
            axis.TicksFor(4).Select(tick => tick.Label));
        Assert.Equal([400_000.0, 400_004, 400_008, 400_012], axis.TicksFor(4).Select(tick => tick.Value));
    }

    [Theory]
    [InlineData(300_000_000_000, "0\u2009s 50\u2009s 100\u2009s 150\u2009s 200\u2009s 250\u2009s 300\u2009s")]
    [InlineData(500_000_000, "0\u2009ms 100\u2009ms 200\u2009ms 300\u2009ms 400\u2009ms 500\u2009ms")]
    [InlineData(1_800_000_000_000, "0\u2009min 5\u2009min 10\u2009min 15\u2009min 20\u2009min 25\u2009min 30\u2009min")]
    [InlineData(23_400_000_000_000, "0\u2009h 1\u2009h 2\u2009h 3\u2009h 4\u2009h 5\u2009h 6\u2009h")]
    public void Time_is_labelled_in_the_unit_that_suits_its_length(long nanoseconds, string expected) =>
        Assert.Equal(expected, string.Join(' ', TimeAxis.Of(new(default, new(nanoseconds))).TicksFor(8).Select(tick =>
            tick.Label)));

    [Fact]
    public void Time_begins_where_the_run_begins()
    {
        Horizon morning = new(new(34_200_000_000_000), new(57_600_000_000_000));

        Assert.Equal(
            ["9:30", "10", "10:30", "11"],
            TimeAxis.Of(morning).TicksFor(16).Select(tick => tick.Label[..^2]).Take(4));
    }

    [Fact]
    public void Labels_that_do_not_touch_stay() =>
        Assert.Equal([80, 20, 50], LabelPlacement.Of([80, 20, 50], gap: 15, low: 0, high: 100));

    [Fact]
    public void Labels_that_touch_move_apart_around_their_mean() =>
        Assert.Equal([57.5, 42.5], LabelPlacement.Of([50, 50 - 1e-9], gap: 15, low: 0, high: 100), (a, b) =>
            Math.Abs(a - b) < 1e-6);

    [Fact]
    public void Labels_stay_inside_and_apart()
    {
        RandomStream random = new(1, "labels");
        for (int round = 0; round < 200; round++)
        {
            double[] wanted = [.. Enumerable.Range(0, 12).Select(_ => 240 * random.NextDouble())];
            double[] placed = [.. LabelPlacement.Of(wanted, gap: 15, low: 0, high: 240).Order()];

            Assert.True(placed[0] >= -1e-9 && placed[^1] <= 240 + 1e-9, $"from {placed[0]} to {placed[^1]}");
            for (int i = 1; i < placed.Length; i++)
                Assert.True(placed[i] - placed[i - 1] >= 15 - 1e-9);
        }
    }

    [Fact]
    public void A_step_path_is_flat_until_it_changes_and_broken_where_there_is_no_value()
    {
        LinearScale scale = new(0, 10, 0, 100);
        PathPoint[] points = [new(1, 2), new(3, 5), new(4, null), new(6, 5.01), new(7, 1)];

        Assert.Equal("M10 20h20v30h10M60 50.1h10v-40.1h30", StepPath.Of(points, scale, scale, until: 10).ToString());
    }

    [Fact]
    public void A_band_runs_along_its_upper_edge_and_back_along_its_lower()
    {
        LinearScale scale = new(0, 10, 0, 100);

        Assert.Equal(
            "M0 40v0h50v20h50v-40h-50v-10h-50z".Replace("v0", "", StringComparison.Ordinal),
            Band.Of([(0, 1, 4), (5, 2, 6)], scale, scale, until: 10).ToString());
    }

    [Fact]
    public void Coordinates_have_at_most_one_decimal_and_errors_do_not_add_up()
    {
        PathData path = new PathData().MoveTo(0.04, -0.46);
        for (int i = 1; i <= 1_000; i++)
            path.HorizontalTo(i * 0.033);

        string[] moves = path.ToString().Split('h')[1..];
        Assert.Equal(330, moves.Sum(move =>
            (long)Math.Round(10 * double.Parse(move, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.StartsWith("M0-.5", path.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_coordinate_that_is_no_number_stops_us() =>
        Assert.Throws<InvariantException>(() => new PathData().MoveTo(double.NaN, 0));

    [Fact]
    public void Neighbouring_cells_of_one_opacity_are_one_stroke()
    {
        PathData[] paths = HeatMap.Of(new double[,] { { 1, 1, 0, 1 } }, full: 1, column => 10 * column, row =>
            15 - (10 * row));

        Assert.Equal("M0 15h20M30 15h10", paths[^1].ToString());
        Assert.All(paths[..^1], path => Assert.True(path.IsEmpty));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1234.5, "−1\u2009235")]
    [InlineData(123.456, "123.5")]
    [InlineData(4.1249, "4.12")]
    [InlineData(0.03561, "0.0356")]
    [InlineData(0.0000123, "0.0000123")]
    public void Numbers_are_written_with_the_digits_that_matter(double value, string expected) =>
        Assert.Equal(expected, NumberText.Significant(value));

    [Theory]
    [InlineData("a & b <c> \"d\" 'e'", "a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39;")]
    [InlineData("bell \u0007, astral 😀", "bell \uFFFD, astral 😀")]
    public void Names_cannot_break_out_of_the_markup(string name, string expected) =>
        Assert.Equal(expected, Markup.Escape(name));

    [Theory]
    [InlineData(23_400_000_000_000, "6\u2009h 30\u2009min")]
    [InlineData(90_000_000_000, "90\u2009s")]
    [InlineData(250_000_000, "250\u2009ms")]
    [InlineData(1_500_000, "1\u2009ms 500\u2009µs")]
    public void Durations_are_written_in_their_two_largest_units(long nanoseconds, string expected) =>
        Assert.Equal(expected, DurationText.Of(new(nanoseconds)));
}
