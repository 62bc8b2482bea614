using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Sleeps, then sends one order of random side, price and size: as large as its account can carry.</summary>
/// <remarks>
/// The price is the midpoint, give or take its square root; the opening price while the book is empty. It never
/// cancels. Source: the async random-trader study (Corwinpro/async_exchange); a zero-intelligence trader in the sense
/// of Gode and Sunder, J. Political Economy 101(1), 1993.
/// </remarks>
/// <param name="sleep">It sleeps uniformly from zero up to this, which is above zero.</param>
/// <param name="opening">The price to begin with.</param>
[Population("random-traders")]
public sealed class RandomTrader(Duration sleep, Price opening) : Agent
{
    readonly Duration _sleep = sleep > Duration.Zero
        ? sleep
        : throw new ArgumentOutOfRangeException(nameof(sleep), "A trader that never sleeps does not let time pass.");

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextDuration(_sleep));
            if (market.IsOpen && Decide(market, Random.NextSide()) is { } order)
                market.Enter(order);
        }
    }

    Order? Decide(IMarketAccess market, Side side)
    {
        bool hasQuote = market.TryQuote(out Quote quote) && (quote.Bid ?? quote.Ask) is not null;
        Price price = opening;
        if (hasQuote)
        {
            Price centre = Midpoint.Between((quote.Bid ?? quote.Ask)!.Value, (quote.Ask ?? quote.Bid)!.Value).Down;
            long reach = (long)Math.Sqrt(Math.Max(0, centre.Ticks));
            price = centre + Ticks(Random.NextBetween(-reach, reach));
        }

        // While the book is empty the study sizes sells by money too.
        long most = side == Side.Buy || !hasQuote
            ? market.Cash.Units / Math.Max(1, market.Worth(1, price).Units)
            : market.Inventory();
        return most < 1
            ? null
            : Order.Limit(side, new Quantity(Random.NextBetween(1, most)), price).GoodTillCanceled();
    }
}
