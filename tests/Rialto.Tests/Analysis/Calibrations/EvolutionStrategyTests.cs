using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis.Calibrations;

/// <summary>The search finds known optima, from wherever it begins, and the same way each time.</summary>
/// <remarks>
/// Functions and the numbers of evaluations that are usual for them: Hansen's tutorial, arXiv:1604.00772, appendix.
/// </remarks>
public sealed class EvolutionStrategyTests
{
    public static TheoryData<string, int, int> Problems => new()
    {
        { "sphere", 2, 600 },
        { "sphere", 10, 2_500 },
        { "ellipsoid", 5, 4_000 },
        { "ellipsoid", 10, 8_000 },
        { "rosenbrock", 5, 6_000 },
        { "rotated", 5, 4_000 },
    };

    [Theory, MemberData(nameof(Problems))]
    public void It_finds_the_known_optimum(string problem, int coordinates, int evaluations)
    {
        Func<IReadOnlyList<double>, double> loss = LossOf(problem);
        (double best, IReadOnlyList<double> mean) = Search(loss, coordinates, evaluations, seed: 1);

        double optimum = problem == "rosenbrock" ? 1 : 0;
        Assert.InRange(best, 0, 1e-9);
        Assert.All(mean, coordinate => Assert.Equal(optimum, coordinate, 3));
    }

    [Fact]
    public void The_same_seed_searches_the_same_way()
    {
        double[] first = [.. Search(LossOf("rosenbrock"), 3, 300, seed: 7).Mean];

        Assert.Equal(first, Search(LossOf("rosenbrock"), 3, 300, seed: 7).Mean);
        Assert.NotEqual(first, Search(LossOf("rosenbrock"), 3, 300, seed: 8).Mean);
    }

    /// <summary>Only the order of losses counts, so any increasing function of them gives the same points.</summary>
    [Fact]
    public void A_distorted_scale_of_losses_changes_nothing()
    {
        Func<IReadOnlyList<double>, double> loss = LossOf("ellipsoid");

        Assert.Equal(Search(loss, 4, 400, seed: 3).Mean, Search(x => -1 / (1 + loss(x)), 4, 400, seed: 3).Mean);
    }

    [Fact]
    public void The_weights_are_those_of_the_tutorial()
    {
        Assert.Equal([4, 6, 7, 8, 10], new[] { 1, 2, 3, 5, 10 }.Select(EvolutionStrategy.UsualPopulation));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EvolutionStrategy([0], 1, new RandomStream(1, "x"), population: 3));
    }

    [Theory]
    [InlineData(0.3, 0.3)]
    [InlineData(1.2, 0.8)]
    [InlineData(-0.25, 0.25)]
    [InlineData(2.5, 0.5)]
    public void Bounds_reflect(double number, double expected) =>
        Assert.Equal(expected, UnitInterval.Reflect(number), 12);

    static (double Best, IReadOnlyList<double> Mean) Search(
        Func<IReadOnlyList<double>, double> loss, int coordinates, int evaluations, ulong seed)
    {
        EvolutionStrategy search = new([.. Enumerable.Repeat(3.0, coordinates)], 1, new RandomStream(seed, "search"));
        double best = double.PositiveInfinity;
        while (search.Generation * search.Population < evaluations)
        {
            double[] losses = [.. search.Ask().Select(loss)];
            best = Math.Min(best, losses.Min());
            search.Tell(losses);
        }

        return (best, search.Mean);
    }

    static Func<IReadOnlyList<double>, double> LossOf(string problem) => problem switch
    {
        "sphere" => x => x.Sum(xi => xi * xi),
        "ellipsoid" => x => x.Select((xi, i) => Math.Pow(1e6, (double)i / (x.Count - 1)) * xi * xi).Sum(),
        "rosenbrock" => x => x.Zip(x.Skip(1), (a, b) => (100 * Math.Pow(b - (a * a), 2)) + Math.Pow(1 - a, 2)).Sum(),
        "rotated" => x => LossOf("ellipsoid")(Rotated(x)),
        _ => throw new ArgumentException(problem, nameof(problem)),
    };

    /// <summary>
    /// Mirrored at the hyperplane across (1, 1, …): no axis of the ellipsoid stays parallel to one of the coordinates.
    /// </summary>
    static double[] Rotated(IReadOnlyList<double> x) => [.. x.Select(xi => xi - (2 * x.Average()))];
}
