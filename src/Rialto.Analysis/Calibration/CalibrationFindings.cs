namespace Rialto.Analysis;

/// <summary>What a calibration found.</summary>
/// <param name="Ending">Why the search ended, in words.</param>
/// <param name="Loss">Of the estimate: the weighted distance of its moments from their targets.</param>
/// <param name="Freedom">How many more moments than parameters there are.</param>
/// <param name="Path">Everything that was tried, in order.</param>
/// <param name="Profiles">For each parameter, what the loss is when only it changes.</param>
/// <param name="Identifiability">Null if some parameter does not move the moments.</param>
/// <param name="Seeds">How many runs each evaluation is the mean of.</param>
/// <param name="Runs">How many runs there were in all.</param>
public sealed record CalibrationFindings(
    IReadOnlyList<FittedParameter> Parameters, IReadOnlyList<FittedMoment> Moments, string Ending, double Loss,
    int Freedom, IReadOnlyList<CalibrationStep> Path, IReadOnlyList<IReadOnlyList<ProfilePoint>> Profiles,
    Identifiability? Identifiability,
    int Seeds, int Runs);

/// <summary>A parameter and its estimate, all numbers in its unit.</summary>
/// <param name="Path">In the scenario.</param>
/// <param name="Label">For people.</param>
/// <param name="Lowest">The lower bound.</param>
/// <param name="Highest">The upper bound.</param>
/// <param name="IsLogarithmic">Whether it was searched by ratios.</param>
/// <param name="Estimate">The value found.</param>
/// <param name="Text">The same as a scenario has it.</param>
/// <param name="StandardError">By the curvature of the loss; null if the moments do not tell it.</param>
/// <param name="Interval">Holds the true value of a true model with 95 %; null if the moments do not tell it.</param>
/// <param name="Truth">The value behind a synthetic target; null if nobody knows it.</param>
public sealed record FittedParameter(
    string Path, string Label, string Unit, double Lowest, double Highest, bool IsLogarithmic, double Start,
    double Estimate, string Text, double? StandardError, (double Low, double High)? Interval, double? Truth);

/// <summary>A moment, simulated and wanted.</summary>
/// <param name="Measure">Its path in <c>metrics.json</c>.</param>
/// <param name="IsLogarithmic">Whether all its numbers are logarithms.</param>
/// <param name="Start">Where the search began; null if it had none there.</param>
/// <param name="Deviation">Of the difference between fitted and target, by chance alone.</param>
public sealed record FittedMoment(
    string Measure, bool IsLogarithmic, double Target, double? Start, double Fitted, double Deviation)
{
    /// <summary>By how many deviations it is off.</summary>
    public double Score => (Fitted - Target) / Deviation;
}

/// <summary>One evaluation: the values that were tried, and their loss.</summary>
/// <param name="Stage">1 with the weights of the start, 2 with those of the first stage's estimate.</param>
/// <param name="Generation">From 1 in each stage.</param>
/// <param name="Values">In the units of the parameters.</param>
/// <param name="Loss">Null if a moment was missing.</param>
/// <param name="Mean">The search's best guess before it, in the units of the parameters.</param>
public sealed record CalibrationStep(
    int Stage, int Generation, IReadOnlyList<double> Values, double? Loss, IReadOnlyList<double> Mean);

/// <summary>The loss at a value of a parameter, the others being at their estimates.</summary>
public readonly record struct ProfilePoint(double Value, double Loss);
