using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The shouts of the last few trades, and how likely one at another price would be taken: what GD and GDX believe.
/// </summary>
/// <remarks>
/// A seller's belief at a price p is (A⁺ + B) / (A⁺ + B + R): accepted offers at p or above, bids at p or above,
/// rejected offers at p or below; a buyer's is its mirror image. Between prices that were heard it is a cubic with zero
/// slopes at both. A shout is rejected once a better one has taken its place. Nobody is believed to take what does not
/// improve on the standing shout. Source: S. Gjerstad, J. Dickhaut, "Price formation in double auctions", Games and
/// Economic Behavior 22(1), 1998.
/// </remarks>
/// <param name="trades">How many trades it remembers.</param>
/// <param name="range">The prices that may be shouted.</param>
public sealed class ShoutHistory(int trades, PriceRange range)
{
    readonly int _most = trades > 0
        ? trades
        : throw new ArgumentOutOfRangeException(nameof(trades), "Who remembers no trade believes nothing.");
    readonly List<Shout> _settled = [];
    readonly Shout?[] _standing = new Shout?[2];

    /// <summary>The shouts that were accepted or rejected, oldest first.</summary>
    public IReadOnlyList<Shout> Settled => _settled;

    public void Add(in Shout shout)
    {
        ref Shout? standing = ref _standing[(int)shout.Side];
        if (!shout.IsAccepted)
        {
            if (standing is { } beaten)
                _settled.Add(beaten);
            standing = shout;
            return;
        }

        _settled.Add(shout);
        standing = null;
        Forget();
    }

    /// <summary>
    /// The probability with which a shout is believed to be taken, for each price of the range from the lowest on.
    /// </summary>
    /// <param name="side">Whether it is a bid or an offer.</param>
    /// <param name="bid">The standing bid.</param>
    /// <param name="ask">The standing offer.</param>
    public double[] Beliefs(Side side, Price? bid, Price? ask)
    {
        double[] beliefs = new double[range.Highest.Ticks - range.Lowest.Ticks + 1];
        long from = range.Lowest.Ticks;
        double before = side == Side.Sell ? 1 : 0;
        foreach (long knot in Knots())
        {
            double at = Belief(side, new Price(knot));
            Connect(beliefs, from, knot, before, at);
            (from, before) = (knot, at);
        }

        Connect(beliefs, from, range.Highest.Ticks, before, side == Side.Sell ? 0 : 1);
        Price? own = side == Side.Buy ? bid : ask;
        Price? other = side == Side.Buy ? ask : bid;
        for (int i = 0; i < beliefs.Length; i++)
        {
            Price price = range.Lowest + new Ticks(i);
            if (other is { } taken && side.Crosses(price, taken))
                beliefs[i] = 1;
            else if (own is { } best && !side.IsBetter(price, best))
                beliefs[i] = 0;
        }

        return beliefs;
    }

    /// <summary>The belief at a price that was heard.</summary>
    public double Belief(Side side, Price price)
    {
        int favourable = 0;
        int rejected = 0;
        foreach (Shout shout in _settled)
        {
            // The other side's shouts at this price or better for it, whether accepted or not, could have been taken.
            bool isGenerous = !side.IsBetter(shout.Price, price);
            if (shout.Side != side || shout.IsAccepted)
                favourable += isGenerous ? 1 : 0;
            else
                rejected += side.IsBetter(price, shout.Price) ? 0 : 1;
        }

        return favourable + rejected == 0 ? 0 : (double)favourable / (favourable + rejected);
    }

    static void Connect(Span<double> beliefs, long from, long to, double before, double after, long lowest)
    {
        for (long price = from; price <= to; price++)
        {
            double t = to > from ? (double)(price - from) / (to - from) : 1;
            beliefs[(int)(price - lowest)] = before + ((after - before) * t * t * (3 - (2 * t)));
        }
    }

    void Connect(double[] beliefs, long from, long to, double before, double after) =>
        Connect(beliefs, from, to, before, after, range.Lowest.Ticks);

    /// <summary>The prices that were heard, inside the range, in ascending order.</summary>
    IEnumerable<long> Knots() => _settled
        .Select(shout => shout.Price.Ticks)
        .Where(price => price > range.Lowest.Ticks && price < range.Highest.Ticks)
        .Distinct()
        .Order();

    /// <summary>Forgets everything up to the trade before the last ones that it remembers.</summary>
    void Forget()
    {
        int accepted = 0;
        for (int i = _settled.Count - 1; i >= 0; i--)
        {
            if (_settled[i].IsAccepted && ++accepted > _most)
            {
                _settled.RemoveRange(0, i + 1);
                return;
            }
        }
    }
}
