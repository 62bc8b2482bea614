namespace Rialto.Analysis;

/// <summary>Whether a market shows a stylized fact.</summary>
public enum Verdict : byte
{
    /// <summary>The data do not permit to say; the outcome tells why.</summary>
    NotApplicable,

    /// <summary>It does.</summary>
    Holds,

    /// <summary>It does not.</summary>
    Fails,
}
