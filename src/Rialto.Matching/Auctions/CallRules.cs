using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Collect orders, and let all that meet trade at the price at which most do: at regular instants, or on demand.
/// </summary>
public sealed record CallRules : InstitutionRules
{
    /// <summary>The time between two auctions, strictly positive; null to have them on demand only.</summary>
    public Duration? Interval
    {
        get;
        init
        {
            if (value is { } interval)
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval.Nanoseconds, nameof(Interval));
            field = value;
        }
    }

    /// <summary>Auctions are at this time and every interval later, at zero excepted.</summary>
    public Duration Phase
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.Nanoseconds, nameof(Phase));
            field = value;
        }
    }

    /// <summary>What the public sees between two auctions.</summary>
    public BookDisplay Display { get; init; }

    /// <summary>Who trades at the margin: by time, or in proportion.</summary>
    public Rationing Rationing
    {
        get;
        init => field = value != Rationing.RandomByAge
            ? value
            : throw new ArgumentException("A call does not draw lots.", nameof(value));
    } = Rationing.Time;

    public override string Description =>
        Interval is { } interval ? $"call auction every {interval}" : "call auction on demand";

    public override bool ShowsOrders => Display == BookDisplay.Open;

    internal override IInstitution Open(Book book, RandomStream lots) => new CallAuction(book, this);
}
