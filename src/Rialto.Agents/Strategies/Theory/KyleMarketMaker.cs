using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Takes the other side of whatever is left over in an auction, at the price that the order flow makes fair.
/// </summary>
/// <remarks>
/// It bids and offers one lot at each step of a straight line through the last price, λ ticks per lot, so that the
/// auction clears at last + λ · (lots bought − lots sold at market): the price that Kyle's market makers set after they
/// have seen the order flow. Source: Kyle, "Continuous auctions and insider trading", Econometrica 53(6), 1985; as
/// limit orders: Kyle, Review of Economic Studies 56(3), 1989.
/// </remarks>
/// <param name="prior">What it expects the asset to be worth.</param>
/// <param name="valueDeviation">The standard deviation of that.</param>
/// <param name="noiseDeviation">Lots: the standard deviation of what noise trades in all auctions together.</param>
/// <param name="auctions">In how many auctions it trades.</param>
/// <param name="depth">Lots that it bids and offers: what is beyond is not traded.</param>
[Population("kyle-market-makers")]
public sealed class KyleMarketMaker(Price prior, Ticks valueDeviation, double noiseDeviation, int auctions, int depth)
    : Agent
{
    readonly IReadOnlyList<KyleAuction> _equilibrium = KyleEquilibrium.Solve(
        auctions, valueDeviation.Count, noiseDeviation);
    Price _last = prior;

    /// <summary>The price of a lot on the line.</summary>
    /// <param name="last">The last price.</param>
    /// <param name="impact">Ticks per lot.</param>
    /// <param name="lot">
    /// Which one of the side, from 1: half a step before the price at which it is the last one traded.
    /// </param>
    public static Price Rung(Side side, Price last, double impact, int lot) =>
        last - Ticks(side.Sign * (long)Math.Round(impact * (lot - 0.5)));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        foreach (KyleAuction auction in _equilibrium)
        {
            market.CancelAll();
            for (int lot = 1; lot <= depth; lot++)
            {
                market.Enter(Order.Limit(Side.Buy, Quantity.One, Rung(Side.Buy, _last, auction.Impact, lot)));
                market.Enter(Order.Limit(Side.Sell, Quantity.One, Rung(Side.Sell, _last, auction.Impact, lot)));
            }

            await market.Next(Signals.Batch, Timestamp.Never);
        }
    }

    protected override void OnBatch(Listing listing, in BatchResult batch) => _last = batch.Price ?? _last;
}
