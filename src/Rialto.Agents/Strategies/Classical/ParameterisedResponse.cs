using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// PRZI: a ZI trader whose strategy is one number, from a shaver (−1) over ZI-C (0) to a giveaway (1).
/// </summary>
/// <remarks>
/// It draws its price from a distribution over the prices at which it does not lose, bent towards the timid end or
/// towards the limit; for s &lt; 0 the timid end moves towards the shaver's price. The density at a share x of the way
/// is (e^(cx) − 1) / (e^c − 1) for s > 0 and one minus that for s &lt; 0, with c = 4·tan(π(s + ½)) cut at ±100. Source:
/// D. Cliff, "Parameterised-response zero-intelligence traders", arXiv 2103.11341, 2021.
/// </remarks>
/// <param name="settings">What it is told before the market opens.</param>
/// <param name="number">Which of its group it is.</param>
/// <param name="strategy">s, from −1 to 1; each agent draws its own of this range.</param>
[Population("parameterised-response")]
public sealed class ParameterisedResponse(Instructions settings, AgentNumber number, RealRange strategy)
    : InducedTrader(settings, number)
{
    const double Steepness = 4;
    const double MostBend = 100;
    const double LeastBend = 1e-6;

    readonly RealRange _strategies = strategy is { Lowest: >= -1, Highest: <= 1 }
        ? strategy
        : throw new ArgumentException("A strategy is from -1 to 1.", nameof(strategy));

    double _strategy;

    /// <summary>The weight of each price, from the one that is best for the trader to its limit.</summary>
    /// <param name="strategy">s.</param>
    /// <param name="prices">How many prices there are; at least one.</param>
    public static double[] Weights(double strategy, int prices)
    {
        double[] weights = new double[prices];
        double bend = Bend(strategy);
        double whole = BitStable.Exp(bend) - 1;
        for (int i = 0; i < prices; i++)
        {
            double share = prices > 1 ? (double)i / (prices - 1) : 1;
            double rising = (BitStable.Exp(bend * share) - 1) / whole;
            weights[i] = strategy == 0 || prices == 1 ? 1 : Math.Max(0, strategy > 0 ? rising : 1 - rising);
        }

        return weights;
    }

    /// <summary>c: how the density bends.</summary>
    public static double Bend(double strategy)
    {
        // tan(π(s + ½)) = −cos(πs) / sin(πs), whose period is 1 in s.
        double s = strategy - Math.Round(strategy);
        double angle = Math.PI * s;
        double sine = Series(angle, angle, 2);
        double cosine = Series(1, angle, 1);
        double bend = sine == 0
            ? (strategy > 0 ? MostBend : -MostBend)
            : Math.Clamp(-Steepness * cosine / sine, -MostBend, MostBend);
        return Math.Abs(bend) < LeastBend ? LeastBend : bend;
    }

    protected override void OnBegin() => _strategy = _strategies.Draw(Random);

    protected override Price? Think(IMarketAccess market, Price limit)
    {
        Side side = Instructions.Side;
        if (ZeroIntelligenceConstrained.Feasible(side, limit, Instructions.Range) is not { } feasible)
            return null;

        (Price timid, Price last) =
            side == Side.Buy ? (feasible.Lowest, feasible.Highest) : (feasible.Highest, feasible.Lowest);
        if (_strategy < 0)
        {
            Price shaved = Shaver.Shave(
                side, last, market.TryQuote(out Quote quote) ? quote.Best(side) : null, Instructions.Range);
            timid += new Ticks((long)Math.Round(-_strategy * (shaved.Ticks - timid.Ticks)));
        }

        double[] weights = Weights(_strategy, (int)Math.Abs(last.Ticks - timid.Ticks) + 1);
        return timid + new Ticks(side.Sign * Pick(weights));
    }

    /// <summary>The series of sine or cosine: its first term, and the place of the next power.</summary>
    static double Series(double first, double angle, int power)
    {
        double term = first;
        double sum = first;
        for (int n = power; n < power + 26; n += 2)
        {
            term *= -angle * angle / (n * (n + 1));
            sum += term;
        }

        return sum;
    }

    int Pick(double[] weights)
    {
        double total = 0;
        foreach (double weight in weights)
            total += weight;

        double left = total * Random.NextDouble();
        for (int i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }

        return weights.Length - 1;
    }
}
