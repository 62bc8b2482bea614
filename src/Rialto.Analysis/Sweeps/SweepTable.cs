namespace Rialto.Analysis;

/// <summary>What a sweep found: a cell for every combination of values, a run for every seed that is done.</summary>
/// <param name="Parameters">What differs between cells.</param>
/// <param name="Cells">In the order of the sweep.</param>
/// <param name="Seeds">How many runs each cell has when the sweep is complete.</param>
public sealed record SweepTable(IReadOnlyList<SweptParameter> Parameters, IReadOnlyList<SweptCell> Cells, int Seeds)
{
    /// <summary>The paths of all measures that any run has, in the order of <c>metrics.json</c>.</summary>
    public IReadOnlyList<string> Measures { get; } =
        [.. Cells.SelectMany(cell => cell.Runs).SelectMany(run => run.Measures).Select(measure =>
            measure.Key).Distinct()];

    /// <summary>What a cell is compared with: the first value of the first parameter, all others the same.</summary>
    /// <returns>Null if it is that cell itself, or if the first parameter is sampled.</returns>
    public SweptCell? BaselineOf(SweptCell cell) =>
        Parameters is [{ IsSampled: false }, ..] && cell.Values[0] != Cells[0].Values[0]
        ? Cells.FirstOrDefault(other => other.Values[0] == Cells[0].Values[0]
            && other.Values.Skip(1).SequenceEqual(cell.Values.Skip(1)))
        : null;

    /// <summary>The mean over seeds by how much a measure differs from the baseline with the same seed.</summary>
    /// <remarks>Common random numbers: A. M. Law, Simulation Modeling and Analysis, 5th ed. 2015, 11.2.</remarks>
    public MeanInterval? DifferenceOf(SweptCell cell, string measure) => BaselineOf(cell) is not { } baseline ? null
        : MeanInterval.Of([.. from run in cell.Runs
                              join other in baseline.Runs on run.Seed equals other.Seed
                              let difference = run.ValueOf(measure) - other.ValueOf(measure)
                              where difference.HasValue
                              select difference.Value]);
}

/// <summary>Something that differs between cells.</summary>
/// <param name="Path">In the scenario.</param>
/// <param name="Label">For people.</param>
/// <param name="Unit">Of its numbers; empty if they have none.</param>
/// <param name="IsSampled">Whether nearly every cell has a value of its own.</param>
/// <param name="IsLogarithmic">Whether its values are spaced by ratios.</param>
public sealed record SweptParameter(string Path, string Label, string Unit, bool IsSampled, bool IsLogarithmic);

/// <summary>A value of a parameter.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Number">In the parameter's unit; null if it is not a number.</param>
public readonly record struct SweptValue(string Text, double? Number);

/// <summary>A combination of values, and the runs that were done with it.</summary>
/// <param name="Values">In the order of the parameters.</param>
/// <param name="Runs">In the order of the seeds; failed runs have no measures.</param>
public sealed record SweptCell(IReadOnlyList<SweptValue> Values, IReadOnlyList<SweptRun> Runs)
{
    /// <summary>The mean of a measure over the runs that have it.</summary>
    public MeanInterval? MeanOf(string measure) =>
        MeanInterval.Of(
            [.. Runs.Select(run => run.ValueOf(measure)).Where(value => value.HasValue).Select(value => value!.Value)]);
}

/// <summary>A run of a sweep.</summary>
/// <param name="Hash">Of its configuration.</param>
/// <param name="Status">Complete or failed.</param>
/// <param name="EventsHash">Of its events; null if it failed.</param>
/// <param name="Measures">By their paths in <c>metrics.json</c>.</param>
public sealed record SweptRun(
    ulong Seed, string Hash, string Status, long Events, string? EventsHash,
    IReadOnlyList<KeyValuePair<string, double?>> Measures)
{
    readonly Dictionary<string, double?> _values = new(Measures);

    /// <summary>Null if the run says nothing about it.</summary>
    public double? ValueOf(string measure) => _values.GetValueOrDefault(measure);
}
