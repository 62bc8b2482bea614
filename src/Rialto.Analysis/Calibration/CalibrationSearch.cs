using MathNet.Numerics.LinearAlgebra;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// The method of simulated moments in two stages: weights from the starting point, then from the first stage's
/// estimate; and what the surroundings of the optimum say about the parameters.
/// </summary>
/// <remarks>
/// Optimiser: <see cref="EvolutionStrategy"/>, begun anew in the second stage from where the first one ended. Two
/// stages: L. P. Hansen, Econometrica 50(4), 1982.
/// </remarks>
public sealed class CalibrationSearch
{
    /// <summary>Larger than any loss that is known: a point whose moments are missing is the worst.</summary>
    const double Missing = 1e300;

    const double FirstStep = 0.25;
    const double SecondStep = 0.08;

    /// <summary>
    /// Where the loss is looked at around the optimum, in shares of the range; the near ones tell the slopes.
    /// </summary>
    static readonly double[] Offsets = [-0.2, -0.1, -0.05, -0.025, 0.025, 0.05, 0.1, 0.2];

    const double Near = 0.051;

    readonly CalibrationProblem _problem;
    readonly double[] _target;
    readonly List<CalibrationStep> _path = [];
    readonly double?[] _startMoments;
    MomentDistance _distance;
    EvolutionStrategy _search;
    (double[] Shares, double Loss) _best;
    int _stage = 1;

    /// <summary>Looks at the start, and at how moments vary there.</summary>
    /// <exception cref="CalibrationException">There are no such moments there, or they do not vary.</exception>
    public CalibrationSearch(CalibrationProblem problem)
    {
        _problem = problem;
        _target = [.. problem.Moments.Select(moment => moment.Target)];
        double[] start = [.. problem.Parameters.Select(parameter => parameter.Start)];
        _startMoments = MomentsAt(start);
        _distance = DistanceAt(start);
        _search = NewSearch(start, FirstStep);
        _best = (start, LossOf(_startMoments));
    }

    /// <summary>Why the search ended; empty while it goes on.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>About how far it has come, from 0 to 1.</summary>
    public double Share => (double)_path.Count / _problem.Evaluations;

    /// <summary>Tries one more generation; false at the end.</summary>
    public bool Advance()
    {
        if (_problem.IsStopped())
            return End("it was stopped");
        if (_path.Count >= _problem.Evaluations)
            return End($"{_problem.Evaluations} evaluations were made");
        if (_search.Deviations.Max() < _problem.Tolerance || _search.IsDegenerate)
        {
            if (_stage == 2)
                return End($"its standard deviation fell below {_problem.Tolerance} of every range");
            BeginSecondStage();
        }
        else if (_stage == 1 && 2 * _path.Count >= _problem.Evaluations)
        {
            BeginSecondStage();
        }

        IReadOnlyList<double[]> points = [.. _search.Ask().Select(Inside)];
        IReadOnlyList<double?[]> moments = _problem.Simulate(points);
        if (_problem.IsStopped())
            return End("it was stopped");

        double[] losses = [.. moments.Select(LossOf)];
        double[] mean = Inside(_search.Mean);
        _search.Tell(losses);
        for (int i = 0; i < losses.Length; i++)
        {
            _path.Add(new CalibrationStep(
                _stage, _search.Generation, Numbers(points[i]), losses[i] < Missing ? losses[i] : null, Numbers(mean)));
            if (losses[i] < _best.Loss)
                _best = (points[i], losses[i]);
        }

        return true;
    }

    /// <summary>What was found, with the surroundings of the optimum.</summary>
    public CalibrationFindings Findings(int runs)
    {
        double[] middle = Inside(_search.Mean);
        double ofMiddle = LossOf(MomentsAt(middle));
        if (ofMiddle <= _best.Loss)
            _best = (middle, ofMiddle);

        double?[] fitted = MomentsAt(_best.Shares);
        int count = _problem.Parameters.Count;
        List<IReadOnlyList<ProfilePoint>> profiles = [];
        Matrix<double> slopes = Matrix<double>.Build.Dense(_target.Length, count);
        for (int p = 0; p < count; p++)
        {
            double[] places =
                [.. Offsets.Select(offset => _best.Shares[p] + offset).Where(share => share is >= 0 and <= 1)];
            IReadOnlyList<double?[]> around = _problem.Simulate(
                [.. places.Select(place =>
                    (IReadOnlyList<double>)[.. _best.Shares.Select((share, i) => i == p ? place : share)])]);
            (double Place, double?[] Moments)[] points = [.. places.Zip(around), (_best.Shares[p], fitted)];
            profiles.Add([.. points
                .Select(point => new ProfilePoint(_problem.Parameters[p].NumberAt(point.Place), LossOf(point.Moments)))
                .Where(point => point.Loss < Missing)
                .OrderBy(point => point.Value)]);
            for (int m = 0; m < _target.Length; m++)
                slopes[m, p] = Slope([.. points.Where(point => Math.Abs(point.Place - _best.Shares[p]) < Near)], m);
        }

        Identifiability? known = fitted.All(moment => moment.HasValue) ? Identifiability.Of(slopes, _distance) : null;
        return new CalibrationFindings(
            [.. _problem.Parameters.Select((parameter, i) => Fitted(parameter, i, known))],
            [.. _problem.Moments.Select((moment, i) => new FittedMoment(
                moment.Measure, moment.IsLogarithmic, moment.Target, _startMoments[i], fitted[i] ?? double.NaN,
                Math.Sqrt(_distance.Covariance[i, i])))],
            Ending, _best.Loss, _target.Length - count, _path, profiles, known, _problem.Seeds, runs);
    }

    FittedParameter Fitted(FreeParameter parameter, int place, Identifiability? known)
    {
        double share = _best.Shares[place];
        double? error = known?.StandardErrors[place];
        (double, double)? interval =
            error is { } e ? (parameter.NumberAt(share - (1.96 * e)), parameter.NumberAt(share + (1.96 * e))) : null;
        double? inUnit = error is { } width
            ? (parameter.NumberAt(share + (0.5 * width)) - parameter.NumberAt(share - (0.5 * width)))
            : null;
        return new(
            parameter.Path, parameter.Label, parameter.Unit, parameter.NumberAt(0), parameter.NumberAt(1),
            parameter.IsLogarithmic, parameter.NumberAt(parameter.Start), parameter.NumberAt(share),
            parameter.TextAt(share), inUnit, interval,
            parameter.Truth);
    }

    bool End(string reason)
    {
        Ending = reason;
        return false;
    }

    void BeginSecondStage()
    {
        double[] middle = Inside(_search.Mean);
        double[] best = LossOf(MomentsAt(middle)) <= _best.Loss ? middle : _best.Shares;
        _stage = 2;
        _distance = DistanceAt(best);
        _search = NewSearch(best, SecondStep);
        _best = (best, LossOf(MomentsAt(best)));
    }

    /// <summary>
    /// The simulated mean of S runs less the target's of T varies by Ω (1/S + 1/T), Ω being the covariance of one run.
    /// </summary>
    MomentDistance DistanceAt(double[] shares)
    {
        IReadOnlyList<IReadOnlyList<double>> replications = _problem.Replicate(shares);
        if (_problem.IsStopped())
            return new MomentDistance(_target, Matrix<double>.Build.DenseIdentity(_target.Length), isDiagonal: true);
        if (replications.Count < 4)
        {
            throw new CalibrationException("the moments cannot be weighted: fewer than four runs had all of them where "
                + "the search stands; begin elsewhere.");
        }

        Matrix<double> ofOne = MomentCovariance.Bootstrap(replications, new RandomStream(_problem.Seed, "bootstrap"));
        for (int m = 0; m < _target.Length; m++)
        {
            if (ofOne[m, m] <= 1e-18 * Math.Max(1, _target[m] * _target[m]))
            {
                throw new CalibrationException(
                    $"'{_problem.Moments[m].Measure}' is the same in every run: it tells nothing, leave it out.");
            }
        }

        return new MomentDistance(
            _target, ofOne * ((1.0 / _problem.Seeds) + (1 / _problem.TargetRuns)), _problem.IsDiagonal);
    }

    EvolutionStrategy NewSearch(double[] start, double step) =>
        new(start, step, new RandomStream(_problem.Seed, $"calibration/{_stage}"), _problem.Population);

    double?[] MomentsAt(double[] shares) => _problem.Simulate([shares])[0];

    double LossOf(double?[] moments) => moments.All(moment => moment.HasValue)
        ? _distance.Of([.. moments.Select(moment => moment!.Value)])
        : Missing;

    double[] Numbers(double[] shares) =>
        [.. _problem.Parameters.Zip(shares, (parameter, share) => parameter.NumberAt(share))];

    static double[] Inside(IReadOnlyList<double> point) => [.. point.Select(UnitInterval.Reflect)];

    /// <summary>The least-squares slope of a moment; zero if fewer than two points know it.</summary>
    static double Slope((double Place, double?[] Moments)[] points, int moment)
    {
        (double X, double Y)[] known = [.. points.Where(point => point.Moments[moment].HasValue).Select(point =>
            (point.Place, point.Moments[moment]!.Value))];
        if (known.Length < 2)
            return 0;

        double x = known.Average(point => point.X);
        double y = known.Average(point => point.Y);
        return known.Sum(point => (point.X - x) * (point.Y - y)) / known.Sum(point => (point.X - x) * (point.X - x));
    }
}
