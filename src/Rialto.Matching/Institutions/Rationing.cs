namespace Rialto.Matching;

/// <summary>
/// Which orders of a batch trade if not all that accept its price can. A better price always goes first.
/// </summary>
public enum Rationing : byte
{
    /// <summary>
    /// At one price the orders of earlier batches, and by lot among those of the same one: the rule of the LEEPS
    /// exchange.
    /// </summary>
    RandomByAge,

    /// <summary>At one price the earlier order.</summary>
    Time,

    /// <summary>
    /// The orders at the price at which the lots run out share what is left in proportion to what they have left: the
    /// whole lots of each share, and the lots left over one each to the largest remainders, of equal ones to the
    /// earlier order.
    /// </summary>
    ProRata,
}
