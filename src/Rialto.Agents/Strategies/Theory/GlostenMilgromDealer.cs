using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Quotes one lot at what the asset would be worth to it if somebody bought, and if somebody sold, and learns from who
/// does.
/// </summary>
/// <remarks>
/// The asset is worth one of two prices; a share of those who come know which. So a purchase says that the value may be
/// high. Ask = E[value | the next one buys], bid = E[value | sells], to the nearest tick. Source: Glosten and Milgrom,
/// "Bid, ask and transaction prices in a specialist market with heterogeneously informed traders", J. Financial
/// Economics 14(1), 1985.
/// </remarks>
/// <param name="low">One value.</param>
/// <param name="high">The other.</param>
/// <param name="probability">Of the high one, at the beginning.</param>
/// <param name="informed">The share of those who know, as it believes.</param>
[Population("glosten-milgrom-dealers")]
public sealed class GlostenMilgromDealer(Price low, Price high, double probability, double informed) : Agent
{
    readonly double _informed = informed is >= 0 and < 1
        ? informed
        : throw new ArgumentOutOfRangeException(
            nameof(informed), "A share is from 0 to below 1: if all knew, nobody could trade.");

    double _probability = probability is > 0 and < 1
        ? probability
        : throw new ArgumentOutOfRangeException(
            nameof(probability), "A probability between 0 and 1: else nothing is left to learn.");

    /// <summary>The probability of the high value after somebody has bought or sold: Bayes' rule.</summary>
    /// <param name="probability">Before.</param>
    /// <param name="side">What the customer did.</param>
    /// <param name="informed">The share of those who know; the others buy and sell equally often.</param>
    public static double After(double probability, Side side, double informed)
    {
        double ifHigh = probability * (1 + (side.Sign * informed));
        double ifLow = (1 - probability) * (1 - (side.Sign * informed));
        return ifHigh / (ifHigh + ifLow);
    }

    public override IEnumerable<StateValue> Describe()
    {
        yield return StateValue.Of("probability", _probability);
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            market.CancelAll();
            market.Enter(Order.Limit(Side.Sell, Quantity.One, Worth(After(_probability, Side.Buy, _informed))));
            market.Enter(Order.Limit(Side.Buy, Quantity.One, Worth(After(_probability, Side.Sell, _informed))));
            market.Report("quotes");
            double before = _probability;
            while (market.IsOpen && before == _probability)
                await market.NextAnswer();
        }
    }

    /// <summary>Its bid was executed: somebody has sold.</summary>
    protected override void OnExecution(Listing listing, in MarketEvent execution) =>
        _probability = After(_probability, execution.Side.Opposite, _informed);

    Price Worth(double belief) => low + Ticks((long)Math.Round(belief * (high - low).Count));
}
