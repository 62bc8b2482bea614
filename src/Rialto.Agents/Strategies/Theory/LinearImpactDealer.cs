using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Quotes a book of constant density around its fair price, and moves that price by what it had to take: impact that is
/// linear.
/// </summary>
/// <remarks>
/// A market order of n lots trades at fair ∓ (half spread + n · step / 2 ÷ lots per step) on average: temporary impact.
/// The fair price is the value, less the permanent impact of all lots sold to the dealer so far. Source: the price
/// model of Almgren and Chriss, "Optimal execution of portfolio transactions", J. Risk 3(2), 2000; books of constant
/// density: Obizhaeva and Wang, J. Financial Markets 16(1), 2013.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="halfSpread">From the fair price to the nearest quote, less half a step.</param>
/// <param name="step">From one quote to the next.</param>
/// <param name="quantity">Lots at each.</param>
/// <param name="steps">Quotes on each side.</param>
/// <param name="permanentImpact">Currency by which a lot taken moves the fair price.</param>
[Population("linear-impact-dealers")]
public sealed class LinearImpactDealer(
    FundamentalValue value, Ticks halfSpread, Ticks step, Quantity quantity, int steps, decimal permanentImpact = 0)
    : Agent
{
    readonly Ticks _step =
        step.Count > 0 ? step : throw new ArgumentOutOfRangeException(nameof(step), "A step is above zero.");

    /// <summary>The price that it holds fair.</summary>
    /// <param name="worth">The value.</param>
    /// <param name="taken">Lots that it has bought, less those that it has sold.</param>
    /// <param name="impact">Ticks per lot.</param>
    public static Price Fair(Price worth, long taken, double impact) => worth - Ticks((long)Math.Round(impact * taken));

    /// <summary>One of its quotes.</summary>
    /// <param name="rung">From 0, nearest to the fair price.</param>
    public static Price Rung(Side side, Price fair, Ticks halfSpread, Ticks step, int rung) =>
        fair - Ticks(side.Sign * (halfSpread.Count + (rung * step.Count) + (step.Count / 2)));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        double impact = (double)(permanentImpact / market.Instrument(market.Home.Instrument).TickSize);
        long opening = market.Inventory();
        while (market.IsOpen)
        {
            long taken = market.Inventory() - opening;
            Price fair = Fair(value.At(market.Now), taken, impact);
            market.CancelAll();
            for (int rung = 0; rung < steps; rung++)
            {
                market.Enter(Order.Limit(Side.Buy, quantity, Rung(Side.Buy, fair, halfSpread, _step, rung)));
                market.Enter(Order.Limit(Side.Sell, quantity, Rung(Side.Sell, fair, halfSpread, _step, rung)));
            }

            // Until somebody has traded, or the value has moved.
            while (market.IsOpen
                && market.Inventory() - opening == taken
                && Fair(value.At(market.Now), taken, impact) == fair)
                await market.Next(Signals.Time | Signals.Private, value.NextMove(market.Now));
        }
    }
}
