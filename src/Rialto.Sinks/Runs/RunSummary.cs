namespace Rialto.Sinks;

/// <summary>One line about a run, as its manifest tells it. What the manifest does not tell is null.</summary>
/// <param name="Path">The run's folder, relative to the root of the catalogue, with slashes.</param>
/// <param name="Status">A word of <see cref="RunStatus"/>: running, completed, failed, stopped.</param>
/// <param name="Events">How many events the run had.</param>
/// <param name="WallSeconds">How long it took, in seconds of the wall clock.</param>
/// <param name="Started">When it began, by the wall clock.</param>
/// <param name="Problem">Why the manifest could not be read, in one line; null if it could.</param>
public sealed record RunSummary(
    string Path, string? Name, string? Status, ulong? Seed, long? Events, double? WallSeconds, DateTimeOffset? Started,
    string? Problem);
