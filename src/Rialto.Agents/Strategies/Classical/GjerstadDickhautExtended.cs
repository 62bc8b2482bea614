using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// GDX: as GD, but it weighs the gain of trading now against what it may still earn with the chances to come.
/// </summary>
/// <remarks>
/// V(m, n) = max over p of f(p)·(gain(p) + γ·V(m − 1, n − 1)) + (1 − f(p))·γ·V(m, n − 1): m units and n chances are
/// left, f is GD's belief. The chances left are the thoughts that it expects to have before the period ends. Source: G.
/// Tesauro, J. L. Bredin, "Strategic sequential bidding in auctions using dynamic programming", AAMAS 2002.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
/// <param name="memory">How many trades it remembers.</param>
/// <param name="discount">
/// γ: what a gain is worth that comes one thought later; from 0, which makes it GD, to 1.
/// </param>
/// <param name="horizon">How many chances it looks ahead at most.</param>
[Population("gjerstad-dickhaut-extended")]
public sealed class GjerstadDickhautExtended(
    Instructions settings, AgentNumber number, int memory = 5, double discount = 0.9, int horizon = 20)
    : InducedTrader(settings, number)
{
    readonly ShoutHistory _history = new(memory, settings.Range);
    readonly double _discount = discount is >= 0 and <= 1
        ? discount
        : throw new ArgumentOutOfRangeException(nameof(discount), "A discount is from 0 to 1.");
    readonly int _horizon =
        horizon > 0 ? horizon : throw new ArgumentOutOfRangeException(nameof(horizon), "It has one chance at least.");

    protected override bool Listens => true;

    /// <summary>The price to shout now; null if no price that it would gain by may be taken.</summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limits">What its units are worth or cost, the one to trade next first.</param>
    /// <param name="chances">How many chances are left, this one included.</param>
    /// <param name="discount">γ.</param>
    /// <param name="beliefs">For each price from the lowest on, the probability that it is taken.</param>
    /// <param name="lowest">The price of the first belief.</param>
    public static Price? Best(
        Side side, ReadOnlySpan<Price> limits, int chances, double discount, ReadOnlySpan<double> beliefs, Price lowest)
    {
        double[] before = new double[limits.Length + 1]; // V(·, n − 1): the place is how many units are left.
        double[] now = new double[limits.Length + 1];
        Price? best = null;
        for (int n = 1; n <= chances; n++)
        {
            for (int left = 1; left <= limits.Length; left++)
            {
                (best, now[left]) = Best(
                    side, limits[^left], discount * before[left - 1], discount * before[left], beliefs, lowest);
            }

            (before, now) = (now, before);
        }

        return best;
    }

    protected override void Hear(in Shout shout) => _history.Add(shout);

    protected override Price? Think(IMarketAccess market, Price limit)
    {
        market.TryQuote(out Quote quote);
        Price[] limits = new Price[Left];
        for (int unit = 0; unit < limits.Length; unit++)
            limits[unit] = LimitOf(unit);

        double[] beliefs = _history.Beliefs(Instructions.Side, quote.Bid, quote.Ask);
        return Best(Instructions.Side, limits, Chances(market.Now), _discount, beliefs, Instructions.Range.Lowest);
    }

    /// <summary>
    /// The price with the greatest expected value, and that value, for one number of units and chances.
    /// </summary>
    static (Price? Price, double Value) Best(
        Side side, Price limit, double afterTrade, double afterWaiting, ReadOnlySpan<double> beliefs, Price lowest)
    {
        Price? best = null;
        double most = afterWaiting;
        for (int i = 0; i < beliefs.Length; i++)
        {
            Price price = lowest + new Ticks(i);
            long gain = side.Sign * (limit.Ticks - price.Ticks);
            double value = (beliefs[i] * (gain + afterTrade)) + ((1 - beliefs[i]) * afterWaiting);
            if (gain > 0 && beliefs[i] > 0 && value > most)
                (best, most) = (price, value);
        }

        return (best, most);
    }

    int Chances(Timestamp now)
    {
        double left = PeriodEnd == Timestamp.Never ? _horizon : Instructions.Pace.PerSecond * (PeriodEnd - now).Seconds;
        return (int)Math.Clamp(Math.Ceiling(left), 1, _horizon);
    }
}
