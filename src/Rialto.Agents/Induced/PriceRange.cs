using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>All prices from one to another, both included.</summary>
public sealed record PriceRange
{
    /// <param name="lowest">The lowest price.</param>
    /// <param name="highest">The highest price; not below the lowest.</param>
    public PriceRange(Price lowest, Price highest)
    {
        if (highest < lowest)
            throw new ArgumentException($"{highest} ticks is below {lowest}: write the lower price first.");

        (Lowest, Highest) = (lowest, highest);
    }

    public Price Lowest { get; }

    public Price Highest { get; }

    /// <summary>The price nearest to one that may lie outside.</summary>
    public Price Nearest(Price price) => Price.Max(Lowest, Price.Min(Highest, price));

    /// <summary>A price of the range, each equally likely.</summary>
    public Price Draw(RandomStream random) => new(random.NextBetween(Lowest.Ticks, Highest.Ticks));
}
