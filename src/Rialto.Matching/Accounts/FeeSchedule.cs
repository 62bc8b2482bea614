using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What a venue charges, once a participant has traded so many lots there.</summary>
/// <param name="FromLots">
/// Lots that the participant has traded at this venue, both sides and all instruments, before the execution.
/// </param>
/// <param name="Maker">For an order that was resting.</param>
/// <param name="Taker">For an order that was incoming.</param>
/// <param name="Auction">For an order that traded in an auction.</param>
public sealed record FeeTier(long FromLots, Fee Maker, Fee Taker, Fee Auction)
{
    internal Fee For(Liquidity liquidity) => liquidity switch
    {
        Liquidity.Added => Maker,
        Liquidity.Removed => Taker,
        _ => Auction,
    };
}

/// <summary>A venue's fees, by how much a participant has traded there since the market began.</summary>
public sealed class FeeSchedule
{
    /// <param name="tiers">The first from zero lots, each later one from more than the one before.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public FeeSchedule(params IReadOnlyList<FeeTier> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        if (tiers.Count == 0 || tiers[0].FromLots != 0)
            throw new ArgumentException("The first tier begins with the first lot.", nameof(tiers));
        if (tiers.Zip(tiers.Skip(1)).Any(pair => pair.First.FromLots >= pair.Second.FromLots))
            throw new ArgumentException("Each tier begins after the one before it.", nameof(tiers));

        Tiers = [.. tiers];
        Fee[] fees = [.. Tiers.SelectMany(tier => (Fee[])[tier.Maker, tier.Taker, tier.Auction])];
        Highest = new Fee(Math.Max(0, fees.Max(fee => fee.PerLot)), Math.Max(0, fees.Max(fee => fee.Millionths)));
        Largest = new Fee(fees.Max(fee => Math.Abs(fee.PerLot)), fees.Max(fee => Math.Abs(fee.Millionths)));
    }

    public IReadOnlyList<FeeTier> Tiers { get; }

    /// <summary>No execution costs more than this; never a rebate.</summary>
    internal Fee Highest { get; }

    /// <summary>
    /// No execution moves more cash than this between its account and the house, in either direction.
    /// </summary>
    internal Fee Largest { get; }
}
