using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Exogenous order flow that comes in bursts: limit orders, market orders and cancels excite one another.
/// </summary>
/// <remarks>
/// Six types of events (limit, market and cancel, of each side) follow a Hawkes process (<see cref="HawkesProcess"/>).
/// Of the children of an event the part <paramref name="persistence"/> is of its own type, the others are of any type,
/// as frequent as the rates say; the mean rates are therefore those given, whatever the branching. Source: Bacry,
/// Mastromatteo and Muzy, "Hawkes processes in finance", Market Microstructure and Liquidity 1(1), 2015; types of
/// orders as in Large, J. Financial Markets 10(1), 2007.
/// </remarks>
/// <param name="limitRate">Limit orders per unit of time on average, of both sides together.</param>
/// <param name="marketRate">Market orders, likewise.</param>
/// <param name="cancelRate">Cancels, likewise; each ends one resting order of the flow, drawn by lot.</param>
/// <param name="branching">
/// The mean number of direct children of an event, from 0 (Poisson) up to but not including 1.
/// </param>
/// <param name="decay">How fast an event's influence decays: the inverse of the mean delay of a child.</param>
/// <param name="placement">Where limit orders are put: range, law, scale.</param>
/// <param name="opening">The price around which the first orders are placed.</param>
/// <param name="persistence">The part of the children that are of the same type as their parent, from 0 to 1.</param>
/// <param name="size">Lots of each order; one if it is not given.</param>
[Population("hawkes-flow")]
public sealed class HawkesFlow(
    Rate limitRate, Rate marketRate, Rate cancelRate, double branching, Rate decay, LimitPlacement placement,
    Price opening, double persistence = 0.5, Quantity? size = null)
    : OrderFlow(placement, size ?? Quantity.One, opening)
{
    readonly HawkesProcess _process = ProcessOf(limitRate, marketRate, cancelRate, branching, decay, persistence);

    /// <summary>The process of the six types, two for each <see cref="FlowKind"/>: buy, sell.</summary>
    public static HawkesProcess ProcessOf(
        Rate limitRate, Rate marketRate, Rate cancelRate, double branching, Rate decay, double persistence)
    {
        if (branching is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(branching), "A branching ratio is from 0 up to but not including 1.");
        }

        if (persistence is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(persistence), "A part is from 0 to 1.");

        double[] rates = [.. new[] { limitRate, marketRate, cancelRate }.SelectMany(rate =>
            Enumerable.Repeat(rate.PerSecond / 2, 2))];
        double sum = rates.Sum();
        double[][] children =
        [
            .. rates.Select((_, parent) => rates.Select((rate, child) =>
                branching * ((child == parent ? persistence : 0) + ((1 - persistence) * rate / sum))).ToArray()),
        ];
        HawkesProcess process = new([.. rates.Select(rate => (1 - branching) * rate)], children, decay.PerSecond);
        process.BeginWith([.. rates.Select(rate => branching * rate)]);
        return process;
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Timestamp next = market.Now;
        while (market.IsOpen)
        {
            (double elapsed, int type) = _process.Next(Random);
            next += Duration.FromSeconds(Math.Min(elapsed, 1e9));
            await market.Until(next);
            if (market.IsOpen)
                Send((FlowKind)(type / 2), (Side)(type % 2));
        }
    }

    void Send(FlowKind kind, Side side)
    {
        switch (kind)
        {
            case FlowKind.Limit:
                EnterLimit(side);
                break;
            case FlowKind.Market:
                EnterMarket(side);
                break;
            case FlowKind.Cancel:
                CancelOne(side);
                break;
        }
    }
}
