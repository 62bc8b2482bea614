namespace Rialto.Matching;

/// <summary>Which orders at the margin of a call auction trade: those at the worst price that still trades, of which some lots are left over.</summary>
public enum CallRationing : byte
{
    /// <summary>The oldest first.</summary>
    Time,

    /// <summary>
    /// All in proportion to their lots, rounded down; the lots that are then still to be had go one each to the oldest.
    /// </summary>
    ProRata,
}
