namespace Rialto.Matching;

/// <summary>
/// What an execution costs its participant: so much per lot, and a part of the turnover. A negative fee is a rebate.
/// </summary>
/// <remarks>
/// The part of the turnover is rounded up to the next cash unit, execution by execution: in the house's favour for fees
/// and rebates alike. So an execution never costs more than its lots would if they were executed one by one.
/// </remarks>
public readonly record struct Fee
{
    /// <summary>What a part is counted in.</summary>
    public const long Whole = 1_000_000;

    /// <summary>The largest fee per lot, in cash units, whatever its sign.</summary>
    public const long LargestPerLot = 1_000_000_000;

    /// <param name="perLot">In cash units.</param>
    /// <param name="millionths">Of the turnover: 100 is one basis point.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// It is more than <see cref="LargestPerLot"/>, or than the whole turnover.
    /// </exception>
    public Fee(long perLot, long millionths = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perLot, -LargestPerLot);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perLot, LargestPerLot);
        ArgumentOutOfRangeException.ThrowIfLessThan(millionths, -Whole);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(millionths, Whole);
        (PerLot, Millionths) = (perLot, millionths);
    }

    public long PerLot { get; }

    public long Millionths { get; }

    /// <summary>The fee of one execution, in cash units.</summary>
    /// <param name="lots">Executed.</param>
    /// <param name="turnover">What they cost, in cash units and without its sign.</param>
    public long Of(long lots, long turnover) => (PerLot * lots) + PartOf(turnover);

    long PartOf(long turnover)
    {
        if (Millionths == 0)
            return 0;
        if (turnover > long.MaxValue / Whole)
            return (long)RoundUp((Int128)turnover * Millionths);

        (long part, long rest) = Math.DivRem(turnover * Millionths, Whole);
        return rest > 0 ? part + 1 : part;
    }

    static Int128 RoundUp(Int128 part) => (part / Whole) + (part % Whole > 0 ? 1 : 0);
}
