using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Draws order sizes from a mixture of laws.</summary>
/// <remarks>
/// Sizes pile up at round lots, and their tail is a power law: Gopikrishnan et al., Physical Review E 62, R4493 (2000).
/// The mixture of the ABIDES reference market is fitted to such data: Byrd, Hybinette and Balch, arXiv 1904.12066.
/// </remarks>
public sealed class OrderSize
{
    /// <summary>No size drawn is larger: so large an order empties any book.</summary>
    const double Largest = 1e9;

    readonly SizeLaw[] _laws;
    readonly double[] _upTo;

    /// <exception cref="ArgumentException">There is no law, or one cannot be drawn from.</exception>
    public OrderSize(IReadOnlyList<SizeLaw> laws)
    {
        ArgumentNullException.ThrowIfNull(laws);
        if (laws.Count == 0)
            throw new ArgumentException("Say how large orders are, for example [[1, uniform, 20, 49]].", nameof(laws));

        _laws = [.. laws];
        _upTo = new double[_laws.Length];
        double sum = 0;
        for (int i = 0; i < _laws.Length; i++)
        {
            Demand(_laws[i]);
            _upTo[i] = sum += _laws[i].Weight;
        }
    }

    /// <summary>A size rounded to whole lots, at least one.</summary>
    public Quantity Draw(RandomStream random)
    {
        SizeLaw law = _laws[0];
        if (_laws.Length > 1)
        {
            double point = random.NextDouble() * _upTo[^1];
            int chosen = 0;
            while (chosen < _laws.Length - 1 && point >= _upTo[chosen])
                chosen++;

            law = _laws[chosen];
        }

        return new Quantity((long)Math.Round(Math.Clamp(Draw(law, random), 1, Largest)));
    }

    static double Draw(SizeLaw law, RandomStream random) => law.Shape switch
    {
        SizeShape.Uniform => random.NextBetween((long)law.First, (long)law.Second),
        SizeShape.Normal => random.NextNormal(law.First, law.Second),
        SizeShape.Lognormal => BitStable.Exp(random.NextNormal(law.First, law.Second)),
        _ => law.First * BitStable.Exp(random.NextExponential() / law.Second),
    };

    static void Demand(SizeLaw law)
    {
        bool canBeDrawn = law.Weight >= 0 && double.IsFinite(law.Weight) && law.Shape switch
        {
            SizeShape.Uniform => law.First >= 0 && law.Second >= law.First && law.Second <= Largest,
            SizeShape.Pareto => law.First > 0 && law.Second > 0,
            _ => law.Second >= 0,
        };
        if (!canBeDrawn)
        {
            throw new ArgumentException(
                $"'{law.Shape} {law.First}, {law.Second}' of weight {law.Weight} is not a law of sizes.", nameof(law));
        }
    }
}
