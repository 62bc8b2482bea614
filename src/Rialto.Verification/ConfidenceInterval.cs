namespace Rialto.Verification;

/// <summary>
/// A mean over independent replications, and the interval that covers the true one with a probability of 95 %.
/// </summary>
/// <remarks>Mean ± t·s/√n. A result without chance has one replication, and no width.</remarks>
public readonly record struct ConfidenceInterval(double Mean, double Low, double High)
{
    public static ConfidenceInterval Of(ReadOnlySpan<double> sample)
    {
        double sum = 0;
        foreach (double value in sample)
            sum += value;

        double mean = sum / sample.Length;
        if (sample.Length < 2)
            return new(mean, mean, mean);

        double squares = 0;
        foreach (double value in sample)
            squares += (value - mean) * (value - mean);

        int freedom = sample.Length - 1;
        double half = StudentQuantile(freedom) * Math.Sqrt(squares / freedom / sample.Length);
        return new(mean, mean - half, mean + half);
    }

    /// <summary>The 97.5 % quantile of Student's distribution.</summary>
    /// <remarks>
    /// Cornish and Fisher's expansion, Abramowitz and Stegun 26.7.5: within 0.03 from three degrees of freedom on.
    /// Below, the tables'.
    /// </remarks>
    internal static double StudentQuantile(int freedom)
    {
        if (freedom <= 2)
            return freedom == 1 ? 12.706 : 4.303;

        const double Normal = 1.959964;
        double square = Normal * Normal;
        double first = Normal * (square + 1) / 4;
        double second = Normal * ((((5 * square) + 16) * square) + 3) / 96;
        double third = Normal * ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
        double n = freedom;
        return Normal + (first / n) + (second / (n * n)) + (third / (n * n * n));
    }
}
