namespace Rialto.Analysis;

/// <summary>The volatility that returns follow from step to step: σ²ₜ = ω + α·r²ₜ₋₁ + β·σ²ₜ₋₁.</summary>
/// <param name="Reaction">α ≥ 0: how much of a squared return enters the next variance. No unit.</param>
/// <param name="Persistence">α + β &lt; 1: how much of a variance is left a step later. No unit.</param>
/// <param name="Deviations">σₜ for each return, in its unit.</param>
/// <remarks>
/// ω is chosen so that the model's variance is that of the sample; α and β have the greatest normal likelihood on a
/// grid that is refined around its best point.
/// Sources: T. Bollerslev, "Generalized autoregressive conditional heteroskedasticity", J. Econometrics 31, 1986, pp.
/// 307–327; variance targeting: R. Engle, J. Mezrich, "GARCH for groups", Risk 9(8), 1996, pp. 36–40.
/// </remarks>
public sealed record Garch(double Reaction, double Persistence, IReadOnlyList<double> Deviations)
{
    const int LeastReturns = 100;
    const int Refinements = 4;
    const int Points = 12;

    /// <param name="returns">Equally spaced in time, about zero.</param>
    /// <returns>Null with fewer than a hundred returns or without any movement.</returns>
    public static Garch? Fit(ReadOnlySpan<double> returns)
    {
        double squares = 0;
        foreach (double value in returns)
            squares += value * value;
        if (returns.Length < LeastReturns || squares <= 0)
            return null;

        double variance = squares / returns.Length;
        (double reaction, double persistence) = (0.1, 0.9);
        (double reactionRange, double persistenceRange) = (0.1, 0.0999);
        double best = double.NegativeInfinity;
        for (int round = 0; round < Refinements; round++)
        {
            (double centreReaction, double centrePersistence) = (reaction, persistence);
            for (int i = 0; i <= Points; i++)
            {
                for (int j = 0; j <= Points; j++)
                {
                    double persistent = Around(centrePersistence, persistenceRange, j, 0.9999);
                    double reactive = Around(centreReaction, reactionRange, i, persistent);
                    double likelihood = LogLikelihood(returns, variance, reactive, persistent);
                    if (likelihood > best)
                        (best, reaction, persistence) = (likelihood, reactive, persistent);
                }
            }

            (reactionRange, persistenceRange) = (reactionRange / 4, persistenceRange / 4);
        }

        double[] deviations = new double[returns.Length];
        LogLikelihood(returns, variance, reaction, persistence, deviations);
        return new(reaction, persistence, deviations);
    }

    static double Around(double centre, double range, int point, double highest) =>
        Math.Clamp(centre + (range * ((2.0 * point / Points) - 1)), 0, highest);

    /// <summary>Up to a constant and the factor ½.</summary>
    static double LogLikelihood(
        ReadOnlySpan<double> returns, double variance, double reaction, double persistence,
        Span<double> deviations = default)
    {
        double omega = variance * (1 - persistence);
        double current = variance;
        double sum = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            if (!deviations.IsEmpty)
                deviations[i] = Math.Sqrt(current);

            double square = returns[i] * returns[i];
            sum -= Math.Log(current) + (square / current);
            current = omega + (reaction * square) + ((persistence - reaction) * current);
        }

        return sum;
    }
}
