using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Renews a ladder of quotes at regular times, one tick apart from the market's own spread outwards.</summary>
/// <remarks>
/// Cancels what rests, asks for the spread, and puts an order of random size at each level: midpoint ∓ half the spread
/// ∓ level. Where a side is empty, it quotes around the last trade instead. Source: the MarketMakerAgent of ABIDES
/// (configuration rmsc01, arXiv 1904.12066); ladders: Chakraborty and Kearns, "Market making and mean reversion", EC
/// 2011.
/// </remarks>
/// <param name="opening">The price before anybody has traded.</param>
/// <param name="interval">The time between two wakes.</param>
/// <param name="levels">Levels on each side.</param>
/// <param name="size">How large an order is: laws with weights.</param>
/// <param name="halfSpread">The distance of the first level while the market has no spread.</param>
[Population("ladder-makers")]
public sealed class LadderMaker(
    Price opening, Duration interval, int levels, IReadOnlyList<SizeLaw> size, Ticks halfSpread)
    : Agent
{
    readonly OrderSize _size = new(size);
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The time between two wakes is above zero.");

    /// <summary>Where the ladder stands: the centre is cut to whole ticks, and so is half the spread.</summary>
    /// <param name="quote">What others quote.</param>
    /// <param name="last">The last price, for when a side is empty.</param>
    /// <param name="halfSpread">Half of the spread, likewise.</param>
    public static LadderRungs Place(in Quote quote, Price last, Ticks halfSpread)
    {
        Price centre = quote.Midpoint is { } midpoint ? midpoint.Down : last;
        Ticks half = quote.Spread is { } spread ? new Ticks(spread.Count / 2) : halfSpread;
        return new(centre - half, centre + half, new Ticks(1));
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(_interval);
            market.CancelEach();
            await market.RoundTrip(market.Home);
            market.TryQuote(out Quote quote);
            LadderRungs rungs = Place(quote, market.TryLastTrade(out Trade last) ? last.Price : opening, halfSpread);
            for (int rung = 0; rung < levels; rung++)
            {
                Quantity lots = _size.Draw(Random);
                market.Enter(Order.Limit(Side.Buy, lots, rungs.Of(Side.Buy, rung)));
                market.Enter(Order.Limit(Side.Sell, lots, rungs.Of(Side.Sell, rung)));
            }
        }
    }
}
