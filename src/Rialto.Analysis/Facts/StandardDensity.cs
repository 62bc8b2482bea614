namespace Rialto.Analysis;

/// <summary>
/// The density of a sample in units of its deviation, as a decimal logarithm, beside that of the normal distribution.
/// </summary>
static class StandardDensity
{
    const double Width = 0.5;
    const int LeastValues = 40;

    public static IEnumerable<CurvePoint> Of(double[] sample)
    {
        if (sample.Length < LeastValues || Moments.StandardDeviation(sample) is not (> 0 and { } deviation))
            return [];

        double mean = Moments.Mean(sample)!.Value;
        return sample.Select(value => (int)Math.Floor(((value - mean) / deviation / Width) + 0.5))
            .CountBy(bin => bin)
            .OrderBy(bin => bin.Key)
            .Select(bin => new CurvePoint(bin.Key * Width, Math.Log10(bin.Value / (sample.Length * Width))));
    }

    public static void DrawNormal(Plot plot)
    {
        List<CurvePoint> points = [];
        for (double score = plot.X.Low; score <= plot.X.High; score += 0.1)
        {
            double density = Math.Log10(Math.Exp(-0.5 * score * score) / Math.Sqrt(2 * Math.PI));
            if (density >= plot.Y.Low)
                points.Add(new(score, density));
        }

        new Curve("value dashed", points, HasDots: false).Draw(plot);
    }
}
