namespace Rialto.Analysis;

/// <summary>The end of a subtitle that names the run's seed.</summary>
static class SeedText
{
    /// <returns><c> · seed 7</c>, or nothing if the run had no seed.</returns>
    public static string Of(ulong? seed) => seed is { } some ? " · seed " + NumberText.Of(some) : "";
}
