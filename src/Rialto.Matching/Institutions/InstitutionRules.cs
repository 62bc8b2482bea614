using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The rule of trading that a listing shall have, as data.</summary>
public abstract record InstitutionRules
{
    private protected InstitutionRules() { }

    /// <summary>In a few words, for reports: <c>continuous double auction</c>.</summary>
    public abstract string Description { get; }

    /// <param name="book">The listing's empty book.</param>
    /// <param name="lots">Draws lots where the rule leaves an order of precedence to chance.</param>
    internal abstract IInstitution Open(Book book, RandomStream lots);
}

/// <summary>Trade whenever two orders cross, at the price of the one that was there first.</summary>
public sealed record ContinuousRules : InstitutionRules
{
    public override string Description => "continuous double auction";

    internal override IInstitution Open(Book book, RandomStream lots) => new ContinuousDoubleAuction(book);
}

/// <summary>Collect orders, and let them all trade at one price at regular instants.</summary>
public sealed record BatchRules : InstitutionRules
{
    /// <summary>The time between two batches; the first one is at this time. Strictly positive.</summary>
    public required Duration Interval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Nanoseconds);
            field = value;
        }
    }

    public override string Description => $"frequent batch auction every {Interval}";

    internal override IInstitution Open(Book book, RandomStream lots)
    {
        book.KeepPublished();
        return new FrequentBatchAuction(book, Interval, lots);
    }
}
