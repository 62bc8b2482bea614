namespace Rialto.Analysis;

/// <summary>What a report says about its run beyond what the run itself shows.</summary>
/// <param name="Name">The scenario's name.</param>
/// <param name="Description">What the scenario is about, in a sentence or two; empty if it does not say.</param>
/// <param name="Citation">Where it comes from; empty if it does not say.</param>
/// <param name="Seed">The run's seed; null if nothing in it was left to chance.</param>
/// <param name="Version">Of Rialto, for example <c>0.1.0</c>.</param>
/// <param name="Command">What to type to repeat the run.</param>
public sealed record ReportHeading(
    string Name, string Description, string Citation, ulong? Seed, string Version, string Command);
