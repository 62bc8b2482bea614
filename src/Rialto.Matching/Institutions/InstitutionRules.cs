using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The rule of trading that a listing shall have, as data.</summary>
public abstract record InstitutionRules
{
    private protected InstitutionRules() { }

    /// <summary>In a few words, for reports: <c>continuous double auction</c>.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Whether the public may be told of each displayed order: only where it sees the book at all times, or else what
    /// is hidden and shown again would have to be told order by order too.
    /// </summary>
    public virtual bool ShowsOrders => false;

    /// <summary>Whether pegged orders follow quotes told by <see cref="Venue.Refer"/>, not its own.</summary>
    public virtual bool IsReferred => false;

    /// <param name="book">The listing's empty book.</param>
    /// <param name="lots">Draws lots where the rule leaves an order of precedence to chance.</param>
    internal abstract IInstitution Open(Book book, RandomStream lots);
}

/// <summary>At which price two orders trade in a continuous auction.</summary>
public enum PriceRule : byte
{
    /// <summary>That of the order that was there first.</summary>
    Resting,

    /// <summary>Halfway between the two limits, a half tick in favour of the order that was there first.</summary>
    Midpoint,

    /// <summary>
    /// That of the order that was there first; and the house takes what the incoming order would have paid beyond it,
    /// up to its own limit. (The rule of the WebSocket exchange for bot challenges: the exchange keeps the overlap.)
    /// </summary>
    Overlap,
}

/// <summary>Trade whenever two orders cross, at the price of the one that was there first.</summary>
public sealed record ContinuousRules : InstitutionRules
{
    public PriceRule Price { get; init; }

    /// <summary>
    /// Whether pegged orders follow quotes that the market is told, of another venue for example, instead of this
    /// listing's own.
    /// </summary>
    public bool FollowsExternalReference { get; init; }

    public override string Description =>
        Price switch
        {
            PriceRule.Midpoint => "continuous double auction, at the midpoint of two limits",
            PriceRule.Overlap => "continuous double auction, the overlap goes to the house",
            _ => "continuous double auction",
        }
        + (FollowsExternalReference ? ", pegs follow quotes from elsewhere" : "");

    public override bool ShowsOrders => true;

    public override bool IsReferred => FollowsExternalReference;

    internal override IInstitution Open(Book book, RandomStream lots)
    {
        book.Publication.ShowsOrders = ShowsOrders;
        return new ContinuousDoubleAuction(book, this);
    }
}
