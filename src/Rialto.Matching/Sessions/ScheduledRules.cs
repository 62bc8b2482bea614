using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Trade by another rule in the phases of a schedule and within price bands; where one of them ends trading, call
/// auctions find the price at which it begins and ends.
/// </summary>
public sealed record ScheduledRules : InstitutionRules
{
    /// <summary>
    /// How the listing trades continuously: a continuous double auction, or a frequent batch auction.
    /// </summary>
    public required InstitutionRules Inner
    {
        get;
        init
        {
            if (value is not (ContinuousRules or BatchRules))
                throw new ArgumentException($"A {value.Description} has no trading sessions.", nameof(Inner));
            field = value;
        }
    }

    /// <summary>The phases; null to trade all the time.</summary>
    public TradingSchedule? Schedule { get; init; }

    /// <summary>The prices at which it may trade; null for all. Only for a continuous double auction.</summary>
    public PriceBands? Bands { get; init; }

    /// <summary>How long orders are collected after a halt; zero to collect none.</summary>
    public Duration Reopening
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.Nanoseconds, nameof(Reopening));
            field = value;
        }
    }

    /// <summary>What the public sees while orders are collected, and in a halt.</summary>
    public BookDisplay Display { get; init; } = BookDisplay.Indicative;

    /// <summary>Who trades at the margin: by time, or in proportion.</summary>
    public Rationing Rationing
    {
        get;
        init => field = value != Rationing.RandomByAge
            ? value
            : throw new ArgumentException("A call does not draw lots.", nameof(value));
    } = Rationing.Time;

    public override string Description => (Schedule, Bands) switch
    {
        (null, null) => Inner.Description,
        (null, _) => $"{Inner.Description} within price bands",
        (_, null) => $"{Inner.Description} in trading sessions",
        _ => $"{Inner.Description} in trading sessions and within price bands",
    };

    public override bool ShowsOrders => Inner.ShowsOrders && Display == BookDisplay.Open;

    public override bool IsReferred => Inner.IsReferred;

    internal override IInstitution Open(Book book, RandomStream lots)
    {
        if (Bands is not null && Inner is not ContinuousRules)
            throw new ArgumentException("Only a continuous double auction trades within price bands.");

        IInstitution inner = Inner.Open(book, lots);
        book.Publication.ShowsOrders = ShowsOrders;
        return new TradingSession(book, (ISuspendable)inner, this, lots);
    }
}
