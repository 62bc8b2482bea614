using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Collect orders, and let them all trade at one price at regular instants.</summary>
public sealed record BatchRules : InstitutionRules
{
    /// <summary>The time between two batches. Strictly positive.</summary>
    public required Duration Interval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, Phase);
            field = value;
        }
    }

    /// <summary>
    /// When the first batch is; not negative, and shorter than the interval. If it is zero, the first batch is after
    /// one interval.
    /// </summary>
    public Duration Phase
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.Nanoseconds);
            if (Interval > Duration.Zero)
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, Interval);

            field = value;
        }
    }

    public BatchPrice Price { get; init; } = BatchPrice.MidpointUp;

    public Rationing Rationing { get; init; } = Rationing.RandomByAge;

    public override string Description =>
        $"frequent batch auction every {Interval}"
        + (Phase == Duration.Zero ? "" : $" from {Phase} on")
        + (Price == BatchPrice.MidpointUp ? "" : $", {WordOf(Price)} price")
        + (Rationing == Rationing.RandomByAge ? "" : $", {WordOf(Rationing)} rationing");

    internal override IInstitution Open(Book book, RandomStream lots)
    {
        book.KeepPublished();
        return new FrequentBatchAuction(book, this, lots);
    }

    static string WordOf(BatchPrice price) => price switch
    {
        BatchPrice.Midpoint => "midpoint",
        BatchPrice.Buyer => "buyer's",
        BatchPrice.Seller => "seller's",
        _ => "midpoint-up",
    };

    static string WordOf(Rationing rationing) => rationing switch
    {
        Rationing.Time => "time",
        Rationing.ProRata => "pro-rata",
        _ => "random-by-age",
    };
}
