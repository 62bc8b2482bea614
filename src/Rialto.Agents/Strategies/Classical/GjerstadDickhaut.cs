using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// GD: shouts the price with the greatest expected gain, gain times the believed probability that it is taken.
/// </summary>
/// <remarks>
/// Source: S. Gjerstad, J. Dickhaut, "Price formation in double auctions", Games and Economic Behavior 22(1), 1998.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
/// <param name="memory">How many trades it remembers.</param>
[Population("gjerstad-dickhaut")]
public sealed class GjerstadDickhaut(Instructions settings, AgentNumber number, int memory = 5)
    : InducedTrader(settings, number)
{
    readonly ShoutHistory _history = new(memory, settings.Range);

    protected override bool Listens => true;

    /// <summary>
    /// The price with the greatest expected gain; null if none has any. Of equals, the one taken more likely.
    /// </summary>
    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">What the unit is worth to it, or costs it.</param>
    /// <param name="beliefs">For each price from the lowest on, the probability that it is taken.</param>
    /// <param name="lowest">The price of the first belief.</param>
    public static Price? Best(Side side, Price limit, ReadOnlySpan<double> beliefs, Price lowest)
    {
        Price? best = null;
        double most = 0;
        double surest = 0;
        for (int i = 0; i < beliefs.Length; i++)
        {
            Price price = lowest + new Ticks(i);
            double gain = beliefs[i] * side.Sign * (limit.Ticks - price.Ticks);
            if (gain > most || (gain == most && gain > 0 && beliefs[i] > surest))
                (best, most, surest) = (price, gain, beliefs[i]);
        }

        return best;
    }

    protected override void Hear(in Shout shout) => _history.Add(shout);

    protected override Price? Think(IMarketAccess market, Price limit)
    {
        market.TryQuote(out Quote quote);
        double[] beliefs = _history.Beliefs(Instructions.Side, quote.Bid, quote.Ask);
        return Best(Instructions.Side, limit, beliefs, Instructions.Range.Lowest);
    }
}
