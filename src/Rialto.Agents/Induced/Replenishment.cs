namespace Rialto.Agents;

/// <summary>When traders are given the units of a period.</summary>
public enum Replenishment : byte
{
    /// <summary>All at its beginning: the trading days of Smith's experiments.</summary>
    Together,

    /// <summary>
    /// Each at a uniformly random instant of its own: customers that arrive at Poisson times, one per trader and
    /// period, as <c>drip-poisson</c> of the Bristol Stock Exchange, whose last customer comes just at the end.
    /// </summary>
    Drip,
}
