namespace Rialto.Analysis;

/// <summary>
/// The shape of the gamma distribution that fits a sample, for example of queues: P(x) ~ x^(shape − 1)·e^(−x / scale).
/// </summary>
public static class GammaShape
{
    /// <returns>x̄² / s², by the method of moments: 1 for an exponential distribution, below 1 if small values are the
    /// most frequent. No unit. Null with fewer than two values, or if they do not vary.</returns>
    /// <remarks>The law of queues at the best prices: J.-P. Bouchaud, M. Mézard, M. Potters, "Statistical properties of
    /// stock order books", Quantitative Finance 2, 2002, pp. 251–256.</remarks>
    public static double? Of(ReadOnlySpan<double> sample) =>
        sample.Length >= 2
            && Moments.StandardDeviation(sample) is > 0 and { } deviation
            && Moments.Mean(sample) is { } mean
            ? mean * mean / (deviation * deviation)
            : null;
}
