using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Kaplan's sniper: waits in the background, lets others negotiate, and steals the deal.</summary>
/// <remarks>
/// It takes the best price of the other side if that is as good as the best of the last period's trades; or no worse
/// than the worst of them while the spread is narrow and there is enough to gain; or if time runs out. It never shouts
/// otherwise, so that snipers alone do not trade at all. Source: the winner of the Santa Fe tournament, J. Rust, J.
/// Miller, R. Palmer, J. Economic Dynamics and Control 18(1), 1994; the three conditions as G. Tesauro and R. Das, ACM
/// EC 2001, state them.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
/// <param name="narrow">A spread is narrow below this part of the price that it would take.</param>
/// <param name="gain">There is enough to gain above this part of that price.</param>
/// <param name="hurry">Time runs out when less than this part of the period is left.</param>
[Population("snipers")]
public sealed class KaplanSniper(
    Instructions settings, AgentNumber number, double narrow = 0.10, double gain = 0.02, double hurry = 0.10)
    : InducedTrader(settings, number)
{
    Price? _lowest;
    Price? _highest;
    PriceRange? _lastPeriod;

    /// <summary>What the sniper sees when it thinks.</summary>
    /// <param name="Bid">The best bid.</param>
    /// <param name="Ask">The best ask.</param>
    /// <param name="LastPeriod">
    /// From the lowest to the highest price of the last period's trades; null without any.
    /// </param>
    /// <param name="TimeLeft">Which part of the period is left, from 0 to 1.</param>
    public readonly record struct Scene(Price? Bid, Price? Ask, PriceRange? LastPeriod, double TimeLeft);

    protected override bool Listens => true;

    /// <summary>The price that it takes now; null to wait.</summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">What the unit is worth to it, or costs it.</param>
    /// <param name="scene">What it sees.</param>
    /// <param name="narrow">See the class.</param>
    /// <param name="gain">See the class.</param>
    /// <param name="hurry">See the class.</param>
    public static Price? Snipe(Side side, Price limit, in Scene scene, double narrow, double gain, double hurry)
    {
        Price? offered = side == Side.Buy ? scene.Ask : scene.Bid;
        Price? own = side == Side.Buy ? scene.Bid : scene.Ask;
        if (offered is not { } price || !side.IsBetter(limit, price))
            return null;

        long profit = side.Sign * (limit.Ticks - price.Ticks);
        bool isNarrow =
            own is { } best && Math.Abs(price.Ticks - best.Ticks) < narrow * price.Ticks && profit > gain * price.Ticks;
        bool isJuicy = scene.LastPeriod is { } last
            && !side.IsBetter(price, side == Side.Buy ? last.Lowest : last.Highest);
        bool isUsual = scene.LastPeriod is { } usual
            && !side.IsBetter(price, side == Side.Buy ? usual.Highest : usual.Lowest);
        return isJuicy || (isNarrow && isUsual) || scene.TimeLeft < hurry ? price : null;
    }

    protected override void Hear(in Shout shout)
    {
        if (!shout.IsAccepted)
            return;

        _lowest = Price.Min(_lowest ?? shout.Price, shout.Price);
        _highest = Price.Max(_highest ?? shout.Price, shout.Price);
    }

    protected override void OnUnits()
    {
        _lastPeriod = _lowest is { } lowest && _highest is { } highest ? new PriceRange(lowest, highest) : null;
        _lowest = _highest = null;
    }

    protected override Price? Think(IMarketAccess market, Price limit)
    {
        if (!market.TryQuote(out Quote quote))
            return null;

        double left =
            Instructions.Period is { } length ? (double)(PeriodEnd - market.Now).Nanoseconds / length.Nanoseconds : 1;
        return Snipe(Instructions.Side, limit, new Scene(quote.Bid, quote.Ask, _lastPeriod, left), narrow, gain, hurry);
    }
}
