using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The order flow of a whole market in which each queue grows and shrinks at random: unit limit orders, market orders
/// and cancels at Poisson times, with rates by the distance from the best opposite price.
/// </summary>
/// <remarks>
/// Source: Cont, Stoikov and Talreja, "A stochastic model for order book dynamics", Operations Research 58(3), 2010.
/// Without cancels, and with as many limit orders at the best price as market orders, the best queues are those of Cont
/// and de Larrard, "Price dynamics in a Markovian limit order market", SIAM J. Financial Mathematics 4, 2013. Cancels
/// are thinned: each order rings at the highest rate, and is canceled with the share that its distance gives.
/// </remarks>
/// <param name="limit">Limit orders per side at one tick from the best opposite price, at two, and so on.</param>
/// <param name="market">Market orders per side.</param>
/// <param name="cancel">
/// Cancels per order, by the same distances; farther away the last one holds. None if left out.
/// </param>
/// <param name="opening">The best ask to begin with; the best bid is one tick below.</param>
/// <param name="bids">Orders that it bids at the beginning.</param>
/// <param name="asks">Orders that it offers at the beginning.</param>
[Population("birth-death-flows")]
public sealed class BirthDeathFlow(
    IReadOnlyList<Rate> limit, Rate market, IReadOnlyList<Rate>? cancel = null, Price opening = default, int bids = 0,
    int asks = 0) : Agent
{
    readonly double[] _limit = limit.Count > 0
        ? [.. limit.Select(rate => rate.PerSecond)]
        : throw new ArgumentException("At least one distance has limit orders.", nameof(limit));

    readonly double[] _cancel = [.. (cancel ?? []).Select(rate => rate.PerSecond)];
    readonly List<Live> _live = [];
    Price _bid = opening - Ticks(1);
    Price _ask = opening;

    /// <summary>What an arrival is: the place where a number falls among the rates laid end to end.</summary>
    /// <param name="at">From zero to the sum of all rates of one side.</param>
    /// <param name="limits">Limit orders per second, by distance.</param>
    /// <returns>The distance of a limit order from the best opposite price, from 1; zero for a market order.</returns>
    public static int Distance(double at, ReadOnlySpan<double> limits)
    {
        for (int i = 0; i < limits.Length; i++)
        {
            at -= limits[i];
            if (at < 0)
                return i + 1;
        }

        return 0;
    }

    /// <summary>Cancels per second of an order so many ticks from the best opposite price.</summary>
    public static double CancelRate(long distance, ReadOnlySpan<double> cancels) => cancels.IsEmpty
        ? 0
        : cancels[(int)Math.Clamp(distance - 1, 0, cancels.Length - 1)];

    protected override async AgentTask TradeAsync(IMarketAccess access)
    {
        for (int i = 0; i < bids; i++)
            Place(access, Side.Buy, _bid);
        for (int i = 0; i < asks; i++)
            Place(access, Side.Sell, _ask);

        double arrivals = _limit.Sum() + market.PerSecond;
        double ring = _cancel.Length > 0 ? _cancel.Max() : 0;
        while (access.IsOpen)
        {
            // Of the orders that it thinks alive some may have traded, which it is not told before it wakes: they ring
            // in vain.
            int alive = _live.Count;
            double rings = alive * ring;
            await access.Sleep(Random.NextExponential(new Rate((2 * arrivals) + rings).MeanInterval));
            if (!access.IsOpen)
                continue;

            Look(access);
            double at = Random.NextDouble() * ((2 * arrivals) + rings);
            if (at < 2 * arrivals)
                Arrive(access, at < arrivals ? Side.Buy : Side.Sell, at < arrivals ? at : at - arrivals);
            else
                Cancel(access, (int)Math.Min((at - (2 * arrivals)) / ring, alive - 1), ring);
        }
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution) => Forget(execution.Order);

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => Forget(rejected.Order);

    void Arrive(IMarketAccess access, Side side, double at)
    {
        int distance = Distance(at, _limit);
        if (distance == 0)
            access.Enter(Order.Market(side, Quantity.One));
        else
            Place(access, side, (side == Side.Buy ? _ask : _bid) - Ticks(side.Sign * distance));
    }

    void Place(IMarketAccess access, Side side, Price price) =>
        _live.Add(new(access.Enter(Order.Limit(side, Quantity.One, price)), side, price));

    void Cancel(IMarketAccess access, int place, double ring)
    {
        if (place >= _live.Count)
            return;

        Live order = _live[place];
        long distance = (order.Side == Side.Buy ? _ask - order.Price : order.Price - _bid).Count;
        if (Random.NextDouble() * ring >= CancelRate(distance, _cancel))
            return;

        access.Cancel(order.Name);
        _live.RemoveAt(place);
    }

    void Forget(ClientOrderId name)
    {
        int place = _live.FindIndex(order => order.Name == name);
        if (place >= 0)
            _live.RemoveAt(place);
    }

    /// <summary>A side that is empty is where it was last.</summary>
    void Look(IMarketAccess access)
    {
        if (!access.TryQuote(out Quote quote))
            return;

        _bid = quote.Bid ?? _bid;
        _ask = quote.Ask ?? _ask;
    }

    readonly record struct Live(ClientOrderId Name, Side Side, Price Price);
}
