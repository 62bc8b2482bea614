using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Executes a hidden order piece by piece, all on one side; then it begins the next one.</summary>
/// <remarks>
/// The number of pieces has a power-law tail with exponent α, which makes the signs of trades long-memory: their
/// correlation falls as lag^(1 − α). Each piece takes the best opposite price; what does not trade is canceled. Source:
/// Lillo, Mike and Farmer, Physical Review E 71, 066122, 2005 (α = 1.5 on the London Stock Exchange).
/// </remarks>
/// <param name="settings">How often it sends a piece.</param>
/// <param name="pieces">How many pieces a hidden order has: laws with weights.</param>
/// <param name="size">How large a piece is: laws with weights.</param>
[Population("metaorder-traders")]
public sealed class MetaorderTrader(ArrivalPace settings, IReadOnlyList<SizeLaw> pieces, IReadOnlyList<SizeLaw> size)
    : Agent
{
    readonly OrderSize _pieces = new(pieces);
    readonly OrderSize _size = new(size);
    readonly Arrivals _arrivals = new(settings);

    /// <summary>The next piece's order; null if nobody stands on the other side.</summary>
    public static Order? Decide(Side side, Quantity size, in Quote quote) =>
        quote.Best(side.Opposite) is { } price ? Order.Limit(side, size, price).ImmediateOrCancel() : null;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            Side side = Random.NextSide();
            for (long left = _pieces.Draw(Random).Lots; left > 0; left--)
            {
                _arrivals.Begin(market.Now, Random);
                while (market.IsOpen
                    && _arrivals.Advance(market.Now, market.Volume()) is var pause
                    && pause > Duration.Zero)
                    await market.Sleep(pause);

                Quantity lots = _size.Draw(Random);
                if (market.TryQuote(out Quote quote) && Decide(side, lots, quote) is { } order)
                    market.Enter(order);
            }
        }
    }
}
