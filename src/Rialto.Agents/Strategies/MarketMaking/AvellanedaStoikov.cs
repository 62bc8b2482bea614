using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Quotes optimally for a dealer with exponential utility who ends the day flat.</summary>
/// <remarks>
/// Reservation price r = s − q γ σ² (T − t); spread γ σ² (T − t) + (2 ÷ γ) ln(1 + γ ÷ k), where a quote at distance δ
/// is filled at rate A e^(−k δ). Source: Avellaneda and Stoikov, Quantitative Finance 8(3), 2008, equations 3.17 and
/// 3.18. The price s is that of the last trade, or the midpoint at a reference venue; the bid is rounded down to a
/// tick, the ask up.
/// </remarks>
/// <param name="opening">The price before there is one.</param>
/// <param name="riskAversion">γ, per tick of gain.</param>
/// <param name="volatility">σ, in ticks per square root of a second.</param>
/// <param name="decay">k, how fast fills get rarer with the distance, per tick.</param>
/// <param name="horizon">T, when it wants to be flat, from the opening.</param>
/// <param name="interval">The time between two looks at the market.</param>
/// <param name="size">Lots of each quote; inventory counts in these.</param>
/// <param name="limit">The most lots that it owns, or owes.</param>
/// <param name="reference">The venue whose midpoint is s; left out, s is the price of the last trade at home.</param>
[Population("avellaneda-stoikov")]
public sealed class AvellanedaStoikov(
    Price opening, double riskAversion, double volatility, double decay, Duration horizon, Duration interval,
    int size = 1, int limit = int.MaxValue, VenueName? reference = null) : Agent
{
    readonly QuotedPair _quotes = new();
    readonly Quantity _size = size > 0
        ? new Quantity(size)
        : throw new ArgumentOutOfRangeException(nameof(size), "A quote is of a lot or more.");
    readonly double _riskAversion = riskAversion > 0
        ? riskAversion
        : throw new ArgumentOutOfRangeException(
            nameof(riskAversion), "Risk aversion is above zero; near zero the dealer is neutral.");
    readonly double _decay = decay > 0
        ? decay
        : throw new ArgumentOutOfRangeException(nameof(decay), "Fills get rarer with the distance: above zero.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "An interval is above zero.");
    Price _price = opening;

    /// <summary>Where the dealer is indifferent between its inventory and none: equation 3.17's centre.</summary>
    public static double Reservation(
        double price, double inventory, double riskAversion, double volatility, double timeLeft) =>
        price - (inventory * riskAversion * volatility * volatility * timeLeft);

    /// <summary>From the optimal bid to the optimal ask: equation 3.18.</summary>
    public static double Spread(double riskAversion, double volatility, double decay, double timeLeft) =>
        (riskAversion * volatility * volatility * timeLeft)
            + (2 / riskAversion * BitStable.Log(1 + (riskAversion / decay)));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        Listing? elsewhere = reference is { } venue ? Watched(market, venue) : null;
        Signals awaited = elsewhere is null ? Signals.Trade : Signals.Trade | Signals.Quote;
        while (market.IsOpen)
        {
            if (elsewhere is { } listing && market.TryQuote(listing, out Quote quote) && quote.Midpoint is { } midpoint)
                _price = midpoint.Down;

            double left = Math.Max(0, (horizon - (market.Now - Timestamp.Zero)).Seconds);
            double centre = Reservation(
                _price.Ticks, (double)market.Inventory() / _size.Lots, _riskAversion, volatility, left);
            double half = Spread(_riskAversion, volatility, _decay, left) / 2;
            TwoSidedQuote optimal = new(
                new Price((long)Math.Floor(centre - half)), new Price((long)Math.Ceiling(centre + half)));
            _quotes.Show(market, optimal.Within(market.Inventory(), limit), _size);
            await market.Next(awaited, market.Now + _interval);
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade)
    {
        if (reference is null)
            _price = trade.Price;
    }

    protected override void OnExecution(Listing listing, in MarketEvent execution) => _quotes.Note(execution);

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => _quotes.Note(canceled);

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => _quotes.Note(rejected);

    static Listing Watched(IMarketAccess market, VenueName venue)
    {
        if (!market.TryFind(venue.Value, out Listing listing))
            throw new InvalidOperationException($"There is no venue '{venue}'.");

        market.Watch(listing);
        return listing;
    }
}
