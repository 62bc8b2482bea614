using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// Searches a minimum by the covariance matrix adaptation evolution strategy (CMA-ES): ask for points, tell their
/// losses.
/// </summary>
/// <remarks>
/// Source: N. Hansen, "The CMA Evolution Strategy: A Tutorial", arXiv:1604.00772, 2016/2023: weights of eqs. 49–53 with
/// the negative ones, parameters of table 1, one step of figure 6. Uses losses only by their order. The same stream of
/// random numbers and the same losses give the same points.
/// </remarks>
public sealed class EvolutionStrategy
{
    const double LargestCondition = 1e14;

    readonly int _n;
    readonly RandomStream _random;
    readonly double[] _weights;
    readonly int _parents;
    readonly double _massOfParents;
    readonly double _stepPace;
    readonly double _stepDamping;
    readonly double _pathPace;
    readonly double _rankOne;
    readonly double _rankMany;
    readonly double _expectedLength;

    Matrix<double> _covariance;
    Matrix<double> _axes;
    Vector<double> _lengths;
    Vector<double> _mean;
    Vector<double> _stepPath;
    Vector<double> _covariancePath;
    Vector<double>[] _steps = [];

    /// <param name="start">The mean to begin with.</param>
    /// <param name="step">
    /// The standard deviation to begin with, in every coordinate: about a third of where the optimum may lie.
    /// </param>
    /// <param name="random">All its chance.</param>
    /// <param name="population">How many points are tried at a time, λ; the usual 4 + ⌊3 ln n⌋ if null.</param>
    public EvolutionStrategy(IReadOnlyList<double> start, double step, RandomStream random, int? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(start.Count, nameof(start));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        _n = start.Count;
        _random = random;
        Population = population ?? UsualPopulation(_n);
        ArgumentOutOfRangeException.ThrowIfLessThan(Population, 4, nameof(population));

        double[] raw = [.. Enumerable.Range(1, Population).Select(i => Math.Log((Population + 1) / 2.0) - Math.Log(i))];
        _parents = Population / 2;
        double[] positive = raw[.._parents];
        double[] negative = raw[_parents..];
        _massOfParents = Mass(positive);

        _stepPace = (_massOfParents + 2) / (_n + _massOfParents + 5);
        _stepDamping = 1 + (2 * Math.Max(0, Math.Sqrt((_massOfParents - 1) / (_n + 1)) - 1)) + _stepPace;
        _pathPace = (4 + (_massOfParents / _n)) / (_n + 4 + (2 * _massOfParents / _n));
        _rankOne = 2 / (((_n + 1.3) * (_n + 1.3)) + _massOfParents);
        _rankMany = Math.Min(
            1 - _rankOne,
            2 * (0.25 + _massOfParents - 2 + (1 / _massOfParents)) / (((_n + 2) * (_n + 2)) + _massOfParents));
        _expectedLength = Math.Sqrt(_n) * (1 - (1 / (4.0 * _n)) + (1 / (21.0 * _n * _n)));

        double ofNegative = new[]
        {
            1 + (_rankOne / _rankMany), 1 + (2 * Mass(negative) / (_massOfParents + 2)),
            (1 - _rankOne - _rankMany) / (_n * _rankMany),
        }.Min();
        _weights =
        [
            .. positive.Select(weight => weight / positive.Sum()),
            .. negative.Select(weight => ofNegative * weight / -negative.Sum()),
        ];

        Step = step;
        _mean = Vector<double>.Build.DenseOfEnumerable(start);
        _stepPath = Vector<double>.Build.Dense(_n);
        _covariancePath = Vector<double>.Build.Dense(_n);
        _covariance = Matrix<double>.Build.DenseIdentity(_n);
        _axes = Matrix<double>.Build.DenseIdentity(_n);
        _lengths = Vector<double>.Build.Dense(_n, 1);
    }

    /// <summary>How many points are tried at a time, λ.</summary>
    public int Population { get; }

    /// <summary>How often losses were told.</summary>
    public int Generation { get; private set; }

    /// <summary>The overall standard deviation, σ.</summary>
    public double Step { get; private set; }

    /// <summary>The best guess so far.</summary>
    public IReadOnlyList<double> Mean => [.. _mean];

    /// <summary>The standard deviation in each coordinate.</summary>
    public IReadOnlyList<double> Deviations =>
        [.. _covariance.Diagonal().Select(variance => Step * Math.Sqrt(variance))];

    /// <summary>Whether the distribution has become too long and thin for the arithmetic.</summary>
    public bool IsDegenerate => _lengths.Maximum() > _lengths.Minimum() * Math.Sqrt(LargestCondition);

    /// <summary>The usual number of points for so many coordinates.</summary>
    public static int UsualPopulation(int coordinates) => 4 + (int)(3 * Math.Log(coordinates));

    /// <summary>The points to try next.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Ask()
    {
        _steps = [.. Enumerable.Range(0, Population).Select(_ =>
        {
            Vector<double> normal = Vector<double>.Build.Dense(_n, _ => _random.NextNormal());
            return _axes * _lengths.PointwiseMultiply(normal);
        })];
        return [.. _steps.Select(step => (IReadOnlyList<double>)[.. _mean + (Step * step)])];
    }

    /// <summary>What the points that were asked for are worth, in their order; the less the better.</summary>
    public void Tell(IReadOnlyList<double> losses)
    {
        Invariant.Holds(losses.Count == _steps.Length, $"{losses.Count} losses of {_steps.Length} points");
        Vector<double>[] ranked =
            [.. Enumerable.Range(0, losses.Count).OrderBy(i => losses[i]).ThenBy(i => i).Select(i => _steps[i])];
        Generation++;

        Vector<double> moved = Vector<double>.Build.Dense(_n);
        for (int i = 0; i < _parents; i++)
            moved += _weights[i] * ranked[i];

        _mean += Step * moved;
        _stepPath =
            ((1 - _stepPace) * _stepPath) + (Math.Sqrt(_stepPace * (2 - _stepPace) * _massOfParents) * Whitened(moved));
        double length = _stepPath.L2Norm();
        bool isSteady = length / Math.Sqrt(1 - Math.Pow(1 - _stepPace, 2 * (Generation + 1))) < (
            1.4 + (2.0 / (_n + 1))) * _expectedLength;

        _covariancePath *= 1 - _pathPace;
        if (isSteady)
            _covariancePath += Math.Sqrt(_pathPace * (2 - _pathPace) * _massOfParents) * moved;

        double lost = isSteady ? 0 : _pathPace * (2 - _pathPace);
        Matrix<double> covariance = (1 + (_rankOne * lost) - _rankOne - (_rankMany * _weights.Sum())) * _covariance;
        covariance += _rankOne * _covariancePath.OuterProduct(_covariancePath);
        for (int i = 0; i < ranked.Length; i++)
        {
            double weight = _weights[i];
            if (weight < 0)
                weight *= _n / Math.Max(1e-300, Math.Pow(Whitened(ranked[i]).L2Norm(), 2));
            covariance += _rankMany * weight * ranked[i].OuterProduct(ranked[i]);
        }

        Step *= Math.Exp(_stepPace / _stepDamping * ((length / _expectedLength) - 1));
        Decompose(0.5 * (covariance + covariance.Transpose()));
    }

    /// <summary>C^(−1/2) y.</summary>
    Vector<double> Whitened(Vector<double> step) =>
        _axes * _axes.TransposeThisAndMultiply(step).PointwiseDivide(_lengths);

    void Decompose(Matrix<double> covariance)
    {
        Evd<double> eigen = covariance.Evd(Symmetricity.Symmetric);
        _covariance = covariance;
        _axes = eigen.EigenVectors;
        _lengths = eigen.EigenValues.Map(value => Math.Sqrt(Math.Max(value.Real, 1e-300)));
    }

    /// <summary>The variance-effective number of weights.</summary>
    static double Mass(double[] weights) => weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);
}
