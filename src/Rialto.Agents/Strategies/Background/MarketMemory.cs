using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The bids and asks that somebody remembers, accepted or not, and what they say about a price's chances.
/// </summary>
/// <remarks>
/// A new best bid or ask is a shout; a trade accepts the resting side at its price. q(b) = (TB(≤ b) + A(≤ b)) ÷ (TB(≤
/// b) + A(≤ b) + RB(≥ b)) for a bid, and mirrored for an ask: T accepted, R rejected, A and B all asks and bids.
/// Source: Gjerstad and Dickhaut, Games and Economic Behavior 22(1), 1998.
/// </remarks>
public sealed class MarketMemory
{
    readonly List<Shout> _shouts = [];

    /// <summary>Trades seen.</summary>
    public int Trades { get; private set; }

    public void Forget()
    {
        _shouts.Clear();
        Trades = 0;
    }

    /// <summary>Somebody bids or asks.</summary>
    public void Hear(Side side, Price price) => _shouts.Add(new Shout(side, price, false));

    /// <summary>Somebody accepts what stood at a price: a buyer an ask, or a seller a bid.</summary>
    public void Accept(Side taker, Price price)
    {
        Trades++;
        for (int i = _shouts.Count - 1; i >= 0; i--)
        {
            if (_shouts[i] is { IsAccepted: false } shout && shout.Side != taker && shout.Price == price)
            {
                _shouts[i] = shout with { IsAccepted = true };
                break;
            }
        }

        _shouts.Add(new Shout(taker, price, true));
    }

    /// <summary>The chance that an order at a price is accepted; zero if nothing speaks for it.</summary>
    public double Belief(Side side, Price price)
    {
        long speaksFor = 0;
        long speaksAgainst = 0;
        foreach (Shout shout in _shouts)
        {
            // A bid that was accepted no higher, or an ask no higher, says that a bid of so much would do.
            bool isEasier = (shout.Price.Ticks - price.Ticks) * side.Sign <= 0;
            if ((shout.IsAccepted || shout.Side != side) && isEasier)
                speaksFor++;
            else if (shout.Side == side && !shout.IsAccepted && (shout.Price.Ticks - price.Ticks) * side.Sign >= 0)
                speaksAgainst++;
        }

        return speaksFor == 0 ? 0 : speaksFor / (double)(speaksFor + speaksAgainst);
    }

    /// <summary>The price, among those remembered, with the highest expected surplus; null if none has any.</summary>
    /// <param name="side">Which side the order is on.</param>
    /// <param name="worth">What the unit is worth.</param>
    public Price? Best(Side side, Price worth)
    {
        Price? best = null;
        double most = 0;
        foreach (Shout shout in _shouts)
        {
            double surplus = Belief(side, shout.Price) * side.Sign * (worth.Ticks - shout.Price.Ticks);
            if (surplus > most)
                (best, most) = (shout.Price, surplus);
        }

        return best;
    }

    readonly record struct Shout(Side Side, Price Price, bool IsAccepted);
}
