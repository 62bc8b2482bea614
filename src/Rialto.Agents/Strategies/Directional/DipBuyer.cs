using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Buys after a fall from the last high, and sells after a recovery, or after a further fall.</summary>
/// <remarks>
/// Source: the retail dip buyer of ZackMitchell910/marketsimulator; buying after falls by individuals: Kaniel, Saar and
/// Titman, J. Finance 63(1), 2008. The high begins anew when it has sold.
/// </remarks>
/// <param name="drop">
/// The fall from the high at which it buys, as a share of it; and from what it paid, at which it gives up.
/// </param>
/// <param name="reward">It takes its profit after a rise of so many times the drop.</param>
/// <param name="quantity">Lots.</param>
/// <param name="every">The time between two looks at the market.</param>
[Population("dip-buyers")]
public sealed class DipBuyer(double drop, double reward, Quantity quantity, Duration every) : Agent
{
    readonly double _drop = drop is > 0 and < 1
        ? drop
        : throw new ArgumentOutOfRangeException(nameof(drop), "A fall is a share above 0 and below 1.");
    readonly Duration _every = every > Duration.Zero
        ? every
        : throw new ArgumentOutOfRangeException(nameof(every), "Time passes between two looks.");

    /// <summary>What it does at a price; null for nothing.</summary>
    /// <param name="reference">The high since it last sold; or what it paid, if it owns something.</param>
    public static Side? Decide(bool owns, Price reference, Price price, double drop, double reward)
    {
        double change = (double)(price.Ticks - reference.Ticks) / reference.Ticks;
        return owns
            ? change >= reward * drop || change <= -drop ? Side.Sell : null
            : change <= -drop ? Side.Buy : null;
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        long opening = market.Inventory();
        Price? reference = null;
        bool owned = false;
        while (market.IsOpen)
        {
            await market.Sleep(_every);
            if (!market.TryQuote(out Quote quote) || quote.Midpoint is not { } midpoint || midpoint.Down.Ticks <= 0)
                continue;

            Price price = midpoint.Down;
            bool owns = market.Inventory() > opening;
            if (owns != owned || reference is null)
                reference = price; // What it has just paid, or a new high to begin with.
            else if (!owns)
                reference = Price.Max(reference.Value, price);

            owned = owns;
            if (Decide(owns, reference.Value, price, _drop, reward) is { } side)
                market.Enter(Order.Market(side, owns ? new Quantity(market.Inventory() - opening) : quantity));
        }
    }
}
