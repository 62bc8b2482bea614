namespace Rialto.Verification;

/// <summary>What came out for one claim of a check.</summary>
/// <param name="Check">The check.</param>
/// <param name="Claim">The published number.</param>
/// <param name="Observed">Ours, with the interval around it.</param>
public sealed record CheckResult(Check Check, Claim Claim, ConfidenceInterval Observed)
{
    /// <summary>The name of the check, and what it says there.</summary>
    public string Name => $"{Check.Name}: {Claim.Quantity}";

    /// <summary>
    /// The whole interval lies within the tolerance: it is not enough that too little was run to see a difference.
    /// </summary>
    public bool Passes =>
        Observed.Low >= Claim.Published - Claim.Tolerance && Observed.High <= Claim.Published + Claim.Tolerance;
}
