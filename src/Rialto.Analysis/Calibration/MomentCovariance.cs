using MathNet.Numerics.LinearAlgebra;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How the moments of one run vary, and with each other, from replications of it.</summary>
public static class MomentCovariance
{
    const int Resamples = 2_000;

    /// <summary>
    /// Variances beside which the covariances are kept in proportion: a little less than all, so that an inverse
    /// exists.
    /// </summary>
    const double LeastShrinkage = 0.02;

    /// <summary>The covariance of one replication's moments, by the bootstrap of their mean.</summary>
    /// <param name="replications">By replication and moment.</param>
    /// <param name="random">Which replications are drawn.</param>
    /// <remarks>
    /// Sources: B. Efron, Annals of Statistics 7(1), 1979; covariances are shrunk towards zero by the number of moments
    /// over that of replications, after O. Ledoit and M. Wolf, J. Multivariate Analysis 88(2), 2004, without their
    /// optimal constant.
    /// </remarks>
    public static Matrix<double> Bootstrap(IReadOnlyList<IReadOnlyList<double>> replications, RandomStream random)
    {
        int n = replications.Count;
        int moments = replications[0].Count;
        Matrix<double> means = Matrix<double>.Build.Dense(Resamples, moments);
        for (int draw = 0; draw < Resamples; draw++)
        {
            for (int i = 0; i < n; i++)
            {
                IReadOnlyList<double> drawn = replications[(int)random.NextBelow((ulong)n)];
                for (int m = 0; m < moments; m++)
                    means[draw, m] += drawn[m] / n;
            }
        }

        Vector<double> centre = means.ColumnSums() / Resamples;
        Matrix<double> centred = Matrix<double>.Build.Dense(Resamples, moments, (draw, m) =>
            means[draw, m] - centre[m]);

        // The bootstrap's mean varies by (n − 1)/n less than a mean of n does.
        Matrix<double> covariance = centred.TransposeThisAndMultiply(centred) * (n * (n / (double)(n - 1)) / Resamples);
        double shrinkage = Math.Clamp(moments / (double)n, LeastShrinkage, 1);
        return Matrix<double>.Build.Dense(moments, moments, (i, j) => covariance[i, j] * (i == j ? 1 : 1 - shrinkage));
    }
}
