namespace Rialto.Analysis;

/// <summary>The mean of one quantity where another is about so large: a curve through a cloud of points.</summary>
/// <param name="X">The mean of x in the bin.</param>
/// <param name="Y">The mean of y in the bin.</param>
/// <param name="Error">The standard error of that mean, s / √n.</param>
/// <param name="Count">How many points the bin has.</param>
public readonly record struct BinnedMeans(double X, double Y, double Error, int Count)
{
    /// <param name="x">What the points are sorted by.</param>
    /// <param name="y">As many values as <paramref name="x"/>.</param>
    /// <param name="bins">
    /// At most so many, of about equally many points each; points with the same x share a bin.
    /// </param>
    /// <returns>In ascending order of x; empty without points.</returns>
    public static IReadOnlyList<BinnedMeans> Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int bins)
    {
        double[] sortedX = x.ToArray();
        double[] sortedY = y.ToArray();
        Array.Sort(sortedX, sortedY);

        List<BinnedMeans> means = [];
        int begin = 0;
        for (int bin = 1; bin <= bins && begin < sortedX.Length; bin++)
        {
            int end = Math.Max(begin + 1, (int)((long)sortedX.Length * bin / bins));
            while (end < sortedX.Length && sortedX[end] == sortedX[end - 1])
                end++;
            if (end <= begin)
                continue;

            means.Add(OfBin(sortedX.AsSpan(begin, end - begin), sortedY.AsSpan(begin, end - begin)));
            begin = end;
        }

        return means;
    }

    static BinnedMeans OfBin(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => new(
        Moments.Mean(x)!.Value, Moments.Mean(y)!.Value, Moments.StandardDeviation(y)!.Value / Math.Sqrt(y.Length),
        y.Length);
}
