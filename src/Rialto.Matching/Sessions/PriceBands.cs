using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// The prices at which a continuous auction may trade. A match outside of them is not made: trading is interrupted, and
/// an auction finds the new price.
/// </summary>
public sealed record PriceBands
{
    /// <summary>Around the price of the last auction; null for none.</summary>
    public PriceBand? Static { get; init; }

    /// <summary>Around the last price traded before the request that would trade; null for none.</summary>
    public PriceBand? Dynamic { get; init; }

    /// <summary>
    /// What both are around before there was an auction or a trade; null to have no bands until then.
    /// </summary>
    public Price? Reference { get; init; }

    /// <summary>How long orders are collected when trading is interrupted. Strictly positive.</summary>
    public required Duration Interruption
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Nanoseconds, nameof(Interruption));
            field = value;
        }
    }

    /// <summary>
    /// By how much the end of an interruption may be put off, by lot, so that nobody can wait for it.
    /// </summary>
    public Duration RandomEnd
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.Nanoseconds, nameof(RandomEnd));
            field = value;
        }
    }
}
