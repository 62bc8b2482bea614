using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Where an exogenous flow puts its limit orders: so many ticks behind the best price of the other side.
/// </summary>
/// <remarks>
/// One tick is the nearest, so that no limit order trades on arrival at the quote that its sender saw.
/// </remarks>
public sealed class LimitPlacement
{
    const long MostTicks = 1_000_000;

    /// <summary>By distance from 1: how probable that distance, or a shorter one, is.</summary>
    readonly double[] _cumulative;

    /// <param name="range">The greatest distance.</param>
    /// <param name="law">How probable each distance up to it is.</param>
    /// <param name="scale">
    /// Of the exponential law, its mean in ticks before it is cut off; of the power law, its exponent.
    /// </param>
    public LimitPlacement(Ticks range, PlacementLaw law = PlacementLaw.Uniform, double scale = 1)
    {
        if (range.Count is < 1 or > MostTicks)
            throw new ArgumentOutOfRangeException(nameof(range), $"A range is from 1 to {MostTicks} ticks.");
        if (!(scale > 0))
            throw new ArgumentOutOfRangeException(nameof(scale), "A scale is above zero.");

        _cumulative = new double[range.Count];
        double sum = 0;
        for (int i = 0; i < _cumulative.Length; i++)
        {
            _cumulative[i] = sum += law switch
            {
                PlacementLaw.Exponential => BitStable.Exp(-(i + 1) / scale),
                PlacementLaw.PowerLaw => BitStable.Exp(-scale * BitStable.Log(i + 1)),
                _ => 1,
            };
        }

        for (int i = 0; i < _cumulative.Length; i++)
            _cumulative[i] /= sum;
    }

    /// <summary>How probable a distance of so many ticks is.</summary>
    public double Probability(long distance) =>
        distance < 1 || distance > _cumulative.Length
            ? 0
            : _cumulative[distance - 1] - (distance > 1 ? _cumulative[distance - 2] : 0);

    /// <summary>Draws a distance.</summary>
    public Ticks Draw(RandomStream random)
    {
        double u = random.NextDouble();
        int low = 0;
        int high = _cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_cumulative[middle] > u)
                high = middle;
            else
                low = middle + 1;
        }

        return new Ticks(low + 1);
    }

    /// <summary>The price at a distance from the best price of the other side.</summary>
    public static Price Behind(Price opposite, Side side, Ticks distance) =>
        side == Side.Buy ? opposite - distance : opposite + distance;
}
