using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Acceptance;

/// <summary>
/// The pieces of code that docs/agents.md and docs/matching.md show beside the sample: here they are compiled.
/// </summary>
public sealed class Excerpts(IReadOnlyList<Stage> stages, FundamentalValue value, AgentNumber number, Duration pause)
    : Agent
{
    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        await market.Sleep(Duration.FromMilliseconds(500));
        await market.Until(Timestamp.Zero + Duration.FromSeconds(30));
        await market.NextTrade();
        await market.NextAnswer();
        Signals happened = await market.Next(Signals.Trade | Signals.Private, market.Now + pause);

        EnterOrders(market, value.At(market.Now));
        bool isTrade = (happened & Signals.Trade) != 0;
        while (market.IsOpen && isTrade)
            await BuyWithPatience(market, value.At(market.Now) - Ticks(number.Value));

        foreach (Stage stage in stages)
            await market.Sleep(stage.Length);
    }

    static void EnterOrders(IMarketAccess market, Price price)
    {
        market.Enter(Order.Limit(Side.Sell, new Quantity(100), price).Iceberg(new Quantity(10)));
        market.Enter(Order.StopLimit(
            Side.Sell, new Quantity(5), trigger: price - Ticks(20), price - Ticks(25)).GoodTillCanceled());
        market.Enter(Order.MidpointPeg(Side.Buy, new Quantity(50), price).AtLeast(new Quantity(20)));
        market.Enter(
            Order.Limit(Side.Buy, Quantity.One, price).PreventSelfMatch(OrderFlags.CancelResting).ImmediateOrCancel());
    }

    async AgentTask BuyWithPatience(IMarketAccess market, Price limit)
    {
        ClientOrderId order = market.Enter(Order.Limit(Side.Buy, Quantity.One, limit).PostOnly());
        await market.Sleep(Random.NextExponential(pause));
        market.Cancel(order);
    }
}

/// <summary>A part of a plan.</summary>
public sealed record Stage(Duration Length, Quantity Lots, Price? Limit);
