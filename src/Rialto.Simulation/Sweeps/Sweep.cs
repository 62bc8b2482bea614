namespace Rialto.Simulation;

/// <summary>A set of runs as data: one scenario, parameters that vary, seeds.</summary>
public sealed class Sweep
{
    /// <summary>More combinations than this are taken for a mistake.</summary>
    public const int MostCells = 100_000;

    public required string Name { get; init; }

    /// <summary>What it shows, in a sentence; empty if it does not say.</summary>
    public required string Description { get; init; }

    /// <summary>The publication that it follows; empty if it does not say.</summary>
    public required string Citation { get; init; }

    public required IReadOnlyList<SweepParameter> Parameters { get; init; }

    /// <summary>Every combination of values, the first parameter changing slowest.</summary>
    public required IReadOnlyList<SweepCell> Cells { get; init; }

    /// <summary>Each cell is run with all of them, so cells share their chance.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>
    /// The measures that the report shows, as whole or last parts of their paths in <c>metrics.json</c>; empty for a
    /// choice of its own.
    /// </summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>What each run leaves in a folder of its own.</summary>
    public required KeptFiles Keep { get; init; }

    /// <summary>Where files are looked for that the scenario names.</summary>
    public required string Folder { get; init; }

    public int Runs => Cells.Count * Seeds.Count;
}

/// <summary>One combination of a sweep's values, with the scenario that it makes.</summary>
public sealed class SweepCell
{
    readonly Scenario _scenario;

    internal SweepCell(IReadOnlyList<SweepValue> values, Scenario scenario) => (Values, _scenario) = (values, scenario);

    /// <summary>In the order of the sweep's parameters.</summary>
    public IReadOnlyList<SweepValue> Values { get; }

    /// <summary>One of its runs. Not for two threads at once.</summary>
    public RunSpec SpecOf(ulong seed) => RunSpec.Of(_scenario, seed);
}

/// <summary>What each run of a sweep leaves in a folder of its own; nothing, then it has none.</summary>
/// <param name="Manifest">Who it was and how it went; there if anything is.</param>
/// <param name="Metrics"><c>metrics.json</c>.</param>
/// <param name="Report"><c>report.html</c>.</param>
/// <param name="Record">The files of a run that a scenario may ask for.</param>
public sealed record KeptFiles(bool Manifest, bool Metrics, bool Report, IReadOnlyList<Recording> Record);
