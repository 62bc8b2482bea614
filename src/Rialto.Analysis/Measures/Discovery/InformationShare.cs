using MathNet.Numerics.LinearAlgebra;

namespace Rialto.Analysis;

/// <summary>
/// Which of two venues finds the price of one instrument: each one's share in the variance of the efficient price.
/// </summary>
/// <param name="Lowest">
/// The first venue's share if what both learn at once is credited to the second, from 0 to 1.
/// </param>
/// <param name="Highest">Its share if that is credited to the first.</param>
/// <remarks>
/// The two prices follow Δpₜ = α·(p₁ − p₂)ₜ₋₁ + Σ Γᵢ·Δpₜ₋ᵢ + c + eₜ. With weights γ = (α₂, −α₁) / (α₂ − α₁) of the
/// common factor and the Cholesky factor of Ω = cov(e), the first venue's upper bound is (γ₁m₁₁ + γ₂m₁₂)² / ((γ₁m₁₁ +
/// γ₂m₁₂)² + (γ₂m₂₂)²); the lower bound comes from the other order.
/// Sources: J. Hasbrouck, "One security, many markets", J. Finance 50(4), 1995, pp. 1175–1199; the formula of two
/// venues from R. T. Baillie, G. G. Booth, Y. Tse, T. Zabotina, "Price discovery and common factor models", J.
/// Financial Markets 5, 2002, pp. 309–321.
/// </remarks>
public readonly record struct InformationShare(double Lowest, double Highest)
{
    const int RowsPerRegressor = 10;

    /// <summary>The middle of the bounds, which is usually quoted.</summary>
    public double Middle => 0.5 * (Lowest + Highest);

    /// <param name="first">The first venue's midpoints, equally spaced in time.</param>
    /// <param name="second">The second venue's, at the same instants and in the same unit.</param>
    /// <param name="lags">How many past changes of both prices are taken into account.</param>
    /// <returns>
    /// Null with fewer than ten instants per coefficient, or if the prices do not move independently at all.
    /// </returns>
    public static InformationShare? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int lags = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                $"{first.Length} midpoints of one venue, but {second.Length} of the other.", nameof(second));
        }

        int columns = 2 + (2 * lags);
        int rows = first.Length - lags - 1;
        if (rows < RowsPerRegressor * columns)
            return null;

        Matrix<double> past = Matrix<double>.Build.Dense(rows, columns);
        Matrix<double> changes = Matrix<double>.Build.Dense(rows, 2);
        for (int row = 0; row < rows; row++)
        {
            int t = row + lags + 1;
            past[row, 0] = first[t - 1] - second[t - 1];
            past[row, 1] = 1;
            for (int lag = 1; lag <= lags; lag++)
            {
                past[row, 2 * lag] = first[t - lag] - first[t - lag - 1];
                past[row, (2 * lag) + 1] = second[t - lag] - second[t - lag - 1];
            }

            changes[row, 0] = first[t] - first[t - 1];
            changes[row, 1] = second[t] - second[t - 1];
        }

        Matrix<double> square = past.TransposeThisAndMultiply(past);
        if (!double.IsFinite(square.ConditionNumber()) || square.ConditionNumber() > 1e14)
            return null;

        Matrix<double> coefficients = past.QR().Solve(changes);
        Matrix<double> errors = changes - (past * coefficients);
        Matrix<double> covariance = errors.TransposeThisAndMultiply(errors) / rows;
        return Of(
            coefficients[0, 0], coefficients[0, 1], covariance[0, 0], covariance[0, 1], covariance[1, 1]);
    }

    /// <param name="firstAdjustment">α₁: how the first price answers to the first being above the second.</param>
    /// <param name="secondAdjustment">α₂: how the second price answers.</param>
    /// <param name="firstVariance">Of the first price's errors.</param>
    /// <param name="covariance">Of both prices' errors.</param>
    /// <param name="secondVariance">Of the second price's errors.</param>
    /// <returns>Null if neither price answers to the other, or nothing varies.</returns>
    public static InformationShare? Of(
        double firstAdjustment, double secondAdjustment, double firstVariance, double covariance, double secondVariance)
    {
        double answer = secondAdjustment - firstAdjustment;
        if (answer == 0 || firstVariance <= 0 || secondVariance <= 0)
            return null;

        double firstWeight = secondAdjustment / answer;
        double secondWeight = -firstAdjustment / answer;
        double? highest = ShareOfLeader(firstWeight, secondWeight, firstVariance, covariance, secondVariance);
        double? rest = ShareOfLeader(secondWeight, firstWeight, secondVariance, covariance, firstVariance);
        return highest is { } high && rest is { } other
            ? new(Math.Min(1 - other, high), Math.Max(1 - other, high))
            : null;
    }

    static double? ShareOfLeader(
        double weight, double otherWeight, double variance, double covariance, double otherVariance)
    {
        double common = (weight * Math.Sqrt(variance)) + (otherWeight * covariance / Math.Sqrt(variance));
        double own = otherWeight * otherWeight * Math.Max(0, otherVariance - (covariance * covariance / variance));
        double total = (common * common) + own;
        return total > 0 ? common * common / total : null;
    }
}
