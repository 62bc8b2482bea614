using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What those who provided liquidity kept of the effective spread, once the midpoint had moved.</summary>
/// <remarks>
/// 2·D·(p − m₊) per trade, D = 1 for a buy and −1 for a sell, m₊ the midpoint a fixed delay later; averaged with the
/// lots traded as weights. Unit: ticks. The rest of the effective spread is the price impact, 2·D·(m₊ − m).
/// Trades whose delay has not passed in the end do not count. O(1) per trade; memory for the trades of one delay.
/// Source: R. D. Huang, H. R. Stoll, "Dealer versus auction markets", J. Financial Economics 41, 1996, pp. 313–357; SEC
/// Rule 605 (17 CFR 242.600(b)), "average realized spread", with five minutes.
/// </remarks>
public sealed class RealizedSpread(Duration delay)
{
    readonly Queue<(Timestamp Due, long Ticks, long Lots, int Sign)> _waiting = new();
    Int128 _weighted;
    long _lots;

    /// <param name="price">The price traded at.</param>
    /// <param name="later">A delay later.</param>
    /// <param name="side">Of the order that took.</param>
    /// <returns>2·D·(p − m₊) in ticks.</returns>
    public static long Of(Price price, Midpoint later, Side side) => side.Sign * ((2 * price.Ticks) - later.HalfTicks);

    /// <param name="at">Not earlier than before.</param>
    /// <param name="price">The price traded at.</param>
    /// <param name="traded">How much.</param>
    /// <param name="side">Of the order that took.</param>
    public void Add(Timestamp at, Price price, Quantity traded, Side side) =>
        _waiting.Enqueue((at + delay, price.Ticks, traded.Lots, side.Sign));

    /// <summary>
    /// A midpoint has stood, or none, up to <paramref name="at"/>: it is the later midpoint of the trades due.
    /// </summary>
    public void Advance(Timestamp at, Midpoint? midpoint)
    {
        while (_waiting.TryPeek(out (Timestamp Due, long Ticks, long Lots, int Sign) trade) && trade.Due < at)
        {
            _waiting.Dequeue();
            if (midpoint is not { } later)
                continue;

            _weighted += (Int128)(trade.Sign * ((2 * trade.Ticks) - later.HalfTicks)) * trade.Lots;
            _lots += trade.Lots;
        }
    }

    /// <summary>The mean so far, in ticks; null before the first trade whose delay has passed.</summary>
    public double? Value => _lots > 0 ? (double)_weighted / _lots : null;
}
