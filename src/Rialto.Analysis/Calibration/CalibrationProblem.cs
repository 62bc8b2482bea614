namespace Rialto.Analysis;

/// <summary>What a calibration is about: parameters in, moments out.</summary>
public sealed record CalibrationProblem
{
    public required IReadOnlyList<FreeParameter> Parameters { get; init; }

    public required IReadOnlyList<WantedMoment> Moments { get; init; }

    /// <summary>Of how many runs the targets are the mean; infinitely many for published numbers.</summary>
    public required double TargetRuns { get; init; }

    /// <summary>Of how many runs simulated moments are the mean.</summary>
    public required int Seeds { get; init; }

    /// <summary>After so many points the search ends.</summary>
    public required int Evaluations { get; init; }

    /// <summary>How many points are tried at a time; the usual number if null.</summary>
    public int? Population { get; init; }

    /// <summary>The search ends once its standard deviation is below this share of every range.</summary>
    public double Tolerance { get; init; } = 0.002;

    /// <summary>Of the search.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether moments are weighted each for itself, and not by the inverse of their covariance.</summary>
    public bool IsDiagonal { get; init; } = true;

    /// <summary>The mean moments at points in shares of the ranges; null where a moment is missing.</summary>
    public required Func<IReadOnlyList<IReadOnlyList<double>>, IReadOnlyList<double?[]>> Simulate { get; init; }

    /// <summary>The moments of single runs at a point, for how they vary.</summary>
    public required Func<IReadOnlyList<double>, IReadOnlyList<IReadOnlyList<double>>> Replicate { get; init; }

    /// <summary>Asked between generations.</summary>
    public Func<bool> IsStopped { get; init; } = () => false;
}

/// <summary>A parameter that is searched for, between two bounds.</summary>
/// <param name="Path">In the scenario.</param>
/// <param name="Label">For people.</param>
/// <param name="Start">Where the search begins, as a share of the range.</param>
/// <param name="Truth">The value behind a synthetic target; null if nobody knows it.</param>
/// <param name="NumberAt">
/// The value at a share of the range, in the parameter's unit; also a little beyond its ends.
/// </param>
/// <param name="TextAt">The same as a scenario has it.</param>
public sealed record FreeParameter(
    string Path, string Label, string Unit, bool IsLogarithmic, double Start, double? Truth,
    Func<double, double> NumberAt, Func<double, string> TextAt);

/// <summary>A moment that is fitted.</summary>
/// <param name="Measure">Its path in <c>metrics.json</c>.</param>
/// <param name="IsLogarithmic">Whether the target and all simulated numbers are logarithms.</param>
public sealed record WantedMoment(string Measure, bool IsLogarithmic, double Target);

/// <summary>A calibration that cannot be done. The message is one line for whoever chose its moments.</summary>
public sealed class CalibrationException(string message) : Exception(message);
