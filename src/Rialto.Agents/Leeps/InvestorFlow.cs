using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Exogenous order flow: unit limit orders of random side at Poisson times, buys below and sells above the fundamental
/// value, each for a limited time.
/// </summary>
/// <remarks>
/// Price = value ∓ offset + Normal(bias, deviation), cut to whole ticks and rounded to the grid.
/// Source: the investors ("rabbits") of the LEEPS market simulator, Leeps-Lab/financial_market_simulator.
/// </remarks>
/// <param name="value">What the asset is worth.</param>
/// <param name="rate">Orders per second.</param>
/// <param name="offset">How far from the value the mean buy and sell price lie.</param>
/// <param name="deviation">The standard deviation of the price.</param>
/// <param name="grid">The price grid.</param>
/// <param name="lifetime">How long an order stays, from its arrival at the venue.</param>
/// <param name="bias">The mean of the noise.</param>
[Population("investors")]
public sealed class InvestorFlow(
    FundamentalValue value, Rate rate, Ticks offset, Ticks deviation, Ticks grid, Duration lifetime,
    Ticks bias = default) : Agent
{
    readonly Ticks _deviation = deviation.Count >= 0
        ? deviation
        : throw new ArgumentOutOfRangeException(nameof(deviation), "A deviation is zero or more.");
    readonly Ticks _grid =
        grid.Count > 0 ? grid : throw new ArgumentOutOfRangeException(nameof(grid), "A price grid is above zero.");
    readonly Duration _lifetime = lifetime > Duration.Zero
        ? lifetime
        : throw new ArgumentOutOfRangeException(nameof(lifetime), "An order lives for some time.");
    Price? _lastPrice;

    public override IEnumerable<StateValue> Describe()
    {
        yield return StateValue.Of("delay", Market.OrderLatency);
        yield return StateValue.Of("net_worth", Market.Cash + Market.Worth(Market.Inventory(), _lastPrice ?? default));
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        market.Report("market_start");
        Timestamp next = market.Now + Random.NextExponential(rate.MeanInterval);
        while (market.IsOpen)
        {
            await market.Next(Signals.Time | Signals.Private, next);
            if (!market.IsOpen || market.Now < next)
                continue;

            Side side = Random.NextSide();
            double centre = value.At(market.Now).Ticks - ((double)side.Sign * offset.Count);
            Price price = PriceGrid.Round((long)(centre + Random.NextNormal(bias.Count, _deviation.Count)), _grid);
            market.Enter(Order.Limit(side, Quantity.One, price).Until(market.Now + market.OrderLatency + _lifetime));
            next = market.Now + Random.NextExponential(rate.MeanInterval);
        }

        market.Report("market_end");
    }

    protected override void OnAccepted(Listing listing, in MarketEvent accepted) => Market.Report("A");

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => Market.Report("C");

    protected override void OnExecution(Listing listing, in MarketEvent execution)
    {
        _lastPrice = execution.Price;
        Market.Report("E");
    }
}
