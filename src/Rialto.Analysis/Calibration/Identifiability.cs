using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Rialto.Analysis;

/// <summary>
/// How well moments tell parameters: standard errors, correlations, and the direction in which the loss is flattest.
/// </summary>
/// <param name="StandardErrors">Of the parameters, in shares of their ranges.</param>
/// <param name="Correlations">Of the parameters' estimates; near ±1 for those that can stand in for each other.</param>
/// <param name="Curvatures">The eigenvalues of the loss's Hessian in shares of the ranges, the least first.</param>
/// <param name="FlattestDirection">
/// The eigenvector of the least curvature: what to change together for the least change of the moments.
/// </param>
/// <param name="Condition">The greatest curvature over the least.</param>
public sealed record Identifiability(
    IReadOnlyList<double> StandardErrors, IReadOnlyList<IReadOnlyList<double>> Correlations,
    IReadOnlyList<double> Curvatures, IReadOnlyList<double> FlattestDirection, double Condition)
{
    /// <summary>From how moments change with parameters at the optimum.</summary>
    /// <param name="slopes">∂m/∂θ, by moment and parameter, θ in shares of its range.</param>
    /// <param name="distance">The weights that were used, and the covariance of the difference.</param>
    /// <returns>Null if the moments do not change with some parameter at all.</returns>
    /// <remarks>
    /// The estimate's covariance is (GᵀWG)⁻¹ GᵀWΩWG (GᵀWG)⁻¹, the Hessian of the loss 2 GᵀWG (Gauss and Newton).
    /// Source: C. Gouriéroux and A. Monfort, Simulation-Based Econometric Methods, 1996, ch. 2.
    /// </remarks>
    public static Identifiability? Of(Matrix<double> slopes, MomentDistance distance)
    {
        Matrix<double> weighted = distance.Weights * slopes;
        Matrix<double> curvature = slopes.TransposeThisAndMultiply(weighted);
        Evd<double> eigen = curvature.Evd(Symmetricity.Symmetric);
        double[] curvatures = [.. eigen.EigenValues.Select(value => 2 * value.Real)];
        if (curvatures[0] <= 1e-12 * Math.Max(curvatures[^1], 1e-300))
            return null;

        Matrix<double> inverse = curvature.Inverse();
        Matrix<double> covariance =
            inverse * weighted.TransposeThisAndMultiply(distance.Covariance * weighted) * inverse;
        double[] errors = [.. covariance.Diagonal().Select(Math.Sqrt)];
        return new(
            errors,
            [.. Enumerable.Range(0, errors.Length).Select(i =>
                (IReadOnlyList<double>)[.. Enumerable.Range(0, errors.Length).Select(j =>
                    covariance[i, j] / (errors[i] * errors[j]))])],
            curvatures, [.. eigen.EigenVectors.Column(0)], curvatures[^1] / curvatures[0]);
    }
}
