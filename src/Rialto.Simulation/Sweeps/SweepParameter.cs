namespace Rialto.Simulation;

/// <summary>Something that differs between the cells of a sweep.</summary>
/// <param name="Path">The path in the scenario, or <c>treatment</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Unit">Of the values' numbers; empty if they have none.</param>
/// <param name="IsSampled">
/// Whether its values come from a Latin hypercube, so that nearly every cell has one of its own.
/// </param>
/// <param name="IsLogarithmic">Whether its range was spaced by ratios.</param>
public sealed record SweepParameter(string Path, string Label, string Unit, bool IsSampled, bool IsLogarithmic);

/// <summary>One value of a parameter.</summary>
/// <param name="Label">As it was written, for people.</param>
/// <param name="Number">In the parameter's unit; null if any of the parameter's values is not a number.</param>
/// <param name="Assignments">What it puts into the scenario, by path.</param>
public sealed record SweepValue(string Label, double? Number, IReadOnlyList<(string Path, Node Value)> Assignments);
