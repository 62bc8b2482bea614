using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What only some orders have.</summary>
struct SpecialTerms
{
    /// <summary>Where an order that waits becomes active; of a trailing stop, the best price traded so far.</summary>
    public Price Trigger;

    public Ticks Offset;

    /// <summary>Of an iceberg: lots that are not shown yet, and the most that are shown at once.</summary>
    public int Reserve;
    public int Displayed;

    /// <summary>The fewest lots that trade at once.</summary>
    public int Minimum;

    public Timestamp Expiry;

    /// <summary>Whether <see cref="Trigger"/> of a trailing stop is a price that was traded.</summary>
    public bool HasExtreme;
}
