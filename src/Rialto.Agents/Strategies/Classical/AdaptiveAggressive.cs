using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// AA: estimates the equilibrium price, and moves its aggressiveness around it with every shout and trade.
/// </summary>
/// <remarks>
/// Aggressiveness r is from −1, wholly passive, over 0, at the estimated equilibrium, to 1, its limit. After each trade
/// the shape θ of the map from r to a target price follows the volatility of prices. Source: P. Vytelingum, D. Cliff,
/// N. R. Jennings, "Strategic bidding in continuous double auctions", Artificial Intelligence 172(14), 2008.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
/// <param name="rate">The learning rate β₁ of aggressiveness.</param>
/// <param name="shapeRate">The learning rate β₂ of θ.</param>
/// <param name="window">How many trades the estimates of equilibrium and volatility are made of.</param>
/// <param name="decay">ρ: the weight of a trade in the estimated equilibrium, relative to the one after it.</param>
/// <param name="steps">η: each shout goes one part in so many of the way from the best one to the target.</param>
[Population("adaptive-aggressive")]
public sealed class AdaptiveAggressive(
    Instructions settings, AgentNumber number, RealRange? rate = null, RealRange? shapeRate = null, int window = 5,
    double decay = 0.9, double steps = 3) : InducedTrader(settings, number)
{
    const double Absolute = 0.01; // λₐ
    const double Relative = 0.02; // λᵣ
    static readonly RealRange Rates = new(0.2, 0.6);

    readonly TradeStatistics _market = new(window, decay);
    double _rate;
    double _shapeRate;
    double _shape = -4;
    double _aggressiveness;

    protected override bool Listens => true;

    /// <summary>
    /// What it shouts: part of the way to its target, or the standing price of the other side if that is good enough.
    /// </summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">What the unit is worth to it, or costs it.</param>
    /// <param name="target">Its target price, in ticks; null before the first trade.</param>
    /// <param name="bid">The best bid.</param>
    /// <param name="ask">The best ask.</param>
    /// <param name="range">The prices that may be shouted.</param>
    /// <param name="steps">See the class.</param>
    public static Price? Step(
        Side side, Price limit, double? target, Price? bid, Price? ask, PriceRange range, double steps)
    {
        Price best = (side == Side.Buy ? bid : ask) ?? (side == Side.Buy ? range.Lowest : range.Highest);
        Price other = (side == Side.Buy ? ask : bid) ?? (side == Side.Buy ? range.Highest : range.Lowest);
        bool isOffered = (side == Side.Buy ? ask : bid) is not null;
        if (!side.IsBetter(limit, best))
            return null;

        // Before the first trade it heads for a little beyond the other side's best, and never beyond its limit.
        double beyond = other.Ticks + (side.Sign * ((Relative * other.Ticks) + Absolute));
        double goal = target ?? (side == Side.Buy ? Math.Min(limit.Ticks, beyond) : Math.Max(limit.Ticks, beyond));
        if (target is { } enough && isOffered && side.Sign * (enough - other.Ticks) >= 0)
            return other;

        // In whole ticks: were they not rounded towards the target, everybody would stop a tick short of it.
        long ticks = (long)Math.Ceiling(side.Sign * (goal - best.Ticks) / steps);
        return ticks > 0 ? best + new Ticks(side.Sign * ticks) : null;
    }

    /// <summary>Whether what it heard makes it more aggressive, less, or neither.</summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="target">Its target price, in ticks.</param>
    /// <param name="shout">What it has heard.</param>
    /// <returns>1, −1 or 0.</returns>
    public static int Judge(Side side, double target, in Shout shout)
    {
        // Zero or more: its target would have traded there.
        double advantage = side.Sign * (target - shout.Price.Ticks);
        if (shout.IsAccepted)
            return advantage >= 0 ? -1 : 1;

        return shout.Side == side && advantage <= 0 ? 1 : 0;
    }

    protected override void OnBegin()
    {
        _rate = (rate ?? Rates).Draw(Random);
        _shapeRate = (shapeRate ?? Rates).Draw(Random);
    }

    protected override void Hear(in Shout shout)
    {
        if (shout.IsAccepted)
        {
            _market.Add(shout.Price);
            if (_market.Volatility is { } volatility)
                _shape += _shapeRate * (AggressivenessMap.ShapeFor(volatility) - _shape);
        }

        Learn(shout);
    }

    protected override Price? Think(IMarketAccess market, Price limit)
    {
        // Prices are whole ticks, so that shouts come to an end where the paper's go on in ever smaller steps: it hears
        // the standing one again.
        market.TryQuote(out Quote quote);
        if (quote.Best(Instructions.Side) is { } best)
            Learn(new Shout(Instructions.Side, best, IsAccepted: false));

        double? target = _market.Equilibrium is { } equilibrium
            ? new AggressivenessMap(
                Instructions.Side, limit.Ticks, equilibrium, Instructions.Range.Highest.Ticks, _shape)
                .Target(_aggressiveness)
            : null;
        return Step(Instructions.Side, limit, target, quote.Bid, quote.Ask, Instructions.Range, steps) is { } price
            ? Allowed(price, limit)
            : null;
    }

    /// <summary>The short-term layer: what it has heard moves its aggressiveness.</summary>
    void Learn(in Shout shout)
    {
        if (_market.Equilibrium is not { } equilibrium || Limit is not { } limit)
            return;

        AggressivenessMap map = new(
            Instructions.Side, limit.Ticks, equilibrium, Instructions.Range.Highest.Ticks, _shape);
        int change = Judge(Instructions.Side, map.Target(_aggressiveness), shout);
        if (change == 0)
            return;

        double there = map.Aggressiveness(shout.Price.Ticks);
        double desired = there + (change * ((Relative * Math.Abs(there)) + Absolute));
        _aggressiveness = Math.Clamp(_aggressiveness + (_rate * (desired - _aggressiveness)), -1, 1);
    }
}
