using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Trades a large order as a share of all that is traded (percentage of volume).</summary>
/// <remarks>
/// Whenever an interval ends, it sends at market what its share lacks. Its own trades are part of the volume. Source:
/// the sell algorithm of the CFTC and SEC, "Findings regarding the market events of May 6, 2010", with 9 %; Kissell and
/// Glantz, Optimal Trading Strategies, 2003.
/// </remarks>
/// <param name="side">To buy or to sell.</param>
/// <param name="quantity">Lots in all.</param>
/// <param name="share">Of the volume, below 1.</param>
/// <param name="every">The interval.</param>
/// <param name="clip">Lots of one order at most.</param>
[Population("pov-orders")]
public sealed class PovOrder(Side side, Quantity quantity, double share, Duration every, Quantity clip) : Agent
{
    readonly double _share = share is > 0 and < 1
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), "A share of the volume is above 0 and below 1.");

    readonly Duration _every = every > Duration.Zero
        ? every
        : throw new ArgumentOutOfRangeException(nameof(every), "An interval is above zero.");
    long _traded;

    /// <summary>Lots to send now.</summary>
    /// <param name="share">Of the volume.</param>
    /// <param name="volume">Lots traded by all so far.</param>
    /// <param name="traded">Of these, its own.</param>
    /// <param name="left">Of its order.</param>
    /// <param name="clip">At most so many.</param>
    public static long Due(double share, long volume, long traded, long left, long clip) =>
        Math.Max(0, Math.Min(Math.Min(left, clip), (long)(share * volume) - traded));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        long before = market.Volume(market.Home);
        while (market.IsOpen && _traded < quantity.Lots)
        {
            await market.Sleep(_every);
            long lots = Due(_share, market.Volume(market.Home) - before, _traded, quantity.Lots - _traded, clip.Lots);
            if (lots > 0)
                market.Enter(Order.Market(side, new Quantity(lots)));
        }
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution) =>
        _traded += execution.Quantity.Lots;
}
