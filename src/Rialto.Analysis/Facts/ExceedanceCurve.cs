namespace Rialto.Analysis;

/// <summary>
/// The share of a sample that exceeds each value, in units of its mean: a straight line on two logarithmic axes if its
/// tail is a power law.
/// </summary>
static class ExceedanceCurve
{
    const int LeastValues = 40;
    const double Growth = 1.12;

    /// <summary>About twenty points per decade of the share.</summary>
    public static IEnumerable<CurvePoint> Of(double[] sample)
    {
        double mean = Moments.Mean(sample) ?? 0;
        if (sample.Length < LeastValues || mean <= 0)
            yield break;

        double[] sorted = [.. sample.Order()];
        double last = double.NaN;
        for (double share = 1 - (1.0 / sorted.Length); share * sorted.Length >= 1; share /= Growth)
        {
            double value = sorted[^(int)Math.Ceiling(share * sorted.Length)] / mean;
            if (value != last)
                yield return new(value, share);

            last = value;
        }
    }

    /// <summary>exp(−x) between the edges of a plot whose axes are decimal logarithms.</summary>
    public static IEnumerable<CurvePoint> Exponential(LinearScale x, LinearScale y)
    {
        for (double at = x.Low; at <= x.High; at += (x.High - x.Low) / 80)
        {
            double share = -Math.Pow(10, at) * Math.Log10(Math.E);
            if (share >= y.Low && share <= y.High)
                yield return new(at, share);
        }
    }
}
