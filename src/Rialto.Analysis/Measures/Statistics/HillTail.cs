namespace Rialto.Analysis;

/// <summary>The tail index of a distribution whose largest values are as rare as P(X &gt; x) ~ x^−α.</summary>
/// <remarks>Source: B. M. Hill, "A simple general approach to inference about the tail of a distribution", Annals of
/// Statistics 3(5), 1975, pp. 1163–1174.</remarks>
public static class HillTail
{
    /// <summary>The part of a sample that is usually taken as its tail: the largest twentieth.</summary>
    public const double Usual = 0.05;

    /// <param name="sample">For returns, their absolute values.</param>
    /// <param name="share">The part of the sample that counts as its tail, between 0 and 1.</param>
    /// <returns>
    /// α = k / Σᵢ₌₁ᵏ ln(x₍ᵢ₎ / x₍ₖ₊₁₎) with the k largest values x₍₁₎ ≥ x₍₂₎ ≥ …: about 3 for returns of shares; the
    /// smaller, the heavier the tail. No unit. Null if fewer than two values lie in the tail, it does not vary or is
    /// not positive.
    /// </returns>
    public static double? Of(ReadOnlySpan<double> sample, double share = Usual)
    {
        double[] sorted = sample.ToArray();
        Array.Sort(sorted);
        int tail = Math.Min((int)(sorted.Length * share), sorted.Length - 1);
        if (tail < 2 || sorted[^(tail + 1)] <= 0)
            return null;

        double sum = 0;
        for (int i = 1; i <= tail; i++)
            sum += Math.Log(sorted[^i] / sorted[^(tail + 1)]);

        return sum > 0 ? tail / sum : null;
    }

    /// <summary>Whether a tail index may lie in a range, given its error of 1.96·α/√k.</summary>
    /// <param name="index">α as <see cref="Of"/> found it.</param>
    /// <param name="count">The size of the sample.</param>
    /// <param name="share">The part of it that counted as its tail.</param>
    /// <param name="lowest">Of the range.</param>
    /// <param name="highest">Of the range.</param>
    public static bool IsWithin(double index, int count, double share, double lowest, double highest)
    {
        double error = 1.96 * index / Math.Sqrt(Math.Max(1, (int)(count * share)));
        return index + error >= lowest && index - error <= highest;
    }
}
