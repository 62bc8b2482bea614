namespace Rialto.Agents;

/// <summary>One auction of Kyle's equilibrium.</summary>
/// <param name="Intensity">Lots that the insider trades per tick by which the value exceeds the last price.</param>
/// <param name="Impact">Ticks by which the price moves per lot of net order flow: Kyle's lambda.</param>
/// <param name="Variance">What of the value's variance is left after it, in ticks².</param>
public readonly record struct KyleAuction(double Intensity, double Impact, double Variance);

/// <summary>
/// The linear equilibrium of Kyle's market: an insider who hides among noise, and prices that are fair given the order
/// flow.
/// </summary>
/// <remarks>
/// Source: Kyle, "Continuous auctions and insider trading", Econometrica 53(6), 1985, theorem 2. Backwards from the
/// last auction, with a_N = 0: λ solves (1 − λ² σ² Δ / Σ)(1 − aλ) = 1/2, where Σ is the variance after the auction; β Δ
/// = (1 − 2aλ) / (2λ(1 − aλ)); the variance before is Σ / (1 − β λ Δ); a becomes 1 / (4λ(1 − aλ)). All variances scale
/// with the last one, so one pass with any of them and one with the right one suffice.
/// </remarks>
public static class KyleEquilibrium
{
    /// <param name="auctions">How many.</param>
    /// <param name="valueDeviation">Standard deviation of the value before the first, in ticks.</param>
    /// <param name="noiseDeviation">Standard deviation of all noise traded in all auctions together, in lots.</param>
    public static IReadOnlyList<KyleAuction> Solve(int auctions, double valueDeviation, double noiseDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(auctions, 1);
        double noise = noiseDeviation * noiseDeviation / auctions;
        double first = Backwards(auctions, 1, noise, null);
        KyleAuction[] solved = new KyleAuction[auctions];
        Backwards(auctions, valueDeviation * valueDeviation / first, noise, solved);
        return solved;
    }

    /// <returns>The variance before the first auction, if the one after the last is given.</returns>
    static double Backwards(int auctions, double lastVariance, double noise, KyleAuction[]? solved)
    {
        double variance = lastVariance;
        double a = 0;
        for (int n = auctions - 1; n >= 0; n--)
        {
            double impact = ImpactOf(a, variance, noise);
            double intensity = (1 - (2 * a * impact)) / (2 * impact * (1 - (a * impact)));
            if (solved is not null)
                solved[n] = new(intensity, impact, variance);

            variance /= 1 - (intensity * impact);
            a = 1 / (4 * impact * (1 - (a * impact)));
        }

        return variance;
    }

    /// <summary>
    /// The root of (1 − λ² noise / Σ)(1 − aλ) = 1/2 between zero and the least λ at which a factor is zero.
    /// </summary>
    static double ImpactOf(double a, double variance, double noise)
    {
        double low = 0;
        double high = Math.Sqrt(variance / noise);
        if (a > 0)
            high = Math.Min(high, 1 / a);
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if ((1 - (middle * middle * noise / variance)) * (1 - (a * middle)) > 0.5)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
