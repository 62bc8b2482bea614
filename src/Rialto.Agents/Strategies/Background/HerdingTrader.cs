using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Follows the crowd: the more of the recent volume was bought, the likelier it buys.</summary>
/// <remarks>
/// P(buy) = ½ + ½ × conformity × (bought − sold) ÷ (bought + sold), with volumes that decay exponentially. Source:
/// recruitment after Kirman, Quarterly J. of Economics 108(1), 1993; herds as the cause of large moves: Cont and
/// Bouchaud, Macroeconomic Dynamics 4(2), 2000.
/// </remarks>
/// <param name="interval">The mean time between two wakes, which come at Poisson times.</param>
/// <param name="conformity">From 0, its own mind, to 1, that of the crowd.</param>
/// <param name="memory">The time in which what was traded counts for less by the factor e.</param>
/// <param name="size">How large its orders are: laws with weights.</param>
[Population("herding-traders")]
public sealed class HerdingTrader(Duration interval, double conformity, Duration memory, IReadOnlyList<SizeLaw> size)
    : Agent
{
    readonly OrderSize _size = new(size);
    readonly double _conformity = conformity is >= 0 and <= 1
        ? conformity
        : throw new ArgumentOutOfRangeException(nameof(conformity), "Conformity is from 0 to 1.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");
    readonly Duration _memory = memory > Duration.Zero
        ? memory
        : throw new ArgumentOutOfRangeException(nameof(memory), "A memory lasts for some time.");
    double _bought;
    double _sold;
    Timestamp _asOf;

    /// <summary>The probability of buying.</summary>
    public static double Decide(double bought, double sold, double conformity) =>
        bought + sold > 0 ? 0.5 + (0.5 * conformity * (bought - sold) / (bought + sold)) : 0.5;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            Timestamp wake = market.Now + Random.NextExponential(_interval);
            while (market.IsOpen && market.Now < wake)
                await market.Next(Signals.Trade, wake);

            Fade(market.Now);
            Side side = Random.NextDouble() < Decide(_bought, _sold, _conformity) ? Side.Buy : Side.Sell;
            Quantity lots = _size.Draw(Random);
            if (market.TryQuote(out Quote quote) && quote.Best(side.Opposite) is { } price)
                market.Enter(Order.Limit(side, lots, price).ImmediateOrCancel());
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade)
    {
        Fade(trade.At);
        if (trade.Side == Side.Buy)
            _bought += trade.Quantity.Lots;
        else
            _sold += trade.Quantity.Lots;
    }

    void Fade(Timestamp now)
    {
        if (now <= _asOf)
            return;

        double kept = BitStable.Exp(-(double)(now - _asOf).Nanoseconds / _memory.Nanoseconds);
        _bought *= kept;
        _sold *= kept;
        _asOf = now;
    }
}
