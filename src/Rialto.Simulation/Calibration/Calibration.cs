namespace Rialto.Simulation;

/// <summary>
/// A calibration as data: a scenario, parameters with bounds, moments with their targets, and how to search.
/// </summary>
public sealed class Calibration
{
    readonly ScenarioTemplate _template;

    internal Calibration(ScenarioTemplate template) => _template = template;

    public required string Name { get; init; }

    /// <summary>What it shows, in a sentence; empty if it does not say.</summary>
    public required string Description { get; init; }

    /// <summary>The publication that it follows; empty if it does not say.</summary>
    public required string Citation { get; init; }

    public required IReadOnlyList<CalibratedParameter> Parameters { get; init; }

    public required IReadOnlyList<CalibratedMoment> Moments { get; init; }

    public required CalibrationTarget Target { get; init; }

    /// <summary>Every evaluation uses the same ones, so a difference of losses is one of parameters.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    public required MomentWeighting Weighting { get; init; }

    /// <summary>How many replications tell how moments vary.</summary>
    public required int Replications { get; init; }

    /// <summary>After so many parameter values that were tried, the search ends.</summary>
    public required int Evaluations { get; init; }

    /// <summary>How many are tried at a time; null for the usual number.</summary>
    public required int? Population { get; init; }

    /// <summary>The search ends once its standard deviation is below this share of every range.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Of the search.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Where files are looked for that the scenario names.</summary>
    public string Folder => _template.Folder;

    /// <summary>The scenario with values at shares of their ranges.</summary>
    /// <exception cref="ScenarioException">It cannot be run.</exception>
    public Scenario At(IReadOnlyList<double> shares, AgentKinds kinds) =>
        _template.With(Parameters.Zip(shares, (parameter, share) => (parameter.Path, parameter.NodeAt(share))), kinds);

    /// <summary>The scenario that the target is made of, if it is synthetic.</summary>
    /// <exception cref="ScenarioException">It cannot be run.</exception>
    public Scenario TargetScenario(AgentKinds kinds) => _template.With(Target.Assignments, kinds);
}

/// <summary>A parameter that is fitted.</summary>
public sealed class CalibratedParameter
{
    readonly ValueRange _range;

    internal CalibratedParameter(string path, string label, ValueRange range, double start) =>
        (Path, Label, _range, Start) = (path, label, range, start);

    public string Path { get; }

    /// <summary>What people call it.</summary>
    public string Label { get; }

    /// <summary>Where the search begins, as a share of the range.</summary>
    public double Start { get; }

    public bool IsLogarithmic => _range.IsLogarithmic;

    /// <summary>What its numbers are counted in; empty if they have no unit.</summary>
    public string Unit => _range.Unit;

    /// <summary>The value at a share of the range, as a scenario has it.</summary>
    public string TextAt(double share) => _range.At(share).Text;

    /// <summary>The value at a share of the range, before it is rounded, in its unit.</summary>
    public double NumberAt(double share) => _range.NumberAt(share);

    internal Node NodeAt(double share) => _range.At(share);
}

/// <summary>A moment that is fitted: a measure of <c>metrics.json</c>, or its logarithm.</summary>
/// <param name="Measure">The path of the measure in the scenario's runs, or its last parts.</param>
/// <param name="TargetMeasure">The path in the target, or its last parts.</param>
/// <param name="IsLogarithmic">Whether ratios count, not differences.</param>
public sealed record CalibratedMoment(string Measure, string TargetMeasure, bool IsLogarithmic);

/// <summary>Where the targets of the moments come from.</summary>
/// <param name="Metrics">Files <c>metrics.json</c>, or folders of runs, whose mean is the target.</param>
/// <param name="Assignments">Of a synthetic target: the values of the parameters that shall be found again.</param>
/// <param name="Seeds">Of a synthetic target; empty if it is not.</param>
/// <param name="Values">Published numbers by measure.</param>
public sealed record CalibrationTarget(
    IReadOnlyList<string> Metrics, IReadOnlyList<(string Path, Node Value)> Assignments, IReadOnlyList<ulong> Seeds,
    IReadOnlyList<(string Measure, double Value)> Values)
{
    /// <summary>The known value of a parameter in its unit; null if it is not known.</summary>
    public double? TruthOf(CalibratedParameter parameter) =>
        Assignments.FirstOrDefault(one => one.Path == parameter.Path).Value is ScalarNode written
            ? WrittenNumber.TryRead(written.Text)?.Number
            : null;
}

/// <summary>How the distances of several moments become one number.</summary>
public enum MomentWeighting
{
    /// <summary>Each moment by the inverse of its variance.</summary>
    Diagonal,

    /// <summary>All moments by the inverse of their covariance, which the bootstrap estimates.</summary>
    Bootstrap,
}
