using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Knows what the asset is worth, and trades on it little by little, so that noise hides it: Kyle's insider.
/// </summary>
/// <remarks>
/// Before each auction it demands β (value − last price) lots at market. Source: Kyle, "Continuous auctions and insider
/// trading", Econometrica 53(6), 1985; β by <see cref="KyleEquilibrium"/>.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="prior">What everybody else expects it to be worth.</param>
/// <param name="valueDeviation">The standard deviation of that.</param>
/// <param name="noiseDeviation">Lots: the standard deviation of what noise trades in all auctions together.</param>
/// <param name="auctions">In how many auctions it trades.</param>
/// <param name="aggressiveness">It demands so many times what is best.</param>
[Population("kyle-insiders")]
public sealed class KyleInsider(
    FundamentalValue value, Price prior, Ticks valueDeviation, double noiseDeviation, int auctions,
    double aggressiveness = 1) : Agent
{
    readonly IReadOnlyList<KyleAuction> _equilibrium = KyleEquilibrium.Solve(
        auctions, valueDeviation.Count, noiseDeviation);
    Price _last = prior;

    /// <summary>Lots that it demands, negative to sell.</summary>
    /// <param name="intensity">Lots per tick.</param>
    /// <param name="worth">The value.</param>
    /// <param name="last">The last price.</param>
    public static long Demand(double intensity, Price worth, Price last) =>
        (long)Math.Round(intensity * (worth - last).Count);

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        foreach (KyleAuction auction in _equilibrium)
        {
            long lots = Demand(aggressiveness * auction.Intensity, value.At(market.Now), _last);
            if (lots != 0)
                market.Enter(Order.Market(lots > 0 ? Side.Buy : Side.Sell, new Quantity(Math.Abs(lots))));

            await market.Next(Signals.Batch, Timestamp.Never);
        }
    }

    protected override void OnBatch(Listing listing, in BatchResult batch) => _last = batch.Price ?? _last;
}
