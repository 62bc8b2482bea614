namespace Rialto.Verification;

/// <summary>All checks, in the order in which they are shown.</summary>
public static class Literature
{
    public static IReadOnlyList<Check> Checks { get; } =
    [
        new ZeroIntelligenceScaling(),
    ];
}
