using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Let requests wait for a fixed time before another rule of trading sees them.</summary>
/// <remarks>
/// Everybody and everything: the bump of IEX (350 µs), which makes the venue slower than those that it looks at. Only
/// those who would take: an asymmetric bump, as of TSX Alpha, which leaves makers the time to withdraw a stale quote.
/// Sources: Budish, Cramton and Shim, Quarterly J. Economics 130(4), 2015; Baldauf and Mollner, J. Finance 75(3), 2020.
/// </remarks>
public sealed record SpeedBumpRules : InstitutionRules
{
    /// <summary>The rule of trading behind the bump; not another bump.</summary>
    public required InstitutionRules Inner
    {
        get;
        init
        {
            if (value is SpeedBumpRules)
                throw new ArgumentException("A listing has one speed bump.", nameof(value));

            field = value;
        }
    }

    /// <summary>How long a request waits. Strictly positive.</summary>
    public required Duration Delay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Nanoseconds);
            field = value;
        }
    }

    /// <summary>Which requests wait.</summary>
    public RequestClasses Delays { get; init; } = RequestClasses.All;

    /// <summary>
    /// Whether of these only those wait that could trade on arrival: orders, not post-only, that accept the best
    /// displayed price of the other side. In a batch nobody trades on arrival, so that this needs a continuous auction
    /// behind it.
    /// </summary>
    public bool OnlyTakers { get; init; }

    public override string Description =>
        $"{Inner.Description} behind a speed bump of {Delay}"
        + (OnlyTakers ? " for takers" : "")
        + (Delays == RequestClasses.All ? "" : $" ({Delays.ToString().ToLowerInvariant()})");

    public override bool ShowsOrders => Inner.ShowsOrders;

    public override bool IsReferred => Inner.IsReferred;

    /// <exception cref="ArgumentException">Only takers wait, where nobody takes.</exception>
    internal override IInstitution Open(Book book, RandomStream lots) =>
        OnlyTakers && Inner is not (ContinuousRules or ScheduledRules { Inner: ContinuousRules })
            ? throw new ArgumentException(
                "Nobody takes on arrival but in a continuous auction: a speed bump for takers would delay nobody.")
            : Inner.Open(book, lots);
}
