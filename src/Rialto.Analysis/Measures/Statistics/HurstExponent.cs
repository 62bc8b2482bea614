namespace Rialto.Analysis;

/// <summary>
/// How long a series remembers: its Hurst exponent, by detrended fluctuation analysis of first order.
/// </summary>
/// <remarks>
/// The profile yₖ = Σᵢ≤ₖ (xᵢ − x̄) is cut into boxes of n values; in each, the least-squares line is taken off. F(n) is
/// the root of the mean squared rest. Where F(n) ~ n^H, H is 0.5 without long memory, more if moves go on, less if they
/// turn back. Detrending was preferred to the rescaled range (R/S) because R/S takes short memory and slow trends for
/// long memory. Source: C.-K. Peng et al., "Mosaic organization of DNA nucleotides", Physical Review E 49, 1994, pp.
/// 1685–1689.
/// </remarks>
public static class HurstExponent
{
    const int SmallestBox = 8;
    const double Growth = 1.3;
    const int LeastValues = 256;

    /// <param name="series">For example returns, absolute returns or signs of trades; equally spaced.</param>
    /// <returns>The slope of ln F over ln n for boxes from 8 values to a quarter of the series. No unit. Null with
    /// fewer than 256 values, because a slope over hardly more than a decade of boxes says little, or without
    /// variance.</returns>
    public static double? Of(ReadOnlySpan<double> series)
    {
        if (series.Length < LeastValues)
            return null;

        double[] profile = Profile(series);
        List<double> sizes = [];
        List<double> fluctuations = [];
        for (int box = SmallestBox; box <= series.Length / 4; box = (int)Math.Ceiling(box * Growth))
        {
            sizes.Add(box);
            fluctuations.Add(Fluctuation(profile, box));
        }

        return PowerLaw.Fit([.. sizes], [.. fluctuations])?.Exponent;
    }

    /// <returns>The running sum of deviations from the mean.</returns>
    public static double[] Profile(ReadOnlySpan<double> series)
    {
        double mean = Moments.Mean(series) ?? 0;
        double[] profile = new double[series.Length];
        double sum = 0;
        for (int i = 0; i < profile.Length; i++)
            profile[i] = sum += series[i] - mean;

        return profile;
    }

    /// <returns>F(n), in the unit of the profile; what does not fill a box at the end is left out.</returns>
    public static double Fluctuation(ReadOnlySpan<double> profile, int box)
    {
        double middle = 0.5 * (box - 1);
        double spread = box * (((double)box * box) - 1) / 12;
        int boxes = profile.Length / box;
        double sum = 0;
        for (int b = 0; b < boxes; b++)
        {
            ReadOnlySpan<double> part = profile.Slice(b * box, box);
            double mean = Moments.Mean(part)!.Value;
            (double squares, double products) = (0, 0);
            for (int i = 0; i < box; i++)
            {
                squares += (part[i] - mean) * (part[i] - mean);
                products += (i - middle) * (part[i] - mean);
            }

            sum += Math.Max(0, squares - (products * products / spread));
        }

        return Math.Sqrt(sum / ((double)boxes * box));
    }
}
