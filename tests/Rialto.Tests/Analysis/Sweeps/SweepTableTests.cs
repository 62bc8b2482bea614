using Rialto.Analysis;

namespace Rialto.Tests.Analysis.Sweeps;

/// <summary>Means over seeds, tables and the report of a sweep.</summary>
public sealed class SweepTableTests
{
    static readonly ReportHeading Heading = new(
        "small & fine", "What it shows.", "Somebody 1999", null, "0.1.0", "./rialto sweep small.yaml");

    /// <summary>Two cells of three seeds; one run failed, one measure is absent once.</summary>
    static readonly SweepTable Table = new(
        [new SweptParameter("venues.focal.institution.batch", "batch", "s", false, false)],
        [
            new SweptCell([new SweptValue("100 ms", 0.1)], [Run(1, 2, 5), Run(2, 4, null), Run(3, 9, 7)]),
            new SweptCell(
                [new SweptValue("1 s, phase 0 s", 1)], [Run(1, 1, 1), new SweptRun(2, "f2", "failed", 0, null, [])]),
        ],
        3);

    /// <summary>2, 4, 9: mean 5, deviation √13, t(2; 0.975) = 4.302653.</summary>
    [Fact]
    public void A_mean_comes_with_students_interval()
    {
        MeanInterval mean = Table.Cells[0].MeanOf("listings.focal.XYZ.spreadMeanTicks")!.Value;

        Assert.Equal((3, 5.0), (mean.Count, mean.Mean));
        Assert.Equal(Math.Sqrt(13), mean.Deviation!.Value, 12);
        Assert.Equal(Math.Sqrt(13 / 3.0), mean.StandardError!.Value, 12);
        Assert.Equal(4.302652729911275 * Math.Sqrt(13 / 3.0), mean.HalfWidth!.Value, 9);
    }

    [Fact]
    public void One_replication_has_no_uncertainty_and_none_has_no_mean()
    {
        Assert.Equal(
            new MeanInterval(1, 1, null, null, null), Table.Cells[1].MeanOf("listings.focal.XYZ.spreadMeanTicks"));
        Assert.Null(Table.Cells[1].MeanOf("nothing"));
    }

    [Fact]
    public void The_results_have_a_row_for_every_run()
    {
        Assert.Equal(
            """
            venues.focal.institution.batch,seed,run,status,events,events_hash,listings.focal.XYZ.spreadMeanTicks,participants.byGroup.elo.gainMean
            100 ms,1,r1,complete,10,h1,2,5
            100 ms,2,r2,complete,10,h2,4,
            100 ms,3,r3,complete,10,h3,9,7
            "1 s, phase 0 s",1,r1,complete,10,h1,1,1
            "1 s, phase 0 s",2,f2,failed,0,,,

            """.ReplaceLineEndings("\n"),
            SweepCsv.Results(Table));
    }

    [Fact]
    public void The_summary_has_a_row_for_every_cell_and_measure()
    {
        string[] rows = SweepCsv.Summary(Table).TrimEnd('\n').Split('\n');

        Assert.Equal("venues.focal.institution.batch,measure,runs,mean,deviation,standard_error,low,high,difference,"
            + "difference_low,difference_high", rows[0]);
        Assert.Equal(
            "100 ms,listings.focal.XYZ.spreadMeanTicks,3,5,3.60555127546,2.08166599947,-3.9566859,13.9566859,,,",
            rows[1]);
        Assert.Equal("\"1 s, phase 0 s\",participants.byGroup.elo.gainMean,1,1,,,,,-4,,", rows[4]);
        Assert.Equal(5, rows.Length);
    }

    /// <summary>Seed by seed: what is common to both cells does not count as uncertainty.</summary>
    [Fact]
    public void Cells_are_compared_with_the_first_value_of_the_first_parameter_run_by_run()
    {
        SweepTable table = new(
            [new SweptParameter("a", "a", "", false, false), new SweptParameter("b", "b", "", false, false)],
            [.. from a in (string[])["x", "y"]
                from b in (string[])["1", "2"]
                select new SweptCell(
                    [new SweptValue(a, null), new SweptValue(b, null)],
                    [.. new double[] { 100, 200, 400 }.Select((chance, i) =>
                        Run((ulong)i, chance + (a == "y" ? 7 : 0) + (b == "2" ? 1_000 : 0), null))])],
            3);

        Assert.Equal([null, null, 7, 7], table.Cells.Select(cell =>
            table.DifferenceOf(cell, "listings.focal.XYZ.spreadMeanTicks")?.Mean));
        Assert.Equal(0, table.DifferenceOf(table.Cells[3], "listings.focal.XYZ.spreadMeanTicks")!.Value.HalfWidth);
        Assert.Contains("Differences from a x", SweepReport.Of(table, Heading, []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sampled_parameter_has_a_panel_of_its_own_and_no_baseline()
    {
        SweepTable table = new(
            [new SweptParameter("a.rate", "rate", "/s", true, true),
                new SweptParameter("b.pause", "pause", "s", true, false)],
            [.. Enumerable.Range(1, 30).Select(i => new SweptCell(
                [new SweptValue($"{i} / s", i), new SweptValue($"{i % 7} s", i % 7)],
                [Run(1, i, null), Run(2, i + 1, null)]))],
            2);
        string html = SweepReport.Of(table, Heading, ["spreadMeanTicks"]);

        Assert.Equal(2, html.Split("<figure>").Length - 1);
        Assert.Null(table.BaselineOf(table.Cells[5]));
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_is_whole_and_shows_a_panel_for_each_measure()
    {
        string html = SweepReport.Of(Table, Heading, []);

        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.Contains("small &amp; fine", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<figure>").Length - 1);
        Assert.Contains("5.0 ± 9.0", html, StringComparison.Ordinal);
        Assert.Contains("Runs failed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gainMean", "participants.byGroup.elo.gainMean")]
    [InlineData("focal.XYZ.spreadMeanTicks", "listings.focal.XYZ.spreadMeanTicks")]
    [InlineData("Mean", "")]
    public void A_measure_is_called_by_the_last_parts_of_its_path(string name, string path) =>
        Assert.Equal(path, string.Join(", ", SweepReport.MeasuresOf(Table, [name])));

    [Theory]
    [InlineData("listings.focal.XYZ.spreadMeanTicks", "Spread mean", "focal · XYZ", "ticks")]
    [InlineData("listings.a.B.absoluteReturnAutocorrelationLag1", "Absolute return autocorrelation lag 1", "a · B", "")]
    [InlineData("participants.byGroup.elo.gainMean", "Gain mean", "elo", "")]
    [InlineData("trades", "Trades", "the market", "")]
    public void A_path_is_told_in_words(string path, string what, string of, string unit) =>
        Assert.Equal(new MeasureName(what, of, unit), MeasureName.Read(path));

    static SweptRun Run(ulong seed, double spread, double? gain) => new(
        seed, $"r{seed}", "complete", 10, $"h{seed}",
        [KeyValuePair.Create("listings.focal.XYZ.spreadMeanTicks", (double?)spread),
            KeyValuePair.Create("participants.byGroup.elo.gainMean", gain)]);
}
