using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis.Calibrations;

/// <summary>The method of simulated moments on a model whose answer is known: a sample of normal numbers.</summary>
public sealed class CalibrationSearchTests
{
    const double Mean = 3;
    const double Deviation = 2;
    const int Sample = 400;

    /// <summary>Truth: mean 3 of −10…10, deviation 2 of 0.1…10 by ratios.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_finds_the_parameters_behind_the_target(bool isDiagonal)
    {
        CalibrationFindings found = Search(Normal(isDiagonal));

        Assert.All(found.Parameters, one => Assert.InRange(one.Estimate,
            one.Truth!.Value - (3 * one.StandardError!.Value), one.Truth.Value + (3 * one.StandardError.Value)));
        Assert.InRange(found.Loss, 0, 9.2); // χ² with one degree of freedom exceeds it once in 400 cases.
        Assert.Equal(1, found.Freedom);
        Assert.Equal("its standard deviation fell below 0.002 of every range", found.Ending);
    }

    /// <summary>
    /// The mean of a sample of n has the standard error σ/√n, over targets of as many runs √2 times that.
    /// </summary>
    [Fact]
    public void Standard_errors_are_those_of_the_statistics()
    {
        CalibrationFindings found = Search(Normal(isDiagonal: false));
        double expected = Deviation / Math.Sqrt(Sample) * Math.Sqrt((1 / 8.0) + (1 / 8.0));

        Assert.InRange(found.Parameters[0].StandardError!.Value, 0.7 * expected, 1.4 * expected);
        // σ/√(2n), less what the quartile adds
        Assert.InRange(found.Parameters[1].StandardError!.Value, 0.5 * expected, 1.2 * expected);
        Assert.InRange(found.Identifiability!.Correlations[0][1], -0.4, 0.4);
    }

    [Fact]
    public void Parameters_that_stand_in_for_each_other_are_found_out()
    {
        CalibrationProblem sum = Normal(isDiagonal: true) with
        {
            Simulate = points => [.. points.Select(point =>
                (double?[])[.. MomentsOf((20 * point[0]) - 10 + (5 * point[1]), 1, 1, 8).Select(m => (double?)m)])],
        };
        CalibrationFindings found = Search(sum);

        // Along the flattest direction 20 a + 5 b stays the same.
        Assert.True(
            found.Identifiability is null || found.Identifiability.Condition > 1e6,
            $"condition {found.Identifiability?.Condition}");
    }

    [Fact]
    public void A_moment_that_is_always_the_same_is_refused()
    {
        CalibrationProblem constant = Normal(isDiagonal: true) with { Replicate = _ =>
            [.. Enumerable.Repeat((IReadOnlyList<double>)[1, 2, 3], 10)] };

        Assert.Contains(
            "'mean' is the same in every run",
            Assert.Throws<CalibrationException>(() => new CalibrationSearch(constant)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Moments_that_are_missing_make_the_worst_loss_and_not_the_end()
    {
        CalibrationProblem problem = Normal(isDiagonal: true);
        CalibrationFindings found = Search(problem with
        {
            Simulate = points => [.. points.Zip(problem.Simulate(points), (point, moments) =>
                point[0] > 0.8 ? [null, .. moments[1..]] : moments)],
        });

        Assert.Contains(found.Path, step => step.Loss is null);
        Assert.InRange(found.Parameters[0].Estimate, Mean - 0.3, Mean + 0.3);
    }

    [Fact]
    public void The_report_and_the_file_hold_it_all()
    {
        CalibrationFindings found = Search(Normal(isDiagonal: true));
        string html = CalibrationReport.Of(
            found, new ReportHeading("normal", "", "", 1, "0.1.0", "./rialto calibrate normal.yaml"));
        string json = CalibrationJson.Of(found).ToJsonString();

        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.Equal(6, html.Split("<figure>").Length - 1); // loss, two parameters, moments, two profiles
        Assert.Contains("\"flattestDirection\"", json, StringComparison.Ordinal);
        Assert.Equal(found.Path.Count, CalibrationJson.Of(found)["path"]!.AsArray().Count);
    }

    static CalibrationFindings Search(CalibrationProblem problem)
    {
        CalibrationSearch search = new(problem);
        while (search.Advance())
        {
        }

        return search.Findings(0);
    }

    static CalibrationProblem Normal(bool isDiagonal)
    {
        double[] target = MomentsOf(Mean, Deviation, 1_000, 8);
        return new CalibrationProblem
        {
            Parameters =
            [
                new("mean", "mean", "", false, 0.2, Mean, MeanAt, share => $"{MeanAt(share)}"),
                new("deviation", "deviation", "", true, 0.9, Deviation, DeviationAt, share => $"{DeviationAt(share)}"),
            ],
            Moments = [new("mean", false, target[0]), new("deviation", false, target[1]),
                new("upperQuartile", false, target[2])],
            TargetRuns = 8, Seeds = 8, Evaluations = 2_000, IsDiagonal = isDiagonal,
            Simulate = points => [.. points.Select(point =>
                (double?[])[.. MomentsOf(MeanAt(point[0]), DeviationAt(point[1]), 1, 8).Select(moment =>
                    (double?)moment)])],
            Replicate = point => [.. Enumerable.Range(0, 60)
                .Select(i =>
                    (IReadOnlyList<double>)MomentsOf(MeanAt(point[0]), DeviationAt(point[1]), 2_000 + (ulong)i, 1))],
        };
    }

    static double MeanAt(double share) => -10 + (20 * share);

    static double DeviationAt(double share) => 0.1 * Math.Pow(100, share);

    /// <summary>
    /// The mean over samples of their mean, deviation and upper quartile; the same seeds give the same chance.
    /// </summary>
    static double[] MomentsOf(double mean, double deviation, ulong firstSeed, int samples)
    {
        double[] sum = new double[3];
        for (int s = 0; s < samples; s++)
        {
            RandomStream random = new(firstSeed + (ulong)s, "sample");
            double[] sorted = [.. Enumerable.Range(0, Sample).Select(_ => random.NextNormal(mean, deviation)).Order()];
            double[] moments =
                [Moments.Mean(sorted)!.Value, Moments.StandardDeviation(sorted)!.Value, Quantile.Of(sorted, 0.75)];
            for (int i = 0; i < 3; i++)
                sum[i] += moments[i] / samples;
        }

        return sum;
    }
}
