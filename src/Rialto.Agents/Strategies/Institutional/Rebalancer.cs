using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// A fund that keeps a share of its wealth in the asset, and trades back to it when prices have moved it away.
/// </summary>
/// <remarks>
/// It buys what has fallen and sells what has risen. Source: Perold and Sharpe, "Dynamic strategies for asset
/// allocation", Financial Analysts Journal 44(1), 1988: constant mix; a weight that follows a schedule is the mirror of
/// published holdings (ZackMitchell910/marketsimulator).
/// </remarks>
/// <param name="weights">The share of wealth in the asset from a time on, in order of time.</param>
/// <param name="band">It does nothing while its share is not farther away than this.</param>
/// <param name="every">The time between two looks.</param>
/// <param name="clip">Lots of one order at most.</param>
[Population("rebalancers")]
public sealed class Rebalancer(IReadOnlyList<TargetWeight> weights, double band, Duration every, Quantity clip) : Agent
{
    readonly IReadOnlyList<TargetWeight> _weights = weights.Count > 0
        ? weights
        : throw new ArgumentException("A fund has at least one target.", nameof(weights));

    readonly Duration _every = every > Duration.Zero
        ? every
        : throw new ArgumentOutOfRangeException(nameof(every), "Time passes between two looks.");

    /// <summary>Lots to trade, negative to sell.</summary>
    /// <param name="cash">In units of what a lot costs.</param>
    /// <param name="owned">Lots.</param>
    /// <param name="price">Of a lot, in the same units; above zero.</param>
    public static long Lots(double cash, long owned, double price, double weight, double band, long clip)
    {
        double wealth = cash + (owned * price);
        double share = owned * price / wealth;
        if (wealth <= 0 || Math.Abs(share - weight) <= band)
            return 0;

        return Math.Clamp((long)Math.Round((weight * wealth / price) - owned), -clip, clip);
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(_every);
            if (!market.TryQuote(out Quote quote) || quote.Midpoint is not { } midpoint || midpoint.Down.Ticks <= 0)
                continue;

            double price = market.Worth(1, midpoint.Down).Units;
            long lots = Lots(market.Cash.Units, market.Inventory(), price, WeightAt(market.Now), band, clip.Lots);
            if (lots != 0)
                market.Enter(Order.Market(lots > 0 ? Side.Buy : Side.Sell, new Quantity(Math.Abs(lots))));
        }
    }

    double WeightAt(Timestamp now)
    {
        double weight = _weights[0].Weight;
        foreach (TargetWeight target in _weights)
            weight = Timestamp.Zero + target.From <= now ? target.Weight : weight;

        return weight;
    }
}

/// <summary>A share of wealth to hold from a time on.</summary>
/// <param name="From">Since the beginning of the run.</param>
/// <param name="Weight">From 0, all cash, to 1, all in the asset; beyond that with debt.</param>
public sealed record TargetWeight(Duration From, double Weight);
