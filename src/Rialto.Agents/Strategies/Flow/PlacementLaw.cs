namespace Rialto.Agents;

/// <summary>How probable each distance is at which a limit order is placed.</summary>
public enum PlacementLaw : byte
{
    /// <summary>
    /// All distances alike: Daniels, Farmer, Gillemot, Iori and Smith, Physical Review Letters 90, 108102, 2003.
    /// </summary>
    Uniform,

    /// <summary>∝ e^(−d / scale).</summary>
    Exponential,

    /// <summary>
    /// ∝ d^(−scale): Bouchaud, Mézard and Potters, Quantitative Finance 2, 2002; Cont, Stoikov and Talreja, Operations
    /// Research 58, 2010.
    /// </summary>
    PowerLaw,
}
