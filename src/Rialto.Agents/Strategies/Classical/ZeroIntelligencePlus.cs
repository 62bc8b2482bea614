using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// ZIP: shouts its limit with a profit margin, which it moves with every shout and trade that it hears.
/// </summary>
/// <remarks>
/// Price = limit · (1 + margin); the margin follows a target near the last shout by the Widrow–Hoff rule with momentum.
/// An accepted shout is the standing one that somebody took. Source: D. Cliff, "Minimal-intelligence agents for
/// bargaining behaviors in market-based environments", Hewlett-Packard Laboratories HPL-97-91, 1997.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
/// <param name="margin">The profit margin to begin with; what a seller adds and a buyer subtracts.</param>
/// <param name="rate">The learning rate β.</param>
/// <param name="momentum">The momentum γ: which part of its last move it repeats.</param>
/// <param name="relative">By how much at most a target lies above or below the price heard, as a part of it.</param>
/// <param name="absolute">By how much more, in ticks; Cliff's five cents.</param>
[Population("zero-intelligence-plus")]
public sealed class ZeroIntelligencePlus(
    Instructions settings, AgentNumber number, RealRange? margin = null, RealRange? rate = null,
    RealRange? momentum = null, double relative = 0.05, double absolute = 5) : InducedTrader(settings, number)
{
    static readonly RealRange Margins = new(0.05, 0.35);
    static readonly RealRange Rates = new(0.1, 0.5);
    static readonly RealRange Momenta = new(0, 0.1);

    double _rate;
    double _momentum;
    Price? _limit;
    State _state;

    /// <summary>Where it wants to move its price.</summary>
    public enum Move : byte { Stay, Up, Down }

    /// <summary>What it has learned.</summary>
    /// <param name="Margin">From −1 to 0 for a buyer, from 0 for a seller.</param>
    /// <param name="Drift">Γ, its last move. Unit: ticks.</param>
    public readonly record struct State(double Margin, double Drift);

    protected override bool Listens => true;

    /// <summary>
    /// Cliff's rule: who could have had the deal asks for more, who would have missed it asks for less.
    /// </summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="isActive">Whether it has units left; only then it gives in.</param>
    /// <param name="price">Its own price.</param>
    /// <param name="shout">What it has heard.</param>
    public static Move Judge(Side side, bool isActive, Price price, in Shout shout)
    {
        long advantage = side.Sign * (price - shout.Price).Count; // Zero or more: it would have traded at that price.
        Move greedier = side == Side.Buy ? Move.Down : Move.Up;
        Move meeker = side == Side.Buy ? Move.Up : Move.Down;
        if (shout.IsAccepted && advantage >= 0)
            return greedier;

        // An offer that was taken shows buyers what they must pay; a bid that stands shows them what they must beat.
        bool isRival = shout.IsAccepted ? shout.Side != side : shout.Side == side;
        return isActive && isRival && advantage <= 0 ? meeker : Move.Stay;
    }

    /// <summary>The Widrow–Hoff rule with momentum: the margin after a step towards a target price.</summary>
    /// <param name="state">Before.</param>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">Its limit, in ticks.</param>
    /// <param name="target">The target price, in ticks.</param>
    /// <param name="rate">β.</param>
    /// <param name="momentum">γ.</param>
    public static State Adapt(State state, Side side, double limit, double target, double rate, double momentum)
    {
        double price = limit * (1 + state.Margin);
        double drift = (momentum * state.Drift) + ((1 - momentum) * rate * (target - price));
        double margin = ((price + drift) / limit) - 1;
        return new(side == Side.Buy ? Math.Clamp(margin, -1, 0) : Math.Max(margin, 0), drift);
    }

    /// <summary>
    /// The price that it shouts: what its margin makes of the limit, rounded, and never beyond the limit.
    /// </summary>
    public static Price PriceOf(Side side, Price limit, double margin) =>
        new((long)(side == Side.Buy
            ? Math.Floor((limit.Ticks * (1 + margin)) + 0.5)
            : Math.Ceiling((limit.Ticks * (1 + margin)) - 0.5)));

    protected override void OnBegin()
    {
        _state = new State(-Instructions.Side.Sign * (margin ?? Margins).Draw(Random), 0);
        _rate = (rate ?? Rates).Draw(Random);
        _momentum = (momentum ?? Momenta).Draw(Random);
    }

    protected override void Hear(in Shout shout)
    {
        _limit = Limit ?? _limit;
        if (_limit is not { Ticks: not 0 } limit)
            // It was never given a unit and has no price to compare, or one of nothing, to which no margin can be
            // added.
            return;

        Move move = Judge(
            Instructions.Side, Limit is not null, PriceOf(Instructions.Side, limit, _state.Margin), shout);
        if (move == Move.Stay)
            return;

        int sign = move == Move.Up ? 1 : -1;
        double target = (shout.Price.Ticks * (1 + (sign * relative * Random.NextDouble())))
            + (sign * absolute * Random.NextDouble());
        _state = Adapt(_state, Instructions.Side, limit.Ticks, target, _rate, _momentum);
    }

    protected override Price? Think(IMarketAccess market, Price limit)
    {
        // In Cliff's market a shout that nobody takes is repeated until somebody gives in; in rounds it stands, and is
        // heard again.
        if (Instructions.Rounds && market.TryQuote(out Quote quote) && quote.Best(Instructions.Side) is { } best)
            Hear(new Shout(Instructions.Side, best, IsAccepted: false));

        return Allowed(PriceOf(Instructions.Side, limit, _state.Margin), limit);
    }
}
