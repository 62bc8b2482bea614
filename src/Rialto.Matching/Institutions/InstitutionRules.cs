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
