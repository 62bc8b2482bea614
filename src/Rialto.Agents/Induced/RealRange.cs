using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Real numbers from one to another, of which each agent draws its own.</summary>
public sealed record RealRange
{
    /// <param name="lowest">The lowest number.</param>
    /// <param name="highest">What no number exceeds; not below the lowest.</param>
    public RealRange(double lowest, double highest)
    {
        if (!(highest >= lowest))
            throw new ArgumentException("The first number of a range is not above the second.");

        (Lowest, Highest) = (lowest, highest);
    }

    public double Lowest { get; }

    public double Highest { get; }

    /// <summary>A number of the range, uniformly.</summary>
    public double Draw(RandomStream random) => Lowest + ((Highest - Lowest) * random.NextDouble());
}
