using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Quotes a ladder as wide as the market's own spread, each level as large as a part of the volume traded lately.
/// </summary>
/// <remarks>
/// At Poisson times it cancels what rests, and asks for the spread and the volume. The window is an exponentially
/// weighted mean of spreads, levels are a multiple of it apart, and the centre leans towards the side that bought more.
/// Source: the adaptive percentage-of-volume market makers of ABIDES (configurations rmsc03 and rmsc04, arXiv
/// 1904.12066), a modification of the ladder of Chakraborty and Kearns, "Market making and mean reversion", EC 2011.
/// </remarks>
/// <param name="interval">The mean time between two wakes; also the time over which volume counts.</param>
/// <param name="participation">The part of the volume that stands at each level.</param>
/// <param name="levels">Levels on each side.</param>
/// <param name="spacing">The distance of levels in windows.</param>
/// <param name="smoothing">The weight of the newest spread.</param>
/// <param name="poisson">Whether wakes come at Poisson times; otherwise they come regularly.</param>
/// <param name="leastSize">What a level holds at least.</param>
/// <param name="backstop">What the outermost level holds instead, if not zero.</param>
/// <param name="lean">How far the centre moves if all volume was bought, or sold.</param>
/// <param name="openingWindow">The spread that it starts from.</param>
[Population("adaptive-pov-makers")]
public sealed class AdaptivePovMaker(
    Duration interval, double participation, int levels, double spacing, Ticks openingWindow, double smoothing = 0.75,
    bool poisson = true, long leastSize = 1, long backstop = 0, Ticks lean = default) : Agent
{
    readonly Queue<Trade> _recent = new();
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");
    double _window = openingWindow.Count;
    long _bought;
    long _sold;
    Price? _middle;

    /// <summary>The window after one more spread was seen.</summary>
    public static double Widen(double window, Ticks spread, double smoothing) =>
        (smoothing * spread.Count) + ((1 - smoothing) * window);

    /// <summary>Where the levels lie: half a window around the centre, and so many windows apart.</summary>
    public static LadderRungs Place(Price centre, double window, double spacing) => new(
        centre - new Ticks((long)Math.Floor(window / 2)),
        centre + new Ticks((long)Math.Ceiling(window / 2)),
        new Ticks(Math.Max(1, (long)Math.Round(spacing * window))));

    /// <summary>
    /// How far the centre leans: from −lean if everybody sold to +lean if everybody bought, cut to whole ticks.
    /// </summary>
    public static Ticks Lean(long bought, long sold, Ticks lean) =>
        bought + sold == 0 ? default : new((long)(lean.Count * ((2.0 * bought / (bought + sold)) - 1)));

    /// <summary>What stands at a level.</summary>
    public static Quantity SizeFor(long volume, double participation, long least) =>
        new(Math.Max(least, (long)Math.Round(participation * volume)));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            Timestamp wake = market.Now + (poisson ? Random.NextExponential(_interval) : _interval);
            while (market.IsOpen && market.Now < wake)
                await market.Next(Signals.Trade, wake);

            market.CancelEach();
            await market.RoundTrip(market.Home);
            Forget(market.Now - _interval);
            if (market.TryQuote(out Quote quote) && quote.Midpoint is { } midpoint)
            {
                _middle = midpoint.Down;
                _window = Widen(_window, quote.Spread!.Value, smoothing);
            }

            if (_middle is { } middle)
                Quote(market, middle + Lean(_bought, _sold, lean));
        }
    }

    protected override void OnTrade(Listing listing, in Trade trade)
    {
        _recent.Enqueue(trade);
        Count(trade, 1);
    }

    void Quote(IMarketAccess market, Price centre)
    {
        LadderRungs rungs = Place(centre, _window, spacing);
        Quantity size = SizeFor(_bought + _sold, participation, leastSize);
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            for (int rung = levels - 1; rung >= 0; rung--)
            {
                bool isBackstop = backstop > 0 && rung == levels - 1;
                market.Enter(Order.Limit(side, isBackstop ? new Quantity(backstop) : size, rungs.Of(side, rung)));
            }
        }
    }

    void Forget(Timestamp before)
    {
        while (_recent.TryPeek(out Trade oldest) && oldest.At < before)
            Count(_recent.Dequeue(), -1);
    }

    void Count(in Trade trade, long sign)
    {
        if (trade.Side == Side.Buy)
            _bought += sign * trade.Quantity.Lots;
        else
            _sold += sign * trade.Quantity.Lots;
    }
}
