using MathNet.Numerics.LinearAlgebra;

namespace Rialto.Analysis;

/// <summary>How far simulated moments are from their targets: (m − m*)ᵀ W (m − m*).</summary>
/// <remarks>
/// Where W is the inverse covariance of the difference, the least distance that a true model reaches is distributed as
/// χ² with as many degrees of freedom as there are more moments than parameters (Hansen's J). Sources: D. McFadden,
/// Econometrica 57(5), 1989; D. Duffie and K. Singleton, Econometrica 61(4), 1993; for markets of agents R. Franke and
/// F. Westerhoff, J. Economic Dynamics and Control 36(8), 2012.
/// </remarks>
public sealed class MomentDistance
{
    readonly Vector<double> _target;
    readonly Matrix<double> _weights;

    /// <param name="target">The moments to come near to.</param>
    /// <param name="covariance">Of the difference between simulated and target moments.</param>
    /// <param name="isDiagonal">Whether only its diagonal is used.</param>
    public MomentDistance(IReadOnlyList<double> target, Matrix<double> covariance, bool isDiagonal)
    {
        _target = Vector<double>.Build.DenseOfEnumerable(target);
        Covariance = covariance;
        _weights = isDiagonal
            ? Matrix<double>.Build.DiagonalOfDiagonalVector(covariance.Diagonal().Map(variance => 1 / variance))
            : covariance.Inverse();
    }

    /// <summary>Of the difference between simulated and target moments.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>W.</summary>
    public Matrix<double> Weights => _weights;

    public IReadOnlyList<double> Target => [.. _target];

    /// <summary>No unit.</summary>
    public double Of(IReadOnlyList<double> moments)
    {
        Vector<double> difference = Vector<double>.Build.DenseOfEnumerable(moments) - _target;
        return difference * (_weights * difference);
    }

    /// <summary>By how many standard deviations of the difference each moment is off.</summary>
    public IReadOnlyList<double> Scores(IReadOnlyList<double> moments) =>
        [.. moments.Select((moment, i) => (moment - _target[i]) / Math.Sqrt(Covariance[i, i]))];
}
