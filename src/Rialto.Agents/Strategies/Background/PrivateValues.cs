using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// What each further unit is worth to one trader, beside what it is worth to everybody: falling in the units owned.
/// </summary>
/// <remarks>
/// Of 2 q normal draws, sorted downwards, the k-th is the value of going from k − 1 − q to k − q units. Source:
/// Goldman, as used by Wah, Wright and Wellman, "Welfare effects of market making in continuous double auctions", J.
/// Artificial Intelligence Research 59, 2017.
/// </remarks>
public sealed class PrivateValues
{
    readonly Ticks[] _marginal;

    /// <param name="limit">The most units owned, or owed.</param>
    /// <param name="deviation">The standard deviation of the draws, in ticks.</param>
    /// <param name="random">The trader's own random numbers.</param>
    public PrivateValues(int limit, double deviation, RandomStream random)
        : this([.. Enumerable.Range(0, 2 * limit).Select(_ =>
            new Ticks((long)Math.Round(random.NextNormal(0, deviation))))])
    {
    }

    /// <param name="marginal">An even number of values, in any order.</param>
    public PrivateValues(IReadOnlyList<Ticks> marginal)
    {
        _marginal = [.. marginal.OrderDescending()];
        Limit = _marginal.Length / 2;
    }

    /// <summary>The most units owned, or owed.</summary>
    public int Limit { get; }

    /// <summary>
    /// What one unit more, or one less, is worth to who owns so many; the units owned are cut to what it may own.
    /// </summary>
    public Ticks Of(Side side, long owned)
    {
        long place = Math.Clamp(owned, -Limit, Limit) + Limit - (side == Side.Buy ? 0 : 1);
        return _marginal[(int)Math.Clamp(place, 0, _marginal.Length - 1)];
    }
}
